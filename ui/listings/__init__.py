"""The generic list screen: filters, table and the strip of actions; independent of any noun."""
