"""Pure functions: folding, names, phones, numbers, statuses, validation."""
