"""The year as a whole."""
