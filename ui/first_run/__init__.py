"""The first run: a sample to try, or a real office and its encrypted store."""
