"""Summaries: choose a held meeting, see its document, give it out."""
