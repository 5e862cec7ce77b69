"""Search: words and filters as terms of full-text indexes that each write updates."""
