"""What is done, in place, to what waits: a reaction, a referral, a promise and its keeping."""
