"""A meeting of several days, in every document that lists it."""

from datetime import date

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.hand_outs import get_partner
from outreach_app.queries.meetings import get_meeting
from outreach_app.rules.periods import Period
from outreach_app.summaries.forms.attendance_facts import plan_attendance
from outreach_app.summaries.forms.attendance_prose import realise_attendance
from outreach_app.summaries.hand_outs.facts import plan_hand_out
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.hand_outs.prose import realise_hand_out
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
FRENCH, ARABIC = Language.FRENCH, Language.ARABIC


@pytest.mark.parametrize(
    ("language", "days", "listed", "said"),
    [
        (
            Language.FRENCH,
            "Du lundi 05/10/2026 au mercredi 07/10/2026",
            "Du 05/10 au 07/10/2026",
            "menée avec elle, du 5 au 7 octobre 2026.",
        ),
        (
            Language.ARABIC,
            "من الاثنين 05/10/2026 إلى الأربعاء 07/10/2026",
            "من 05/10 إلى 07/10/2026",
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
    assert plain(cell) == "Du 05/10 au 07/10/2026"
    cell = days_cell(date(2026, 12, 31), date(2027, 1, 2), "row", Language.FRENCH)
    assert plain(cell) == "Du 31/12/2026 au 02/01/2027"
    half = Period(date(2026, 1, 1), date(2026, 6, 30))
    before = Period(date(2025, 7, 1), date(2025, 12, 31))
    assert headings_of(half, before) == ("Premier semestre 2026", "Second semestre 2025")


def test_open_days_are_named_as_such_on_the_sheets_of_those_who_come(database: Database) -> None:
    partner = makers.write_partner(database)
    meeting = makers.write_meeting(
        database,
        kind="mt.openday",
        held_on=date(2026, 10, 5),
        last_on=date(2026, 10, 6),
        attendances=((partner, True),),
        commitments=(),
        referrals=(),
    )
    makers.write_meeting(database, attendances=((partner, True),))
    with database.read() as session:
        sheet = plan_attendance(session, get_meeting(session, str(meeting)))
        handed = plan_hand_out(session, get_partner(session, str(partner)), OCTOBER)
    french, arabic = (_words(realise_attendance(sheet, page, TODAY)) for page in (FRENCH, ARABIC))
    assert "Journées portes ouvertes" in french
    assert "Du 5 au 6 octobre 2026" in french
    assert "يومان للأبواب المفتوحة" in arabic
    assert "من 5 إلى غاية 6 أكتوبر 2026" in arabic
    french, arabic = (_words(realise_hand_out(handed, page, TODAY)) for page in (FRENCH, ARABIC))
    assert "(journées portes ouvertes du 5 au 6 octobre 2026)" in french
    assert "(يومان للأبواب المفتوحة من 5 إلى غاية 6 أكتوبر 2026)" in arabic
