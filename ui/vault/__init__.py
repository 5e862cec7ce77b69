"""The entry of a passphrase and the display of a recovery code."""
