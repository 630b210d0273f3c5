"""What comes back and how: one file per step of estimator.md."""
