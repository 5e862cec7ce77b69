"""Rendering of realised text as PDF; independent of the database."""
