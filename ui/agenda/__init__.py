"""The calendar of meetings and of what falls due."""
