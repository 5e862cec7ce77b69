"""Logs and backups have retention periods too (L8, L9)."""

import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from outreach_app import clock, startup
from outreach_app.backup import copy_to_second_place, newest
from outreach_app.database import Database
from outreach_app.issuing.eliminations import destroy_elimination
from outreach_app.models import AccessRow, Bundle
from outreach_app.queries.retention import list_items
from outreach_app.rules.dates import add_months
from outreach_app.rules.retention import Kept
from outreach_app.second_person import SecondPerson
from outreach_app.summaries.privacy.elimination import plan_elimination
from tests import makers
from tests.eliminations import (
    add_deputy,
    agreement,
    archive,
    destroy,
    issue,
    propose,
    set_today,
    unsound,
)


def test_rows_of_the_log_are_cut_to_their_hash_and_the_chain_holds(
    database: Database, tmp_path: Path, second: SecondPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        makers.write_partner(database, phone=f"052234567{number}", name_fr=f"Amicale {number}")
    first = clock.today()
    last = first + timedelta(days=40)
    set_today(monkeypatch, last)
    makers.write_partner(database, phone="0522345679", name_fr="Amicale 3")
    with database.read() as session:
        rows = session.scalar(select(func.count()).select_from(AccessRow)) or 0
    set_today(monkeypatch, last + timedelta(days=366 * 5))
    uid = propose(database, Kept.LOG)
    with database.read() as session:
        [item] = list_items(session, uid)
        [series] = plan_elimination(session, uid).series
    assert (item.first_on, item.day, item.due_on) == (first, last, add_months(last, 60))
    assert (series.first_on, series.last_on, series.months) == (first, last, 60)
    issue(database, uid)
    digest = archive(database, uid, tmp_path / "log.zip")
    assert destroy(database, uid, digest, second).count == rows
    with database.read() as session:
        kept = session.scalars(select(AccessRow).order_by(AccessRow.n)).all()
        told = [(row.act, row.verb, row.account) for row in kept[:rows]]
        assert told == [("cut", None, None)] * rows
        assert kept[rows].act != "cut"
    assert unsound(database) == []


def test_old_rows_of_the_log_of_files_go_and_the_last_of_each_series_stays(
    database: Database, tmp_path: Path, second: SecondPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write() as session:
        for number in range(4):
            partner = "headquarters" if number else "precinct"
            session.add(a_bundle(file_name=f"{number}.outreach", partner=partner))
    set_today(monkeypatch, clock.today() + timedelta(days=366 * 5))
    uid, path = propose(database, Kept.EXCHANGE), tmp_path / "files.zip"
    with database.write() as session:
        session.add(a_bundle(file_name="later.outreach", partner="headquarters"))
    issue(database, uid)
    assert destroy(database, uid, archive(database, uid, path), second).count == 2
    with database.read() as session:
        assert list(session.scalars(select(Bundle.file_name).order_by(Bundle.id))) == [
            "0.outreach",
            "3.outreach",
            "later.outreach",
        ]
    with zipfile.ZipFile(path) as found:
        told = found.read("exchange_files.csv").decode("utf-8-sig")
    assert ("1.outreach" in told, "2.outreach" in told, "3.outreach" in told) == (True, True, False)


def a_bundle(**values: object) -> Bundle:
    fixed = {"direction": "out", "status": "written", "moved_at": clock.now()}
    return Bundle(**fixed, **values)


def test_a_backup_beyond_its_term_goes_by_a_list_and_the_newest_never(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        database, places = office.database, [store, store.parent / "second"]
        places[1].mkdir()
        for _time in range(2):
            copy_to_second_place(office.back_up(), places[1])
        second = add_deputy(database)
        set_today(monkeypatch, clock.today() + timedelta(days=366))
        uid = propose(database, Kept.BACKUP)
        issue(database, uid)
        with database.read() as session:
            [item] = list_items(session, uid)
        left = [file.name for file in newest(store)]
        assert item.key in left
        destroy_elimination(database, uid, None, agreement(), second, places)
        left.remove(item.key)
        assert [[file.name for file in newest(place)] for place in places] == [left, left]
