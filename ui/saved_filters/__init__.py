"""Saved filters of any list: stored under names, applied again, restored at the next start."""
