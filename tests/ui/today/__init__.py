"""Tests of the page of the day."""
