"""A note beside its proposals for a session, to be checked before any is used."""
