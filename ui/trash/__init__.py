"""What was deleted, and its way back."""
