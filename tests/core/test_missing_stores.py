"""A folder that lost its store or its key files: its backups are there, and are enough."""

from pathlib import Path

import pytest

from outreach_app import accounts, backup, startup
from outreach_app.actors import Role
from outreach_app.errors import Locked, NotAllowed
from outreach_app.paths import KEY_FILE, KEY_FILE_COPY, STORE_FILE, has_register
from outreach_app.queries.partners import list_partners
from outreach_app.restoring import restore
from tests import makers

KEYS = (KEY_FILE, KEY_FILE_COPY)
OWN = "a passphrase of one's own"


@pytest.fixture
def backed_up(store: Path) -> Path:
    """Return a store with a partner in its newest backup."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    return store


def count(folder: Path) -> int:
    with (
        startup.opened(folder, makers.PASSPHRASE) as office,
        office.database.read() as session,
    ):
        return len(list_partners(session))


def test_the_newest_backup_replaces_a_store_that_is_missing(backed_up: Path) -> None:
    with startup.opened(backed_up, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, backed_up, Role.READER)
    with startup.opened(backed_up, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, backed_up, OWN)
    (backed_up / STORE_FILE).unlink()
    assert has_register(backed_up)
    with pytest.raises(Locked) as refused:
        startup.open_office(backed_up, OWN)
    assert refused.value.code == "restorer_needed"
    with pytest.raises(Locked) as refused:
        startup.check(backed_up, makers.PASSPHRASE)
    assert refused.value.code == "missing_store"
    assert not (backed_up / STORE_FILE).exists()
    with startup.opened(backed_up, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert len(backup.newest(backed_up)) > 0
    assert count(backed_up) == 1


@pytest.mark.parametrize("gone", [(STORE_FILE,), KEYS, (STORE_FILE, *KEYS)])
def test_a_backup_is_restored_where_the_store_or_its_keys_are_gone(
    backed_up: Path, gone: tuple[str, ...]
) -> None:
    [newest, *_older] = backup.newest(backed_up)
    with pytest.raises(NotAllowed) as refused:
        restore(newest, backed_up, makers.PASSPHRASE)
    assert refused.value.code == "store_exists"
    for name in gone:
        (backed_up / name).unlink()
    if gone == KEYS:  # a damaged one opens nothing either
        (backed_up / KEY_FILE).write_bytes(b"{}")
    restore(newest, backed_up, makers.PASSPHRASE)
    assert count(backed_up) == 1
