"""A meeting of several days, in every document that lists it."""

from datetime import date

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.hand_outs import get_partner
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.partner_sheets.facts import plan_partner_sheet
from outreach_app.summaries.partner_sheets.prose import realise_partner_sheet
from outreach_app.summaries.period.facts import plan_period
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.blocks import Realised, plain
from outreach_app.summaries.prose.french_periods import headings_of
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.prose.several_days import days_cell
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("language", "days", "listed", "said"),
    [
        (
            Language.FRENCH,
            "Du lundi 05/10/2026 au mercredi 07/10/2026",
            "Du 05/10/2026 au 07/10/2026",
            "menée avec elle, du 5 au 7 octobre 2026.",
        ),
        (
            Language.ARABIC,
            "من الاثنين 05/10/2026 إلى الأربعاء 07/10/2026",
            "من 05/10/2026 إلى 07/10/2026",
            "الذي دُعيت إليه، من 5 إلى غاية 7 أكتوبر 2026.",
        ),
    ],
)
def test_both_ends_are_told(
    database: Database, language: Language, days: str, listed: str, said: str
) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(
        database,
        kind="mt.awareness",
        held_on=date(2026, 10, 5),
        last_on=date(2026, 10, 7),
        starts_at=None,
        ends_at=None,
        attendances=((partner, True),),
    )
    with database.read() as session:
        sheet = plan_partner_sheet(session, get_partner(session, str(partner)), TODAY)
        programme = plan_programme(session, OCTOBER, TODAY)
        report = plan_period(session, OCTOBER, TODAY)
    of_partner = _words(realise_partner_sheet(sheet, language, TODAY))
    assert listed in of_partner
    assert said in of_partner
    assert listed in _words(realise_period(report, language, TODAY))
    assert days in _words(realise_programme(programme, language, TODAY))


def _words(document: Realised) -> str:
    """Return the plain words of a document."""
    words = to_plain_text(document).replace("\u2066", "").replace("\u2069", "")
    return words.replace("\u00a0", " ")


def test_a_narrow_column_may_end_a_line_before_a_day_or_a_year() -> None:
    cell = days_cell(date(2026, 10, 5), date(2026, 10, 7), "row", Language.FRENCH)
    assert plain(cell) == "Du 05/10/2026 au 07/10/2026"
    half = Period(date(2026, 1, 1), date(2026, 6, 30))
    before = Period(date(2025, 7, 1), date(2025, 12, 31))
    assert headings_of(half, before) == ("Premier semestre 2026", "Second semestre 2025")
