"""The rectifications to announce at the meetings of a programme, those of the same days at once."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.communication.opening_rectifications import to_be_told
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting
from outreach_app.summaries.prose.blocks import Paragraph, Span
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.facts import Words

# A partner that is told once is not told at a later one.
_FIRST = "lors de la première activité programmée avec chacun d’eux"
# At one planned meeting or exchange, at several; then what leads to one day, two, more.
_AT = {
    Language.ARABIC: (
        ("، في الموعد المبرمج", "، في أول موعد مبرمج مع كل منهم،"),
        (" يوم ", " يومي ", " أيام "),
    ),
    Language.FRENCH: (
        (
            " {be} à communiquer {whom} lors de l’activité programmée",
            f" {{be}} à communiquer {{whom}}, {_FIRST},",
        ),
        (" le ", " les ", " les "),
    ),
}


def announcements(
    meetings: Sequence[ProgrammeMeeting], language: Language, short_day: Callable[[date], str]
) -> Iterator[Paragraph]:
    """Yield which rumours are to be spoken of on which days."""
    for rows, rumours in _by_days(meetings):
        first = rows[0]
        paths = [
            f"meetings.{first.number}.to_tell.{first.to_tell.index(each) + 1}" for each in rumours
        ]
        on = {row.held_on: f"meetings.{row.number}.held_on" for row in reversed(rows)}
        days = [text(Span(short_day(day), on[day])) for day in sorted(on)]
        to_several = len(rows) > 1 or len(first.partners) != 1
        whom = "aux partenaires" if to_several else "au partenaire"
        be = "est" if len(rumours) == 1 else "sont"
        at, on_days = _AT[language]
        lead = at[len(rows) > 1].format(whom=whom, be=be) + on_days[min(len(days), 3) - 1]
        told = dict(zip(paths, rumours, strict=True))
        said = to_be_told(told, language, to_several=to_several)
        yield Paragraph(text(said, lead, listed(days, language), "."))


def _by_days(
    meetings: Sequence[ProgrammeMeeting],
) -> list[tuple[tuple[ProgrammeMeeting, ...], list[Words]]]:
    """Return the rumours that are spoken of at the same meetings, with these."""
    found: dict[tuple[ProgrammeMeeting, ...], list[Words]] = {}
    for words in dict.fromkeys(words for row in meetings for words in row.to_tell):
        rows = tuple(row for row in meetings if words in row.to_tell)
        found.setdefault(rows, []).append(words)
    return list(found.items())
