"""Issues documents: the facts from the store, the text in each language, the files."""
