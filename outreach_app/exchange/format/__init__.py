"""The file that offices exchange: container, keys, signature, and how each may fail."""
