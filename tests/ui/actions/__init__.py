"""Tests of inline actions."""
