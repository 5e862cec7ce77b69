"""Possible duplicates, compared side by side and merged."""
