"""The program's headless core: imports no Qt."""

__version__ = "0.1.0"
