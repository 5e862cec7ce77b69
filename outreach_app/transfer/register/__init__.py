"""The whole register as tables that other programs open, and back."""
