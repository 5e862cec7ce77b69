"""The history of a record of any noun, in the words of the screen."""
