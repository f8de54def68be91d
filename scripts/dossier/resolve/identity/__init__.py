"""Who is who: mentions become actors and places, precision first."""
