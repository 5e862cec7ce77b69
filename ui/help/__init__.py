"""The help that F1 shows: a page for each screen, and the list of shortcuts."""
