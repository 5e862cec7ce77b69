"""The report of a period as the public may read it: figures, none under five."""
