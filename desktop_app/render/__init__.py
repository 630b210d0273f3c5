"""Answers turned into words, pages and files."""
