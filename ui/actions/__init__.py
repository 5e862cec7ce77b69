"""Actions on records, done in place: each asks, writes once and can be undone."""
