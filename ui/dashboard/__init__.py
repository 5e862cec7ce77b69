"""The office in figures: a period beside the one before."""
