"""The style of controls: Fusion without relief."""
