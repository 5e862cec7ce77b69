"""The search over all nouns (Ctrl+K)."""
