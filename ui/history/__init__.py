"""The history of a record of any noun, in the language of the screen."""
