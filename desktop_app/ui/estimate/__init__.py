"""The estimator: the form at the left, the result at the right, live as one types."""
