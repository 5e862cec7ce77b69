"""The settings page and its screens."""
