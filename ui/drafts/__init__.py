"""Drafts: what is typed in forms and not saved, autosaved every few seconds."""
