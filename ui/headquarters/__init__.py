"""The pages of headquarters: the precincts, their files, the national figures."""
