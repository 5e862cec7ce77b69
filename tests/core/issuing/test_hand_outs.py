"""Issued sheets and programmes: every format, in each language."""

import json
import re
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language
from outreach_app.issuing.files import FileFormat, FilesWanted, PreparedDocument, write_documents
from outreach_app.issuing.hand_outs import (
    SheetPeriod,
    months_back,
    prepare_partner_sheet,
    prepare_programme,
    since_last_sheet,
)
from outreach_app.models import Commitment, Issue, Meeting, StationSecret
from outreach_app.progress import Progress
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft, keep_commitment
from outreach_app.services.emblems import set_emblem
from outreach_app.services.meetings import change_meeting_status
from outreach_app.services.points import PointDraft
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from tests import makers

TODAY = date(2026, 11, 10)


def test_a_sheet_is_written_in_every_format_and_language(
    database: Database, tmp_path: Path
) -> None:
    partner = makers.write_partner(database)
    makers.write_person(database, partner, name_fr="Prénom Repère")
    makers.write_meeting(database, attendances=((partner, True),))
    sheet = prepare_partner_sheet(database, str(partner), months_back(TODAY))
    wanted = FilesWanted(tmp_path, tuple(Language), tuple(FileFormat))
    with closing(DocumentWorker()) as worker:
        written = write_documents(database, [sheet], wanted, worker, Progress())
    assert sorted(file.path.name for file in written) == [
        f"{noun}-2026-11-10-D-01-{clock.now().year}.{format_}"
        for noun in ("dit-et-fait-Association-Annakhil", "قلتم-وأنجزنا-جمعية-النخيل")
        for format_ in ("docx", "json", "pdf", "txt")
    ]
    assert {file.pages for file in written} == {None, 1}
    stem = f"dit-et-fait-Association-Annakhil-2026-11-10-D-01-{clock.now().year}"
    facts = json.loads((tmp_path / f"{stem}.json").read_text(encoding="utf-8"))["facts"]
    said = {row["id"]: row["value"] for row in facts}
    assert (said["number"], said["sessions"], said["points"]) == (f"D-01/{clock.now().year}", 1, 2)
    for file in written:
        if file.path.suffix in {".txt", ".json"}:
            assert "Repère" not in file.path.read_text(encoding="utf-8")


def test_the_code_is_that_of_the_facts(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),))
    codes = {
        makers.give_sheet(database, str(partner), months_back(TODAY, months)).issue.code
        for months in (3, 3, 6)
    }
    assert len(codes) == 2
    assert all(re.fullmatch("([A-Z2-7]{4}-){3}[A-Z2-7]{4}", code) for code in codes)
    with database.write(Actor.PROGRAM) as session:
        session.scalars(select(StationSecret)).one().signing_seed = bytes(32)
    forged = prepare_partner_sheet(database, str(partner), months_back(TODAY, 9)).issue.code
    with database.write(Actor.PROGRAM) as session:
        session.scalars(select(StationSecret)).one().signing_seed = bytes([1] * 32)
    other = prepare_partner_sheet(database, str(partner), months_back(TODAY, 9)).issue.code
    assert forged != other  # the same facts, of a store with another secret


def test_a_programme_is_written_for_its_period(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_clock(monkeypatch, TODAY)
    makers.write_meeting(database, status="planned", held_on=date(2026, 12, 2))
    december = Period(date(2026, 12, 1), date(2026, 12, 31))
    programme = prepare_programme(database, december)
    wanted = FilesWanted(tmp_path, (Language.FRENCH,), (FileFormat.PDF, FileFormat.TXT))
    with closing(DocumentWorker()) as worker:
        written = write_documents(database, [programme], wanted, worker, Progress())
    assert [file.pages for file in written] == [None, 1]
    text = (tmp_path / "programme-2026-12-01-2026-12-31.txt").read_text(encoding="utf-8")
    assert "Mercredi 02/12/2026" in text


def test_three_months_back_end_on_the_day(database: Database) -> None:
    assert months_back(TODAY) == Period(date(2026, 8, 10), TODAY)
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),), held_on=date(2026, 8, 9))
    with pytest.raises(NotAllowed):
        makers.give_sheet(database, str(partner), months_back(TODAY))


def test_both_carry_the_emblem(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),))
    with database.write(Actor.CHIEF) as session:
        set_emblem(session, b"image")
    sheet = makers.give_sheet(database, str(partner), months_back(TODAY))
    assert sheet.issue.emblem == b"image"
    assert prepare_programme(database, months_back(TODAY)).issue.emblem == b"image"


def session_with(database: Database, partner: UUID, day: date, **changes: Any) -> UUID:
    parts = {"commitments": (), "referrals": ()} | changes
    return makers.write_meeting(database, attendances=((partner, True),), held_on=day, **parts)


def since(database: Database, partner: UUID, today: date) -> SheetPeriod:
    with database.read() as session:
        return since_last_sheet(session, str(partner), today)


def give(database: Database, partner: UUID, today: date) -> PreparedDocument[HandOutPlan]:
    return makers.give_sheet(database, str(partner), since(database, partner, today).period)


def hold_clock(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Set the clock to noon of that day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: noon)


def test_a_sheet_goes_on_from_the_one_that_was_given_before(database: Database) -> None:
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 10, 14))
    first = since(database, partner, TODAY)
    assert first == SheetPeriod(months_back(TODAY), None)
    give(database, partner, TODAY)
    # Printed again the next day without changes, it is the same sheet.
    assert since(database, partner, date(2026, 11, 11)).given_on is None
    session_with(database, partner, date(2026, 11, 11))
    second = since(database, partner, date(2026, 11, 20))
    assert second.period == Period(date(2026, 10, 15), date(2026, 11, 20))
    assert second.given_on == clock.today()
    assert give(database, partner, date(2026, 11, 20)).plan.sessions == 1


