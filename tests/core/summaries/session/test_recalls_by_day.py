"""By the day and the hour: what a summary recalls of the meetings before, and what no more."""

from datetime import date, time
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status, postpone_commitment
from outreach_app.services.meetings import log_meeting
from outreach_app.summaries.session.plan import News
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan
from tests.core.summaries.session.test_recalls import BARE, recalled


@pytest.mark.parametrize("kind", ["mt.thematic", "mt.school"])
def test_what_was_recorded_as_closed_by_the_last_meeting_is_recalled_no_more(
    database: Database, partner: UUID, kind: str
) -> None:
    promises = tuple(CommitmentDraft(words, "ar", "office") for words in ("أول", "ثان"))
    day = date(2026, 9, 10)
    held = hold(database, day, partner, **{**BARE, "commitments": promises})
    with on(date(2026, 9, 14)), database.write(Actor.CHIEF) as session:
        row, _second = get_record(session, Meeting, held).commitments
        closed_on = day if kind == "mt.thematic" else None
        change_status(session, row.uid, row.version, CommitmentStatus.DONE, status_on=closed_on)
    if kind == "mt.school":
        hold(database, date(2026, 9, 20), partner, **BARE, kind=kind)
    earlier = plan(database, hold(database, HELD_ON, partner, **BARE)).earlier
    assert earlier is not None
    # What was closed by its day but recorded later, no page before could tell.
    assert (earlier.number, earlier.among) == (2 if kind == "mt.thematic" else 1, 2)


def test_a_meeting_of_the_morning_is_recalled_in_the_afternoon(
    database: Database, partner: UUID
) -> None:
    promises = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    morning = {**BARE, "commitments": promises, "starts_at": time(9, 30), "ends_at": None}
    first = hold(database, HELD_ON, partner, **morning)
    later = hold(database, HELD_ON, partner, **{**BARE, "starts_at": time(16), "ends_at": None})
    assert recalled(plan(database, later)) == ["دورية راجلة"]
    assert plan(database, first).earlier is None


def test_a_new_day_is_told_before_that_it_has_passed(database: Database, partner: UUID) -> None:
    meeting = hold(database, HELD_ON, partner, points=(), referrals=())
    for day, change in ((16, "begin"), (18, "put off")):
        with on(date(2026, 10, day)), database.write(Actor.CHIEF) as session:
            (promise,) = get_record(session, Meeting, meeting).commitments
            if change == "begin":
                change_status(session, promise.uid, promise.version, CommitmentStatus.IN_PROGRESS)
            else:
                postpone_commitment(session, promise.uid, promise.version, date(2026, 11, 10))
    assert [line.news for line in plan(database, meeting).situation] == [News.DUE, News.STATE]


def test_a_first_day_is_not_told_as_a_new_one(database: Database, partner: UUID) -> None:
    promise = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    meeting = hold(database, HELD_ON, partner, **{**BARE, "commitments": promise})
    with on(date(2026, 10, 18)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, meeting).commitments
        postpone_commitment(session, row.uid, row.version, date(2026, 12, 1))
    told = plan(database, meeting)
    assert "حُدد الأجل في 01/12/2026\n" in prose(told, Language.ARABIC)
    assert "Échéance fixée au 01/12/2026\n" in prose(told, Language.FRENCH)


def test_what_was_recorded_as_done_with_its_own_meeting_is_recalled_no_more(
    database: Database, partner: UUID
) -> None:
    """Its own summary told it so."""
    done = CommitmentDraft("حملة", "ar", "office", status="cst.done", status_on=date(2026, 9, 10))
    promises = (CommitmentDraft("دورية", "ar", "office"), done)
    morning = {**BARE, "starts_at": time(9), "ends_at": time(10)}
    hold(database, date(2026, 9, 10), partner, **{**morning, "commitments": promises})
    evening = {**BARE, "starts_at": time(18), "ends_at": time(19)}
    earlier = plan(database, hold(database, date(2026, 9, 10), partner, **evening)).earlier
    assert earlier is not None
    assert (earlier.number, earlier.among) == (1, 2)


