"""The look of controls: Fusion without what it raises."""
