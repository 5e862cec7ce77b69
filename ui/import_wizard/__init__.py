"""Import of partners: choose a file, map its columns, check, import, undo."""
