"""How the window asks for a register that is on a server."""
