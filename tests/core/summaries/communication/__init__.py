"""Sentences of what circulated and what was published."""
