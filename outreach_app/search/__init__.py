"""Search: words and filters as terms of full-text indexes that follow each write."""
