"""Key files as the program makes them, and as other programs would read and write them."""

import json
from pathlib import Path

from outreach_app import vault
from tests import makers


def real_key_file(store: Path) -> None:
    """Have a store's key file ask for as much work as the program does: this takes a second."""
    key = vault.unlock(store, makers.PASSPHRASE)
    vault.change_passphrase(store, key, makers.PASSPHRASE)
    vault.renew_recovery_code(store, key)


def canonical(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()
