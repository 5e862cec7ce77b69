"""What was raised, promised and passed on, until it is closed."""
