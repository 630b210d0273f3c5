"""What the program can do, one verb per file."""
