"""Find: one line over every noun."""
