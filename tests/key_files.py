"""Test helpers that read and write key files, as the program and as other programs do."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import msgspec

from outreach_app import key_files, newest_key_file, vault
from outreach_app.database import Database
from outreach_app.key_files import KeyFile, read_key_file
from outreach_app.paths import STORE_FILE
from tests import makers


def real_key_file(store: Path) -> None:
    """Give a store's key file the real key derivation cost: this takes a second."""
    key = vault.unlock(store, makers.PASSPHRASE)
    with patch.multiple(key_files, **makers.REAL_WORK):
        change_keys(store, key, lambda file: vault.with_passphrase(file, key, makers.PASSPHRASE))
        change_keys(store, key, lambda file: vault.with_new_code(file, key)[0])


def rewrite(folder: Path, data_key: bytes, change: Callable[[KeyFile], KeyFile]) -> None:
    """Change both copies of a key file, without the store."""
    key_file = read_key_file(folder)
    changed = msgspec.structs.replace(change(key_file), generation=key_file.generation + 1)
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
        (folder / name).write_bytes(changed.signed(data_key).content())


def change_keys(store: Path, data_key: bytes, change: Callable[[KeyFile], KeyFile]) -> None:
    """Change the key file of a store as the program does, with the store."""
    with (
        closing(Database(store / STORE_FILE, data_key)) as database,
        newest_key_file.changing(database, store) as changing,
    ):
        changing.key_file = change(changing.key_file)


def confirm_code(store: Path) -> None:
    """Record in a store that its recovery code is on paper."""
    key = vault.unlock(store, makers.PASSPHRASE)
    change_keys(store, key, lambda file: vault.with_code_confirmed(file, is_confirmed=True))


def new_code(store: Path, data_key: bytes) -> str:
    """Give a store a new recovery code, and return it."""
    with (
        closing(Database(store / STORE_FILE, data_key)) as database,
        newest_key_file.changing(database, store) as changing,
    ):
        changing.key_file, code = vault.with_new_code(changing.key_file, data_key)
    return code


def canonical(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()
