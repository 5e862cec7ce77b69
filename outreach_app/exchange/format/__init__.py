"""The file that offices exchange: container, keys, signature, and its errors."""
