"""Translations of the free texts of a meeting: the dialog, its lines and what it offers."""
