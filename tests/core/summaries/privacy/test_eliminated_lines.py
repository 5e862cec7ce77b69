"""What a line of an elimination list calls a meeting, and a document past its term."""

from dataclasses import replace
from datetime import date

from outreach_app.models import Issue, Meeting
from outreach_app.queries.records_past_term import days_lasted, number_and_code, split_version
from outreach_app.summaries.privacy.elimination import LineFacts
from outreach_app.summaries.privacy.elimination_prose import realise_elimination
from tests.core.summaries.privacy.test_proofs import ARABIC, DAY, FRENCH, LATER, LIST, plain


def test_what_was_held_is_listed_by_its_name() -> None:
    lines = (
        LineFacts(1, "meeting", "ch.phone", "08/2026", DAY, LATER, 3),
        LineFacts(2, "meeting", "mt.openday", "09/2026", DAY, LATER, 1, 1, date(2033, 8, 9), 2),
        LineFacts(3, "issue", "ch.phone", "08/2026", DAY, LATER, 1),
        LineFacts(4, "issue", "mt.openday", "09/2026", DAY, LATER, 1, days=3),
        LineFacts(5, "issue", "mt.openday", "10/2026", DAY, LATER, 1),
        LineFacts(6, "trash", "mt.openday", "11/2026", DAY, LATER, 1, days=3),
    )
    plan = replace(LIST, lines=lines)
    arabic, french = (plain(realise_elimination(plan, each, DAY)) for each in (ARABIC, FRENCH))

    assert "ملف لقاء: اتصال هاتفي" in arabic
    assert "ملف لقاء: يومان للأبواب المفتوحة" in arabic
    assert "تقييد في سجل الوثائق الصادرة: خلاصة اتصال هاتفي" in arabic
    assert "خلاصة أيام للأبواب المفتوحة\n" in arabic
    assert "خلاصة يوم للأبواب المفتوحة\n" in arabic
    assert ": أيام للأبواب المفتوحة\n" in arabic
    assert "Dossier de rencontre : échange téléphonique" in french
    assert "Dossier de rencontre : journées portes ouvertes" in french
    assert "synthèse d’un échange téléphonique" in french
    assert "synthèse de journées portes ouvertes\n" in french
    assert "synthèse d’une journée portes ouvertes\n" in french
    assert " : journées portes ouvertes\n" in french


def test_a_document_past_its_term_is_listed_by_kind_number_and_version() -> None:
    number = {"number_year": 2025, "number_sequence": 5, "number_station": ""}
    first, second = (Issue(kind="session", edition=edition, **number) for edition in (1, 2))

    assert number_and_code(first) == ("05/2025", "session")
    call = Meeting(kind="mt.thematic", channel="ch.phone")
    assert (
        number_and_code(Issue(kind="session", edition=1, meeting=call, **number))[1] == "ch.phone"
    )
    days = Meeting(kind="mt.openday", held_on=date(2025, 5, 6), last_on=date(2025, 5, 8))
    assert days_lasted(Issue(kind="session", edition=1, meeting=days, **number)) == 3
    assert (days_lasted(days), days_lasted(call), days_lasted(first)) == (3, 1, 1)
    sheet = Issue(kind="attendance", edition=1, meeting=call, **number)
    assert number_and_code(sheet) == ("A-05/2025", "attendance")
    told, kind = number_and_code(second)
    assert (split_version(told), kind) == (("05/2025", 2), "session")
