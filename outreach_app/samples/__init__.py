"""Invented offices, partners, meetings and communication; what is drawn of one belongs together."""
