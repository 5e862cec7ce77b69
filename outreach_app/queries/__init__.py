"""Read shapes and how to get them, one module per noun."""
