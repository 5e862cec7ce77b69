"""Invented offices, partners, meetings and communication, consistent with each other."""
