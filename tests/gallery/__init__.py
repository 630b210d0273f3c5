"""Pictures of every screen, to be looked at; and the list of screens that the window's tests walk through."""
