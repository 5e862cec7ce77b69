"""The facts of a programme, from a real store: planned and held meetings of a period."""

from datetime import date
from uuid import UUID

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


def test_the_programme_lists_what_is_planned_by_day_and_hour(
    database: Database, partner: UUID
) -> None:
    invited = ((partner, False),)
    for day, status in ((18, "planned"), (4, "confirmed"), (2, "held"), (5, "cancelled")):
        makers.write_meeting(
            database,
            attendances=invited,
            status=status,
            status_reason="سبب",
            held_on=date(2026, 11, day),
        )
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        found = plan_programme(session, november, date(2026, 10, 30))
    assert [meeting.held_on.day for meeting in found.meetings] == [4, 18]
    assert found.meetings[0].partners[0].name.fr == "Association Annakhil"


@pytest.mark.parametrize(
    ("today", "held", "to_come"),
    [
        (date(2026, 11, 10), [2], [18]),
        (date(2026, 11, 30), [2], []),
        (date(2026, 12, 1), [2], []),
    ],
)
def test_the_programme_of_a_month_that_began_tells_what_was_held(
    database: Database, partner: UUID, today: date, held: list[int], to_come: list[int]
) -> None:
    absent = makers.write_partner(database, name_ar="جمعية غائبة", name_fr="Association absente")
    for day, status in ((18, "planned"), (4, "planned"), (2, "held")):
        makers.write_meeting(
            database,
            attendances=((partner, True), (absent, False)),
            status=status,
            held_on=date(2026, 11, day),
        )
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        found = plan_programme(session, november, today)
    assert [meeting.held_on.day for meeting in found.held] == held
    assert [meeting.held_on.day for meeting in found.meetings] == to_come
    assert [body.name.fr for body in found.held[0].partners] == ["Association Annakhil"]
    assert found.is_over is not bool(to_come)
    for language in Language:
        told = to_plain_text(realise_programme(found, language, today))
        planned = "بُرمج" if language is Language.ARABIC else "programmée"
        assert (planned in told) is bool(to_come)
        assert "02/11/2026" in told
        assert "04/11/2026" not in told
