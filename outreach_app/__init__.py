"""The program's headless core: imports no Qt."""
