"""Tests of the window, as the code is laid out."""
