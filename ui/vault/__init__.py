"""What opens a register, as a person makes it: the passphrase and the recovery code."""
