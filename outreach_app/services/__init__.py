"""Drafts and use cases, one module per noun."""
