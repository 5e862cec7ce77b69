"""The summary of a session: facts, plan and prose."""
