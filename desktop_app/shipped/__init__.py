"""What a wheel carries beside the code: the compiled rule pack and resources."""
