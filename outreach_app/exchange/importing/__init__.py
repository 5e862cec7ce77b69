"""Bundles of other stations, taken into the store."""
