"""The trash: deleted records and their restoration."""
