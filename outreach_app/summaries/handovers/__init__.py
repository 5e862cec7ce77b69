"""What one chief hands over to the next: what is open, and what is to be done first."""
