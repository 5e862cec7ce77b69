"""The form for a register on a server."""