def test_of_a_register_imported_later_what_was_closed_before_is_not_recalled(
    database: Database, partner: UUID
) -> None:
    """All of its journal is of one day: the day typed tells what an earlier summary did."""
    day = date(2026, 9, 12)
    first = CommitmentDraft("أول", "ar", "office", status="cst.done", status_on=day)
    promises = (first, CommitmentDraft("ثان", "ar", "office"))
    with on(date(2026, 12, 2)), database.write(Actor.CHIEF) as session:
        for number, made in ((10, promises), (20, ()), (25, ())):
            values = {**BARE, "commitments": made, "attendances": ((partner, True),)}
            draft = makers.meeting_draft(held_on=date(2026, 9, number), **values)
            last = log_meeting(session, draft).uid
    assert recalled(plan(database, last, date(2026, 12, 2))) == ["ثان"]


def test_of_two_promises_with_the_same_words_it_is_told_whose_each_is(
    database: Database, partner: UUID
) -> None:
    promises = tuple(
        CommitmentDraft("إصلاح الإنارة", "ar", "authority", authority=code)
        for code in ("rf.srm", "rf.caidat")
    )
    hold(database, date(2026, 9, 10), partner, **{**BARE, "commitments": promises})
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    page = prose(told, Language.ARABIC)
    assert "(المكلف بالتنفيذ: الشركة الجهوية متعددة الخدمات) – في انتظار" in page
    assert "(المكلف بالتنفيذ: القيادة) – في انتظار التنفيذ" in page
    assert "(responsable : caïdat) – En attente" in prose(told, Language.FRENCH)


def test_earlier_commitments_are_listed_in_the_order_of_their_days(
    database: Database, partner: UUID
) -> None:
    """One of February stood before one of April and that before one of March, by their states."""
    kept = CommitmentDraft("أول", "ar", "office", due_on=date(2026, 12, 1))
    hold(database, date(2026, 8, 4), partner, **{**BARE, "commitments": (kept,)})
    begun = CommitmentDraft("ثان", "ar", "office", status=CommitmentStatus.IN_PROGRESS)
    hold(database, date(2026, 9, 4), partner, **{**BARE, "commitments": (begun,)})
    text = prose(plan(database, hold(database, HELD_ON, partner, **BARE)), Language.FRENCH)
    assert 0 < text.index("«أول»") < text.index("«ثان»")


def test_the_first_hour_of_several_days_is_told_apart_from_them(
    database: Database, partner: UUID
) -> None:
    lasting = {"kind": "mt.awareness", "last_on": date(2026, 10, 15), "starts_at": time(9, 15)}
    held = hold(database, HELD_ON, partner, **{**BARE, **lasting, "ends_at": None})
    said = "du mercredi 14 au jeudi 15 octobre 2026, à partir de 9 h 15, "
    assert said in prose(plan(database, held), Language.FRENCH)


def test_several_meetings_are_named_after_one_lead(database: Database, partner: UUID) -> None:
    """« Lors de la séance, lors de l’audience et lors de la rencontre » was refused as heavy."""
    for place, kind in enumerate(("mt.listening", "mt.reception", "mt.field"), start=7):
        owed = {"commitments": (CommitmentDraft("أول", "ar", "office"),), "kind": kind}
        hold(database, date(2026, place, 4), partner, **{**BARE, **owed})
    text = prose(plan(database, hold(database, HELD_ON, partner, **BARE)), Language.FRENCH)
    said = "Lors de la séance n° 01/2026 du 4 juillet 2026, de l’audience n° 02/2026 du 4 août 2026"
    assert f"{said} et de la visite n° 03/2026 du 4 septembre 2026, trois engagements" in text
