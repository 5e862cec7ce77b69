"""Tell what was heard or received before a period and still waits, in Arabic and French."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count, first_of, takes_feminine_verb
from outreach_app.summaries.prose.french_tense import Tense
from outreach_app.summaries.prose.nouns import INFORMATION, NEWS_HEARD, POINT, REMARK


class Left(StrEnum):
    """Name what something that came before a period still waits for."""

    UNVERIFIED = "unverified"
    TO_RECTIFY = "to_rectify"
    UNANSWERED = "unanswered"
    WITHOUT_OUTCOME = "without_outcome"


_HEARD = (" رُصد", " رُصدا", " رُصدت")
_RECEIVED = ("، وردت خارج اللقاءات", " واردتان خارج اللقاءات", " واردة خارج اللقاءات")
# What one, two and several were that came before the period, and what they wait for.
_ARABIC = {
    Left.UNVERIFIED: (NEWS_HEARD, _HEARD, "في انتظار نتيجة التحقق"),
    Left.TO_RECTIFY: (NEWS_HEARD, _HEARD, "في انتظار بيان حقيقة"),
    Left.UNANSWERED: (REMARK, _RECEIVED, "دون مآل"),
    Left.WITHOUT_OUTCOME: (POINT, (" أُثيرت", " أُثيرتا", " أُثيرت"), "دون مآل"),
}
_FRENCH = {
    Left.UNVERIFIED: (INFORMATION, " relevée{0} avant la période"),
    Left.TO_RECTIFY: (INFORMATION, " relevée{0} avant la période"),
    Left.UNANSWERED: (REMARK, " reçue{0} en dehors des rencontres, avant la période"),
    Left.WITHOUT_OUTCOME: (POINT, " soulevé{0} avant la période"),
}


@dataclass(frozen=True, slots=True)
class LeftOpenFacts:
    """Hold what came before the period and still waits: the oldest's and the newest's day."""

    code: Left
    count: int
    since: date
    until: date

    @property
    def is_of_one_day(self) -> bool:
        """Return whether the oldest and the newest are of the same day."""
        return self.since == self.until


def left_open_in_french(rows: Iterable[LeftOpenFacts], as_of: Span, tense: Tense) -> Iterator[Text]:
    """Yield « Au 31 mai 2026, une information relevée avant la période, le 5 avril 2026, … »."""
    for row in rows:
        noun, came = _FRENCH[Left(row.code)]
        is_one = row.count == 1
        end, had = ("", tense.had) if is_one else ("s", tense.had_all)
        stayed = f"{tense.stayed if is_one else tense.stayed_all} en attente de suite"
        waits = {
            Left.UNVERIFIED: f"n’{had} pas encore été vérifiée{end}",
            Left.TO_RECTIFY: f"{tense.waited if is_one else tense.waited_all} encore une mise au"
            " point",
            Left.UNANSWERED: stayed,
            Left.WITHOUT_OUTCOME: stayed,
        }[Left(row.code)]
        day = Span(french.full_date(row.since), _fact(row, "since"))
        is_point = row.code == Left.WITHOUT_OUTCOME
        oldest = "le plus ancien" if is_point else "la plus ancienne"
        since = text(
            ", le " if row.is_of_one_day else f", dont {oldest} remonte au\u00a0", day, ", "
        )
        counted = _counted(row, noun, Language.FRENCH)
        yield text("Au ", as_of, ", ", counted, came.format(end), since, waits, ".")


def left_open_in_arabic(rows: Iterable[LeftOpenFacts], as_of: Span) -> Iterator[Text]:
    """Yield «إلى غاية 31 ماي 2026، ظل خبر متداول واحد رُصد قبل الفترة، يوم 5 أبريل 2026، …»."""
    for row in rows:
        noun, came, waits = _ARABIC[Left(row.code)]
        was = "ظلت " if takes_feminine_verb(noun, row.count) else "ظل "
        day = Span(arabic.full_date(row.since), _fact(row, "since"))
        lead = "، يوم " if row.is_of_one_day else f"، {first_of(noun, row.count)} يوم "
        since = text(lead, day, "، ")
        counted = _counted(row, noun, Language.ARABIC)
        how = f"{came[min(row.count, 3) - 1]} قبل الفترة"
        yield text("إلى غاية ", as_of, "، ", was, counted, how, since, waits, ".")


def _counted(row: LeftOpenFacts, noun: Noun, language: Language) -> Span:
    return Span(count(noun, row.count, Case.NOMINATIVE, language), _fact(row, "count"))


def _fact(row: LeftOpenFacts, name: str) -> str:
    return f"left_open.{row.code}.{name}"
