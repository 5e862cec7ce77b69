"""What partners are handed: "you said, we did", and the programme."""
