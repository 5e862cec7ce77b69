"""Tests of the page of exchange."""
