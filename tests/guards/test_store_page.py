"""The page on the store matches the code."""

import re
from pathlib import Path

from outreach_app import backup, vault
from outreach_app.exchange.stations.recovery import PENDING_FILE
from outreach_app.models import JOURNALED, Base
from outreach_app.paths import STORE_FILE
from tests import makers
from tests.guards.pages import page, rows, section

PAGE = page("store.md")


def test_every_table_is_named_once_and_records_stand_together() -> None:
    kinds = [re.findall(r"`(\w+)`", names) for _kind, names in rows(section(PAGE, "Tables"))]
    named = [name for names in kinds for name in names]
    assert sorted(named) == sorted(
        [
            *Base.metadata.tables,
            "search_meetings",
            "search_names",
            "search_documents",
            "search_contents",
        ]
    )
    assert set(kinds[0]) == {model.__tablename__ for model in JOURNALED}


def test_the_files_of_a_store_are_named(tmp_path: Path) -> None:
    makers.create_store(tmp_path, makers.office_draft())
    told = {
        name for row in rows(section(PAGE, "Files")) for name in re.findall(r"`([^`]+)`", row[0])
    }
    assert {path.name for path in tmp_path.iterdir()} <= told
    assert {STORE_FILE, vault.KEY_FILE, vault.KEY_FILE_COPY, PENDING_FILE} <= told
    assert f"{backup.FOLDER}/*{backup.SUFFIX}" in told


def test_the_cost_of_a_guess_is_that_of_the_code() -> None:
    keys = section(PAGE, "Keys")
    memory, passes = makers.REAL_WORK["_MEMORY_KIB"] >> 10, makers.REAL_WORK["_PASSES"]
    lanes = makers.REAL_WORK["_LANES"]
    said = f"Argon2id ({memory} MiB, {passes} passes, {lanes} lanes"
    assert said in keys
    assert f"at least {vault.MIN_PASSPHRASE} characters" in keys
