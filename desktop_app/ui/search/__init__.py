"""The search over everything: a field above the page, what was found below it, and where it leads."""
