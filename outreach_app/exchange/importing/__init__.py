"""Import of other stations' bundles into the store."""
