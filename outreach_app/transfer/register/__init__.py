"""The whole register as tables for other programs, and back."""
