"""The rectifications to announce at the meetings of a programme, those of the same days at once."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.communication.opening_rectifications import to_be_told
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting
from outreach_app.summaries.prose.blocks import Paragraph, Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.facts import Words

# Leads to the days of the planned meetings or exchanges at which it is told: one, two, more.
_WHEN = {
    Language.ARABIC: (
        "، في الموعد المبرمج يوم ",
        "، في الموعدين المبرمجين يومي ",
        "، في المواعيد المبرمجة أيام ",
    ),
    Language.FRENCH: (
        " {be} à communiquer {whom} lors de l’activité programmée le ",
        *(" {be} à communiquer {whom} lors des activités programmées les ",) * 2,
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
        days: list[Text] = [
            text(Span(short_day(row.held_on), f"meetings.{row.number}.held_on")) for row in rows
        ]
        to_several = len({partner for row in rows for partner in row.partners}) != 1
        whom = "aux partenaires" if to_several else "au partenaire"
        be = "est" if len(rumours) == 1 else "sont"
        lead = _WHEN[language][min(len(days), 3) - 1].format(whom=whom, be=be)
        told = dict(zip(paths, rumours, strict=True))
        said = to_be_told(told, language, to_several=to_several)
        yield Paragraph(text(said, lead, listed(days, language), "."))


def _by_days(
    meetings: Sequence[ProgrammeMeeting],
) -> list[tuple[tuple[ProgrammeMeeting, ...], list[Words]]]:
    """Return the rumours that are spoken of at the same meetings, with these."""
    found: dict[tuple[ProgrammeMeeting, ...], list[Words]] = {}
    for words in dict.fromkeys(words for row in meetings for words in row.to_tell):
        found.setdefault(tuple(_where_it_is_new(meetings, words)), []).append(words)
    return list(found.items())


def _where_it_is_new(
    meetings: Sequence[ProgrammeMeeting], words: Words
) -> Iterator[ProgrammeMeeting]:
    """Yield the meetings to announce it at, those left out at which all were told before."""
    told: set[object] = set()
    for row in meetings:
        if words not in row.to_tell:
            continue
        # Practices that are not named may be different ones.
        names = {partner.name for partner in row.partners if partner.kind is None}
        if not row.partners or len(names) < len(row.partners) or not names <= told:
            yield row
        told |= names
