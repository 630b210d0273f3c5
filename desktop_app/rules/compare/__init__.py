"""The routes still open, side by side: which they are, what each takes, and a proven difference in yuan."""
