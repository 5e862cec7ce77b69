"""Meetings: the session editor, the list and the details beside it."""
