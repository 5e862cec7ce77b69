"""Tests of the list screen."""
