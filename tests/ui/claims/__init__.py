"""Tests of the register of claims in the window."""
