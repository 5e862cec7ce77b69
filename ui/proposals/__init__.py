"""Frequent points: a precinct proposes what it writes often, headquarters adopts or declines."""
