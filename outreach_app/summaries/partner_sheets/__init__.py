"""What the office knows of a partner, on one page, without anybody's name."""
