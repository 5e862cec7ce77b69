"""Issuing of documents: facts from the store, text in each language, files."""
