"""Tests of headquarters' pages."""
