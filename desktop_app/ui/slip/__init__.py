"""Checking a settlement slip: its lines at the left, what they come to beside the estimate at the right."""
