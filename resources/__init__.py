"""Data files of the program: catalogues, names, places."""
