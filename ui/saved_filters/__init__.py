"""Saved filters of any list: kept under names, taken again, back at the next start."""
