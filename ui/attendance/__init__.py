"""The entry of a meeting's participants, with suggestions and registration in place."""
