"""Entities, one module per noun."""
