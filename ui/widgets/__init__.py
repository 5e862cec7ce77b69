"""Widgets that know no noun."""
