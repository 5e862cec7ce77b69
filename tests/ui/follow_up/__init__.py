"""Tests of the follow-up page."""