def test_a_look_at_a_sheet_gives_none(database: Database) -> None:
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 10, 14))
    prepare_partner_sheet(database, str(partner), months_back(TODAY))
    session_with(database, partner, date(2026, 11, 5))
    assert since(database, partner, TODAY).given_on is None


def test_a_sheet_is_looked_at_while_something_else_is_written(database: Database) -> None:
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 10, 14))
    with database.write(Actor.CHIEF):
        seen = prepare_partner_sheet(database, str(partner), months_back(TODAY))
    assert seen.plan.sessions == 1


def test_a_sheet_that_was_given_is_looked_at_with_its_own_time(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 10, 14))
    given = give(database, partner, TODAY)
    hold_clock(monkeypatch, date(2030, 1, 1))
    assert prepare_partner_sheet(database, str(partner), months_back(TODAY)) == given


def test_the_same_sheet_printed_twice_was_given_once(database: Database) -> None:
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 10, 14))
    assert give(database, partner, TODAY) == give(database, partner, TODAY)
    with database.read() as session:
        assert session.query(Issue).count() == 1


def test_a_partner_met_long_ago_has_a_sheet_all_the_same(database: Database) -> None:
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 2, 3))
    assert give(database, partner, TODAY).plan.sessions == 1


def test_promises_that_the_last_sheet_left_open_stand_on_the_next_one(database: Database) -> None:
    partner = makers.write_partner(database)
    session_with(
        database,
        partner,
        date(2026, 10, 14),
        points=tuple(PointDraft("request", "tp.8.4", words, "ar") for words in "أبج"),
        commitments=tuple(
            CommitmentDraft(words, "ar", "office", point=place, status=status)
            for place, (words, status) in enumerate(
                (("قائم", "cst.open"), ("سينجز", "cst.open"), ("منجز من قبل", "cst.done"))
            )
        ),
    )
    give(database, partner, TODAY)
    with database.write(Actor.CHIEF) as session:
        row = session.query(Commitment).filter_by(text="سينجز").one()
        keep_commitment(session, row.uid, row.version)
    session_with(database, partner, date(2026, 11, 11))
    plan = give(database, partner, date(2026, 11, 24)).plan
    assert (plan.points, plan.earlier) == (2, 2)
    kept = [remark.commitments[0].words.text for remark in plan.remarks[plan.points :]]
    assert kept == ["سينجز", "قائم"]


def test_a_sheet_given_under_another_name_counts_after_the_merge(database: Database) -> None:
    winner, loser = (makers.write_partner(database, name_ar=name) for name in ("أ", "ب"))
    session_with(database, loser, date(2026, 10, 14))
    give(database, loser, TODAY)
    makers.merge(database, winner, loser)
    session_with(database, winner, date(2026, 11, 11))
    assert since(database, winner, date(2026, 11, 20)).period.first == date(2026, 10, 15)


def test_a_session_logged_after_the_sheet_that_it_belonged_on_reaches_the_next_one_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_clock(monkeypatch, TODAY)
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 10, 14))
    give(database, partner, TODAY)
    hold_clock(monkeypatch, date(2026, 11, 12))
    session_with(database, partner, date(2026, 10, 5))
    session_with(database, partner, date(2026, 11, 11))
    late = since(database, partner, date(2026, 11, 20))
    assert late == SheetPeriod(
        Period(date(2026, 10, 5), date(2026, 11, 20)), TODAY, reaches_back=True
    )
    hold_clock(monkeypatch, date(2026, 11, 20))
    assert give(database, partner, date(2026, 11, 20)).plan.sessions == 3
    hold_clock(monkeypatch, date(2026, 11, 24))
    session_with(database, partner, date(2026, 11, 23))
    again = since(database, partner, date(2026, 11, 24))
    assert (again.period.first, again.reaches_back) == (date(2026, 11, 12), False)


def test_a_planned_session_noted_as_held_after_the_sheet_reaches_the_next_one(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_clock(monkeypatch, TODAY)
    partner = makers.write_partner(database)
    planned = session_with(database, partner, date(2026, 10, 5), status="planned")
    session_with(database, partner, date(2026, 10, 14))
    give(database, partner, TODAY)
    hold_clock(monkeypatch, date(2026, 11, 12))
    with database.write(Actor.CHIEF) as session:
        version = get_record(session, Meeting, planned).version
        change_meeting_status(session, planned, version, "held")
    session_with(database, partner, date(2026, 11, 11))
    assert since(database, partner, date(2026, 11, 20)).period.first == date(2026, 10, 5)


def test_a_session_corrected_after_the_sheet_that_tells_of_it_is_not_told_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_clock(monkeypatch, TODAY)
    partner = makers.write_partner(database)
    told = session_with(database, partner, date(2026, 10, 14))
    give(database, partner, TODAY)
    hold_clock(monkeypatch, date(2026, 11, 12))
    with database.write(Actor.CHIEF) as session:
        get_record(session, Meeting, told).headcount = 20
    session_with(database, partner, date(2026, 11, 11))
    assert since(database, partner, date(2026, 11, 20)).period.first == date(2026, 10, 15)


def test_what_the_first_sheet_left_out_as_too_old_stays_out(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_clock(monkeypatch, date(2026, 11, 9))
    partner = makers.write_partner(database)
    session_with(database, partner, date(2026, 2, 3))
    session_with(database, partner, date(2026, 10, 14))
    hold_clock(monkeypatch, TODAY)
    give(database, partner, TODAY)
    hold_clock(monkeypatch, date(2026, 11, 12))
    session_with(database, partner, date(2026, 11, 11))
    assert since(database, partner, date(2026, 11, 20)).period.first == date(2026, 10, 15)
