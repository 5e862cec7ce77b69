"""Realised text to PDF; knows no database."""
