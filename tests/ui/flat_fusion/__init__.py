"""Tests of how controls are drawn."""
