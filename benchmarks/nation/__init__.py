"""A whole country's records in headquarters' store: how it is made, and what it is asked."""
