"""Files that travel with a built site and run without this package."""
