"""The controls everything on screen is made of: each carries its accessible name, its focus and its theme with it."""
