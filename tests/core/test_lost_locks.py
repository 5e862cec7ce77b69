"""A register that fails while it is open: its lock file is deleted, or a page is damaged."""

from pathlib import Path

import pytest

from outreach_app import open_marker, startup
from outreach_app.actors import Role, role_words
from outreach_app.errors import StoreFailed
from outreach_app.file_locks import FileLock
from outreach_app.queries.partners import list_partners
from outreach_app.store_problems import StoreProblem, store_words
from tests import makers


def test_a_register_that_another_opened_meanwhile_is_neither_shown_nor_changed(
    store: Path,
) -> None:
    first = startup.open_office(store, makers.PASSPHRASE)
    makers.write_partner(first.database)
    (store / "outreach.lock").unlink()
    with startup.opened(store, makers.PASSPHRASE) as second:
        with pytest.raises(StoreFailed) as hidden, first.database.read() as session:
            list_partners(session)
        with pytest.raises(StoreFailed) as refused:
            makers.write_partner(first.database)
        with pytest.raises(StoreFailed) as closed:
            first.close(is_lock=True)
        assert {each.value.code for each in (hidden, refused)} == {"lock_deleted"}
        assert closed.value.code == "closed_unlocked"  # it need not be locked any more
        assert (store / open_marker.NAME).exists()
        with second.database.read() as session:
            assert len(list_partners(session)) == 1
    with startup.opened(store, makers.PASSPHRASE):
        pass


def test_a_lock_is_lost_with_its_file_but_not_with_its_disk(tmp_path: Path) -> None:
    folder, away = tmp_path / "store", tmp_path / "unplugged"
    folder.mkdir()
    lock = FileLock(folder / "lock")
    lock.acquire()
    told = [lock.is_lost]
    folder.rename(away)
    told.append(lock.is_lost)
    away.rename(folder)
    (folder / "lock").unlink()
    told.append(lock.is_lost)
    (folder / "lock").touch()
    told.append(lock.is_lost)
    lock.release()
    assert [*told, lock.is_lost] == [False, False, True, True, False]


def test_damage_is_told_with_who_may_put_a_backup_back() -> None:
    assert role_words(Role.CHIEF) in store_words(StoreProblem.DAMAGED)
    assert role_words(Role.ADMINISTRATOR) in store_words(StoreProblem.DAMAGED)
