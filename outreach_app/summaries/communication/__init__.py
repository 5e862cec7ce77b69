"""The communication of a period: sentences shared by several documents."""
