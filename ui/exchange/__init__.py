"""Files to and from headquarters and the second computer."""
