"""The year as a whole: what its bills leave of deductible, caps and account, and what another stay would cost."""
