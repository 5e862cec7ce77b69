"""A list under its filters, with the strip of what can be done to its rows; knows no noun."""
