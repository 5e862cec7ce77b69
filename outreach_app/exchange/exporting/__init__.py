"""Bundles for other stations, planned and written."""
