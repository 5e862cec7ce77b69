"""The language of every document: counts, nouns, quotes and blocks of text."""
