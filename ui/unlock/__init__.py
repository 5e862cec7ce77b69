"""Unlocking: the passphrase, a backup where there is nothing to open, the lock of an idle desk."""
