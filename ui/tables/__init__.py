"""Tables of any noun: columns, a windowed model, a view."""
