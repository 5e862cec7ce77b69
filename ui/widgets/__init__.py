"""Generic widgets, independent of any noun."""
