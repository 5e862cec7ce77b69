"""A list is carried out only as it was issued, and only once everything on it is due."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.models import AccessRow, Elimination, EliminationItem
from outreach_app.queries.retention import get_elimination
from outreach_app.rules.retention import USUAL_TERMS, Kept
from outreach_app.second_person import SecondPerson
from outreach_app.services import eliminations
from outreach_app.services.eliminations import AgreementDraft
from tests import makers
from tests.eliminations import (
    archive,
    destroy,
    everything,
    issue,
    old_meeting,
    propose,
    refusal,
    set_today,
)


@pytest.mark.parametrize(
    ("number", "agreed_on", "problem"),
    [
        ("AB.123456", date(2026, 10, 20), ("number", "identity_number")),
        ("AB/123456", date(2026, 10, 20), ("number", "identity_number")),
        ("AB/12-2021", date(2026, 10, 20), ("number", "identity_number")),
        ("38/2026", None, ("agreed_on", "required")),
        ("38/2026", date(2027, 10, 2), ("agreed_on", "in_future")),
        ("38/2026", date(2026, 9, 30), ("agreed_on", "before_issue")),
    ],
)
def test_nothing_is_destroyed_before_its_agreement(
    monkeypatch: pytest.MonkeyPatch,
    number: str,
    agreed_on: date | None,
    problem: tuple[str, str],
) -> None:
    set_today(monkeypatch, date(2027, 10, 1))
    draft = AgreementDraft(number, agreed_on)

    found = eliminations.check_agreement(draft, issued_on=date(2026, 10, 1))
    assert [(each.field, each.code) for each in found] == [problem]


def test_the_number_that_the_archives_write_is_no_identity_card() -> None:
    for number in ("AM/77-2026", "AM/77/2026", "38/2026"):
        draft = AgreementDraft(number, date(2026, 10, 2))
        assert eliminations.check_agreement(draft, issued_on=date(2026, 10, 1)) == []


def plant(listed: Elimination) -> None:
    """Put a line more on a list, like its last one."""
    last = listed.items[-1]
    names = [column.key for column in EliminationItem.__table__.columns if column.key != "id"]
    values = {name: getattr(last, name) for name in names} | {"number": "02/2019"}
    listed.items.append(EliminationItem(**values))


def remove(listed: Elimination) -> None:
    listed.items.pop()


@pytest.mark.parametrize("alter", [plant, remove])
def test_a_list_that_was_altered_after_its_issue_destroys_nothing(
    database: Database,
    tmp_path: Path,
    second: SecondPerson,
    alter: Callable[[Elimination], None],
) -> None:
    for day in (date(2019, 3, 1), date(2019, 4, 1)):
        old_meeting(database, held_on=day)
    before = everything(database)
    uid = propose(database, Kept.MEETING)
    issue(database, uid)
    digest = archive(database, uid, tmp_path / "archive.zip")
    with database.write() as session:
        alter(get_elimination(session, uid))
    assert refusal(lambda: destroy(database, uid, digest, second)) == "list_altered"
    assert everything(database) == before


def test_what_a_wrong_clock_put_on_a_list_is_not_destroyed(
    database: Database, tmp_path: Path, second: SecondPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    makers.write_rumour(database, heard_on=date(2026, 1, 15))
    before = everything(database)
    set_today(monkeypatch, date(2032, 1, 1))
    with database.write() as session:  # an opening whose date the chief confirmed
        session.add(AccessRow(n=900, at=clock.now(), role="chief", act="unlock", head=bytes(32)))
    uid = propose(database, Kept.RUMOUR)
    issue(database, uid)
    digest = archive(database, uid, tmp_path / "archive.zip")
    set_today(monkeypatch, date(2026, 11, 30))
    assert refusal(lambda: destroy(database, uid, digest, second)) == "not_due"
    with database.write() as session:
        eliminations.withdraw_elimination(session, uid)
    assert refusal(lambda: propose(database, Kept.RUMOUR)) == "nothing_due"
    assert everything(database) == before


def test_a_longer_term_takes_its_records_off_a_list(
    database: Database, tmp_path: Path, second: SecondPerson
) -> None:
    old_meeting(database)
    uid = propose(database, Kept.MEETING)
    issue(database, uid)
    digest = archive(database, uid, tmp_path / "archive.zip")
    with database.write() as session:
        eliminations.change_terms(session, {**USUAL_TERMS, Kept.MEETING: 600})
    assert refusal(lambda: destroy(database, uid, digest, second)) == "not_due"


def test_a_list_of_log_rows_is_carried_out_days_later(
    database: Database, tmp_path: Path, second: SecondPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (date(2026, 1, 15), date(2026, 1, 16)):
        set_today(monkeypatch, day)
        makers.write_rumour(database, heard_on=date(2026, 1, 10))
    set_today(monkeypatch, date(2031, 1, 15))
    uid = propose(database, Kept.LOG)
    issue(database, uid)
    digest = archive(database, uid, tmp_path / "archive.zip")
    set_today(monkeypatch, date(2031, 1, 20))  # more of its rows are due
    assert destroy(database, uid, digest, second).count > 0
