"""The rule pack and the household's own records, on disk."""
