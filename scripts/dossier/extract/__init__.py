"""From one source to anchored candidates."""
