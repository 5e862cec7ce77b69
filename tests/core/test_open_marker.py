"""A large store that was not closed opens at once, and is checked in the background."""

import contextlib
from pathlib import Path

import pytest
from sqlalchemy import text

from outreach_app import accounts, open_marker, startup
from outreach_app.actors import Role
from outreach_app.errors import BackupFailed, Locked, StoreFailed
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.partners import list_partners
from tests import makers


def test_a_large_store_opens_at_once_and_is_looked_through_beside_other_work(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_marker, "_MAX_AT_ONCE", 0)
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    (store / "outreach.open").touch()
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.database.is_unchecked
    assert (store / "outreach.open").exists()  # not checked: the next start reports it again
    with startup.opened(store, makers.PASSPHRASE) as office:
        open_marker.look_through(office.database, Progress())
    assert not (store / "outreach.open").exists()


def damage_a_page(store: Path) -> None:
    """Overwrite a page that no opening reads."""
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        page = session.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = 'readings'"))
        size = session.scalar(text("PRAGMA page_size"))
    with (store / STORE_FILE).open("r+b") as file:
        file.seek((int(page) - 1) * int(size))
        file.write(b"\x55" * int(size))


def test_damage_that_a_check_finds_stops_who_may_not_restore(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        reader = accounts.add_account(office.database, store, Role.READER).passphrase
    damage_a_page(store)
    assert not startup.check(store, makers.PASSPHRASE)[0].is_sound
    with pytest.raises(Locked) as refused:
        startup.open_office(store, reader)
    assert refused.value.code == "restorer_needed"


def test_damage_that_is_found_beside_other_work_gives_way_at_the_next_opening(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_marker, "_MAX_AT_ONCE", 0)
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    damage_a_page(store)
    (store / "outreach.open").touch()
    office = startup.open_office(store, makers.PASSPHRASE)
    with pytest.raises(StoreFailed):
        open_marker.look_through(office.database, Progress())
    with contextlib.suppress(StoreFailed, BackupFailed):
        office.close()
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        assert [row.name.ar for row in list_partners(session)] == ["جمعية النخيل"]
    assert list(store.glob("set-aside-*"))
