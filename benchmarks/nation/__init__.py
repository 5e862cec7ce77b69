"""A benchmark of headquarters' store with the records of a whole country."""
