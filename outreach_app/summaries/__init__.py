"""Facts to plan to prose, per language; knows no PDF."""
