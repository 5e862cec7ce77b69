"""What a person chooses for this computer."""
