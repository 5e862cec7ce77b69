"""A partner's sheet: all the office knows about it, on one page without names of people."""
