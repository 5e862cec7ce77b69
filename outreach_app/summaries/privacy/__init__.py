"""What the law on personal data (09-08) owes to people: the notice, and a person's extract."""
