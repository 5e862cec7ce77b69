"""A note beside what it proposes for a session, to be looked at before any of it is taken."""
