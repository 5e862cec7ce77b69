"""The planned meetings of a period that are not known as held, in Arabic and French."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, count, takes_feminine_verb
from outreach_app.summaries.prose.nouns import MEETING

_FRENCH = {
    MeetingStatus.CANCELLED: ("a été annulée", "ont été annulées"),
    MeetingStatus.POSTPONED: (
        "a été reportée sans nouvelle date",
        "ont été reportées sans nouvelle date",
    ),
    MeetingStatus.PLANNED: (
        "n’a pas encore été enregistrée comme tenue ou annulée",
        "n’ont pas encore été enregistrées comme tenues ou annulées",
    ),
}
# The verb before a masculine and a feminine count, and what follows «كان مبرمجا…».
_ARABIC = {
    MeetingStatus.CANCELLED: ("أُلغي ", "أُلغيت ", ("", "", "")),
    MeetingStatus.POSTPONED: ("أُجل ", "أُجلت ", (" دون تحديد تاريخ جديد",) * 3),
    MeetingStatus.PLANNED: (
        "لا يزال ",
        "لا تزال ",
        (
            " دون تسجيل انعقاده أو إلغائه",
            " دون تسجيل انعقادهما أو إلغائهما",
            " دون تسجيل انعقادها أو إلغائها",
        ),
    ),
}
UNHELD = tuple(_FRENCH)
_WERE_PLANNED = (" كان مبرمجا", " كانا مبرمجين", " كانت مبرمجة")


@dataclass(frozen=True, slots=True)
class UnheldFacts:
    """Meetings planned in a period, of which nobody recorded what became, or that were put off.

    `code` is what became of them (`MeetingStatus`), `planned` where nothing was recorded; `on` is
    the day for which a single one was planned, None for several.
    """

    code: str
    count: int
    on: date | None = None


def unheld(rows: Sequence[UnheldFacts], language: Language) -> Text:
    """Return « Par ailleurs, une rencontre prévue le 12 août 2026 a été annulée. »."""
    if not rows:
        return ()
    if language is Language.ARABIC:
        return text(joined([_arabic(row) for row in rows], "، و"), ".")
    return text("Par ailleurs, ", *listed([_french(row) for row in rows], language), ".")


def _counted(row: UnheldFacts, language: Language) -> Span:
    said = count(MEETING, row.count, Case.NOMINATIVE, language)
    return Span(said, f"unheld.{row.code}.count")


def _french(row: UnheldFacts) -> Text:
    one, several = _FRENCH[MeetingStatus(row.code)]
    counted = _counted(row, Language.FRENCH)
    if row.on is None:
        return text(counted, f" prévues au cours de la période {several}")
    return text(counted, " prévue le ", Span(french.full_date(row.on), _day(row)), f" {one}")


def _arabic(row: UnheldFacts) -> Text:
    masculine, feminine, ends = _ARABIC[MeetingStatus(row.code)]
    verb = feminine if takes_feminine_verb(MEETING, row.count) else masculine
    few = 3 <= row.count % 100 <= 10
    form = 1 if row.count == 2 else 2 if few else 0
    when = text(" خلال الفترة")
    if row.on is not None:
        when = text(" ليوم ", Span(arabic.full_date(row.on), _day(row)))
    return text(verb, _counted(row, Language.ARABIC), _WERE_PLANNED[form], when, ends[form])


def _day(row: UnheldFacts) -> str:
    return f"unheld.{row.code}.on"
