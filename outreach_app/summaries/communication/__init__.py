"""What circulated and what was published in a period: sentences of several documents."""
