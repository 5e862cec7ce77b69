"""What is kept beyond its term, and what becomes of it."""
