"""The page of communication: rumours and publications."""
