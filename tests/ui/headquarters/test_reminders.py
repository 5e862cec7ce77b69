"""The reminder to a late precinct states in both languages what is awaited and received."""

from datetime import UTC, date, datetime
from uuid import uuid4

from outreach_app.queries.offices import MissingRange, OfficeRow, WeekState, last_weeks
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from ui.headquarters.reminders import reminders_text

WEEKS = last_weeks(date(2026, 10, 21), 3)  # Mondays 5, 12, 19


def precinct(last_sent: datetime | None, *missing: MissingRange) -> OfficeRow:
    name, city = Bilingual("النخيل", "Annakhil"), Bilingual("الدار البيضاء", "Casablanca")
    states = (WeekState.SENT, WeekState.LATE, WeekState.AWAITED)
    return OfficeRow(
        uuid4(), OfficeId(2), name, city, "13", None, None, None, (), False, last_sent,
        missing, states,
    )  # fmt: skip


def test_a_late_precinct_is_reminded_in_both_languages() -> None:
    text = reminders_text([precinct(datetime(2026, 10, 9, 9, tzinfo=UTC))], WEEKS)
    arabic, french = text.split("\n\n")
    assert "النخيل" in arabic
    assert "12/10/2026" in arabic
    assert "Le fichier de la semaine du 12/10/2026, attendu le 16/10/2026" in french
    assert "09/10/2026" in french
    assert not any("\u2066" <= sign <= "\u2069" for sign in text)  # as a letter has it


def test_what_lacks_is_asked_for_and_a_week_that_came_is_not() -> None:
    office = precinct(datetime(2026, 10, 14, 9, tzinfo=UTC), MissingRange(uuid4(), 4, 9))
    _arabic, french = reminders_text([office], WEEKS).split("\n\n")
    assert "4–9" in french
    assert "attendu le" not in french


def test_one_that_never_sent_is_told_so() -> None:
    assert "Aucun fichier n’a encore été reçu" in reminders_text([precinct(None)], WEEKS)
