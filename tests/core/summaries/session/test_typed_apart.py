"""What was typed twice, and does not agree, is told once; what is not after is not told as such."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import log_meeting
from outreach_app.services.points import PointDraft
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}


def test_one_body_is_not_told_as_of_two_kinds(database: Database, partner: UUID) -> None:
    kinds: dict[str, object] = {
        "attendances": (),
        "kinds_present": ("as.women", "as.merchants"),
        "headcount": 9,
    }
    told = plan(database, hold(database, HELD_ON, partner, bodies=1, **kinds, **BARE))
    assert "associations" not in prose(told, FR)
    assert "Un organisme y était représenté." in prose(told, FR).replace("\xa0", " ")
    assert "نسائية" not in prose(told, AR)


@pytest.mark.parametrize(
    ("day", "hour", "is_told"),
    [
        (date(2026, 10, 13), None, False),
        (HELD_ON, None, False),
        (HELD_ON, time(9), False),
        (HELD_ON, time(18), True),
    ],
)
def test_a_meeting_is_later_only_if_it_was(
    database: Database, partner: UUID, day: date, hour: time | None, is_told: bool
) -> None:
    hours: dict[str, object] = {"starts_at": time(15), "ends_at": time(16)}
    meeting = hold(database, HELD_ON, partner, **hours, **BARE)
    draft = makers.meeting_draft(held_on=day, starts_at=hour, ends_at=None, follows=meeting)
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        log_meeting(session, replace(draft, points=(), commitments=(), referrals=()))
    told = plan(database, meeting)
    assert bool(told.situation) is is_told
    assert ("Rencontre ultérieure" in prose(told, FR)) is is_told


def test_who_raised_a_point_is_told_where_nobody_counted_those_who_came(
    database: Database, partner: UUID
) -> None:
    points = (
        PointDraft("request", "tp.6.1", "مصابيح معطلة", "ar", raised_by=partner),
        PointDraft("concern", "tp.1.1", "ضوضاء", "ar"),
    )
    uncounted: dict[str, object] = {
        **BARE,
        "points": points,
        "headcount": None,
        "women": None,
        "bodies": None,
    }
    told = plan(database, hold(database, HELD_ON, partner, **uncounted))
    assert "ملتمس مقدم باسم" in prose(told, AR)
    assert "L’origine du point 2 n’a pas été relevée." in prose(told, FR)
    public = plan(database, hold(database, HELD_ON, partner, kind="mt.school", **uncounted))
    assert "L’origine du point 2 n’a pas été relevée." in prose(public, FR)


def test_the_one_promise_kept_of_many_is_named(database: Database, partner: UUID) -> None:
    promises = (
        CommitmentDraft("دورية راجلة", "ar", "office", status="cst.done"),
        *(CommitmentDraft(f"وعد {n}", "ar", "office", status="cst.open") for n in range(5)),
        *(CommitmentDraft(f"عهد {n}", "ar", "office", status="cst.in_progress") for n in range(2)),
    )
    hold(database, date(2026, 9, 12), partner, **{**BARE, "commitments": promises})
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert told.earlier is not None
    assert told.earlier.are_all_named
