"""Retention: records past their term, and their archiving or destruction."""
