"""How the household's database became what it is, one revision after another."""
