"""The office in figures: a period compared with the one before."""
