"""Planning and writing of bundles for other stations."""
