"""Tests of what is asked in place of a meeting to come."""
