"""A page of a former day gives nobody a role back.

SQLCipher authenticates each page by itself, also an old one that is put back beside newer ones.
"""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from outreach_app import accounts, startup, vault
from outreach_app.actors import Actor, Role
from outreach_app.errors import Locked
from outreach_app.high_water_marks import MARK_FILE
from outreach_app.integrity import check_store
from outreach_app.paths import STORE_FILE, profile
from tests import makers
from tests.core.test_later_closings import THEIRS, add_settled, change_other

PAGE = 4096


@pytest.fixture
def former(store: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder from before the other chief became a reader."""
    add_settled(store, Role.CHIEF)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    change_other(store, accounts.change_role, Role.READER)
    return former


def test_a_page_with_the_former_role_raises_nobody(store: Path, former: Path) -> None:
    put_back(former, store, "accounts")
    with startup.opened(store, THEIRS) as office:
        assert office.database.actor is Actor.READER
        [check] = [check for check in check_store(office.database) if check.name == "accounts"]
        assert not check.is_sound
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.database.actor is Actor.CHIEF


def test_nothing_opens_where_the_log_knows_of_a_newer_key_file(store: Path, former: Path) -> None:
    put_back(former, store, "accounts", "kept_key_files")
    shutil.rmtree(profile() / "marks")  # as on another computer
    for secret in (THEIRS, makers.PASSPHRASE):
        with pytest.raises(Locked) as refused:
            startup.open_office(store, secret)
        assert refused.value.code == "older_store"


def put_back(former: Path, store: Path, *tables: str) -> None:
    """Put the pages of tables of a former store back, its key files and its mark."""
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        pages = [
            session.scalar(
                text("SELECT rootpage FROM sqlite_master WHERE name = :name"), {"name": each}
            )
            for each in tables
        ]
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY, MARK_FILE):
        shutil.copy(former / name, store / name)
    with (former / STORE_FILE).open("rb") as old, (store / STORE_FILE).open("r+b") as new:
        for page in pages:
            assert page is not None
            for file in (old, new):
                file.seek((page - 1) * PAGE)
            new.write(old.read(PAGE))
