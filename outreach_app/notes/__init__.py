"""Notes as people write them: text in, proposals for a session out; no database."""
