"""Partners: the list, one partner beside it, its form."""
