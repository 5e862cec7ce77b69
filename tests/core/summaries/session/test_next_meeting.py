"""What came of the meeting set to follow is true on the day on which it is told."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.services.meetings import log_meeting
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import News, SituationFacts
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

SET_FOR = date(2026, 11, 2)
TODAY = date(2026, 12, 24)


@pytest.fixture
def meeting(database: Database, partner: UUID) -> UUID:
    return hold(database, HELD_ON, partner)


@pytest.fixture
def following(database: Database, meeting: UUID) -> UUID:
    """Plan the next meeting on the day of the first."""
    draft = makers.meeting_draft(
        status="planned", held_on=SET_FOR, starts_at=time(10), follows=meeting
    )
    with on(HELD_ON), database.write(Actor.CHIEF) as session:
        return log_meeting(session, replace(draft, points=(), commitments=(), referrals=())).uid


def change(database: Database, following: UUID, day: date, **values: object) -> None:
    with on(day), database.write(Actor.CHIEF) as session:
        row = get_record(session, Meeting, following)
        for name, value in values.items():
            setattr(row, name, value)


def told(database: Database, meeting: UUID, today: date = TODAY) -> list[SituationFacts]:
    return [line for line in plan(database, meeting, today).situation if line.is_of_next_meeting]


def said(database: Database, meeting: UUID, today: date = TODAY) -> str:
    texts = (
        to_plain_text(realise(plan(database, meeting, today), each, today)) for each in Language
    )
    return ISOLATES.sub("", "".join(texts)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("day", "arabic", "french"),
    [
        (date(2026, 10, 28), ": أُلغي\n", ": Annulée\n"),
        (SET_FOR, ": أُلغي\n", ": Annulée\n"),
        (
            date(2026, 11, 16),
            ": لم ينعقد في موعده (02/11/2026)، وسُجل إلغاؤه\n  التاريخ: 16/11/2026\n",
            "Non tenue à la date prévue (02/11/2026), annulation enregistrée\n",
        ),
    ],
)
def test_what_was_cancelled_after_its_day_was_not_held(
    database: Database, meeting: UUID, following: UUID, day: date, arabic: str, french: str
) -> None:
    change(database, following, day, status=MeetingStatus.CANCELLED, status_reason="عذر")
    page = said(database, meeting)
    assert arabic in page
    assert french in page


def test_each_new_day_is_told_with_its_hour_and_another_place(
    database: Database, meeting: UUID, following: UUID
) -> None:
    change(database, following, date(2026, 10, 28), held_on=date(2026, 11, 4))
    change(
        *(database, following, date(2026, 11, 16)),
        held_on=date(2026, 12, 29),
        place_ar="دار الحي",
        place_fr="Maison de quartier",
    )
    page = said(database, meeting)
    assert ": تغير موعده إلى 04/11/2026 على الساعة 10:00\n" in page
    assert (
        ": لم ينعقد في موعده (04/11/2026)، وحُدد له موعد جديد: 29/12/2026 على الساعة 10:00، "
        "بدار الحي\n  التاريخ: 16/11/2026\n" in page
    )
    assert (
        "Non tenue à la date prévue (04/11/2026), nouvelle date fixée au 29/12/2026 à 10 h, à la "
        "maison de quartier\n" in page
    )
    assert "La prochaine rencontre a été fixée au lundi 2 novembre 2026 à 10 h" in page


def test_it_was_held_or_nobody_recorded_it(
    database: Database, meeting: UUID, following: UUID
) -> None:
    assert told(database, meeting, date(2026, 11, 1)) == []
    page = said(database, meeting, SET_FOR)
    assert ": موعده في تاريخه، ولم يُسجل انعقاده بعد\n  التاريخ: 02/11/2026\n" in page
    assert ": Fixée à ce jour ; sa tenue n’a pas encore été enregistrée\n" in page
    page = said(database, meeting)
    assert ": انقضى موعده، ولم يُسجل انعقاده\n  التاريخ: 02/11/2026\n" in page
    assert ": Date échue, tenue non enregistrée\n  Date : 02/11/2026\n" in page
    day = date(2026, 11, 4)
    change(database, following, day, status=MeetingStatus.HELD, held_on=day)
    page = said(database, meeting)
    assert ": انعقد\n  التاريخ: 04/11/2026\n" in page
    assert ": Tenue\n  Date : 04/11/2026\n" in page


def test_of_several_the_one_to_come_is_told_beside_the_one_held(
    database: Database, meeting: UUID, following: UUID
) -> None:
    draft = makers.meeting_draft(held_on=date(2026, 11, 5), follows=meeting)
    with on(date(2026, 11, 6)), database.write(Actor.CHIEF) as session:
        log_meeting(session, replace(draft, points=(), commitments=(), referrals=()))
    page = said(database, meeting)
    assert "لم يُسجل انعقاده" in page
    assert ": انعقد تحت عدد 02/2026\n  التاريخ: 05/11/2026\n" in page
    assert "Rencontre de suivi" in page
    assert "fixée au lundi 2 novembre 2026" in page
    draft = makers.meeting_draft(status="planned", held_on=date(2026, 12, 30), follows=meeting)
    with on(date(2026, 11, 6)), database.write(Actor.CHIEF) as session:
        log_meeting(session, replace(draft, points=(), commitments=(), referrals=()))
    page = said(database, meeting)
    assert "fixée au mercredi 30 décembre 2026" in page
    assert ": انعقد تحت عدد 02/2026\n" in page


def test_a_second_one_to_come_is_told_too(
    database: Database, meeting: UUID, following: UUID
) -> None:
    draft = makers.meeting_draft(
        status="planned", held_on=date(2026, 11, 9), starts_at=time(9), follows=meeting
    )
    with on(HELD_ON), database.write(Actor.CHIEF) as session:
        log_meeting(session, replace(draft, points=(), commitments=(), referrals=()))
    page = said(database, meeting, date(2026, 10, 20))
    assert "fixée au lundi 2 novembre 2026" in page
    assert "Autre rencontre\n  Situation : Fixée au 09/11/2026 à 9 h" in page
    assert "لقاء آخر\n  الوضعية: محدد في 09/11/2026 على الساعة 09:00" in page


def test_it_is_postponed_until_it_has_a_new_day(
    database: Database, meeting: UUID, following: UUID
) -> None:
    change(database, following, date(2026, 10, 28), status=MeetingStatus.POSTPONED)
    assert ": أُجل إلى تاريخ لاحق\n" in said(database, meeting)
    change(database, following, date(2026, 10, 30), held_on=date(2026, 12, 29))
    assert ": Reportée au 29/12/2026 à 10 h\n" in said(database, meeting)
    assert len(told(database, meeting)) == 1


def test_its_place_is_that_of_its_means_where_none_was_typed(
    database: Database, meeting: UUID, following: UUID
) -> None:
    nowhere = {"place_ar": None, "place_fr": None, "channel": "ch.office"}
    change(database, following, HELD_ON, **nowhere)
    page = said(database, meeting, date(2026, 10, 20))
    assert "موعدا للقاء المقبل، بمقر الدائرة الأمنية." in page
    assert "à 10 h, au siège de l’arrondissement de police." in page


def test_one_that_follows_on_the_same_day_is_told_though_no_hour_says_so(
    database: Database, partner: UUID, meeting: UUID
) -> None:
    hold(database, HELD_ON, partner, follows=meeting, starts_at=None, ends_at=None)
    assert [line.news for line in told(database, meeting)] == [News.FOLLOWED]


def test_a_day_that_passed_is_told_though_another_meeting_was_held(
    database: Database, partner: UUID, meeting: UUID, following: UUID
) -> None:
    hold(database, date(2026, 10, 20), partner, follows=meeting)
    news = [line.news for line in told(database, meeting)]
    assert news == [News.FOLLOWED, News.UNKNOWN]
