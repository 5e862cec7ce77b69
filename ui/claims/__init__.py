"""What persons ask about their own data (law 09-08): the register of claims."""
