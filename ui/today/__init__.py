"""The page of today: what is due."""
