"""`yidi batch` from its files to its output: what it computes, what it refuses, and what survives an interruption."""
