"""What headquarters sees: the precincts, what they sent, the whole country."""
