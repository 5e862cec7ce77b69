"""Invented offices, partners and meetings; what is drawn of a meeting belongs together."""
