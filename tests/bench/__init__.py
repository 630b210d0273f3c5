"""Measurements: printed for people to read, never asserted."""
