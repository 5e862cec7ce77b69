"""Summaries: choose a document, preview it, issue it."""
