"""The documents of law 09-08: the notice, a person's extract, the proof of an erasure."""
