"""The national summary: facts, plan and prose."""
