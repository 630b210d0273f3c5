"""The windows: they show and they collect."""
