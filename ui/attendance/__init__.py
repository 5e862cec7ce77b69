"""Who is at a meeting: typed by a few letters, registered in place where unknown."""
