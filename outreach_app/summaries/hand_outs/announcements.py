"""The rectifications that partners of a programme were not told yet."""

from collections.abc import Iterator, Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.communication.opening_rectifications import to_be_told
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting
from outreach_app.summaries.prose.blocks import Paragraph
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.facts import Words

# Of one rectification, of several. That they were not told is recorded; that they are to be, and
# when, is for the head of the precinct to say.
_NOT_TOLD = {
    Language.ARABIC: (".", "."),
    Language.FRENCH: (
        " n’a pas encore été communiquée {whom}, d’après le registre.",
        " n’ont pas encore été communiquées {whom}, d’après le registre.",
    ),
}


def announcements(meetings: Sequence[ProgrammeMeeting], language: Language) -> Iterator[Paragraph]:
    """Yield which rectifications not all partners were told, in one sentence, if there is one."""
    rumours: dict[str, Words] = {}
    for row in meetings:
        for place, words in enumerate(row.to_tell, start=1):
            if words not in rumours.values():
                rumours[f"meetings.{row.number}.to_tell.{place}"] = words
    if not rumours:
        return
    to_several = len(meetings) > 1 or len(meetings[0].partners) != 1
    whom = "à tous les partenaires invités" if to_several else "au partenaire invité"
    end = _NOT_TOLD[language][len(rumours) > 1].format(whom=whom)
    yield Paragraph(text(to_be_told(rumours, language, to_several=to_several), end))
