"""The rectifications to announce at the meetings of a programme, each once with its days."""

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
        " est à communiquer {whom} lors de l’activité programmée le ",
        " est à communiquer {whom} lors des activités programmées les ",
        " est à communiquer {whom} lors des activités programmées les ",
    ),
}


def announcements(
    meetings: Sequence[ProgrammeMeeting], language: Language, short_day: Callable[[date], str]
) -> Iterator[Paragraph]:
    """Yield what is to be announced about each rumour, and on which days."""
    for words in dict.fromkeys(words for row in meetings for words in row.to_tell):
        rows = list(_where_it_is_new(meetings, words))
        path = f"meetings.{rows[0].number}.to_tell.{rows[0].to_tell.index(words) + 1}"
        days: list[Text] = [
            text(Span(short_day(row.held_on), f"meetings.{row.number}.held_on")) for row in rows
        ]
        to_several = len({partner for row in rows for partner in row.partners}) != 1
        whom = "aux partenaires" if to_several else "au partenaire"
        lead = _WHEN[language][min(len(days), 3) - 1].format(whom=whom)
        said = to_be_told(words, path, language, to_several=to_several)
        yield Paragraph(text(said, lead, listed(days, language), "."))


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
