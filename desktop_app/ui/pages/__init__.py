"""The pages that are neither the wizard nor the estimator."""
