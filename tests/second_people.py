"""A second account at a store of the tests, with a passphrase of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from outreach_app import accounts, key_files, startup
from outreach_app.actors import Role
from tests import makers

OWN = "the second person's own passphrase"


@contextmanager
def quick_keys() -> Iterator[None]:
    """Derive keys at once in the block: how dear that is has tests of its own."""
    with patch.multiple(key_files, _MEMORY_KIB=64, _PASSES=1):
        yield


def add_second(folder: Path, role: Role) -> None:
    """Add an account of a role to a closed store, and let it choose the passphrase OWN."""
    with startup.opened(folder, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, folder, role)
    with startup.opened(folder, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, folder, OWN)
