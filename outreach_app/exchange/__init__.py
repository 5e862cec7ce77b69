"""Exchange by file: bundles, keys and cards, export, import, projection."""
