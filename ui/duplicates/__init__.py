"""Records that may be one thing written twice, looked at side by side and merged."""
