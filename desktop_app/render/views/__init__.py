"""What pages show, ready to be printed: frozen views whose texts are in words already, so that templates only loop."""
