"""The wizard without windows: questions, routing and progress."""
