"""Tests of the meetings page and the session editor."""
