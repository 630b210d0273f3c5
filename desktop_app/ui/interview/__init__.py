"""The wizard on screen. `interview/` decides what is asked; these pages show it and collect the answers."""
