"""Sheets of one page with few facts: presence, sending."""
