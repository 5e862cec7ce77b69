"""What the law on personal data (09-08) owes to people: the notice, a person's extract, a proof."""
