"""The rectifications to announce at the meetings of a programme."""

from collections.abc import Iterator, Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.communication.opening_rectifications import to_be_told
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting
from outreach_app.summaries.prose.blocks import Paragraph
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.facts import Words

# At the one planned activity, at several. Which partner hears it on which day is not told: who
# comes, and who was told before the period, the programme does not know.
_AT = {
    Language.ARABIC: ("، خلال الموعد المبرمج أعلاه.", "، خلال المواعيد المبرمجة أعلاه."),
    Language.FRENCH: (
        " {be} à communiquer {whom} lors de l’activité programmée ci-dessus.",
        " {be} à communiquer {whom} lors des activités programmées ci-dessus.",
    ),
}


def announcements(meetings: Sequence[ProgrammeMeeting], language: Language) -> Iterator[Paragraph]:
    """Yield which rumours are to be spoken of, in one sentence; nothing without one."""
    rumours: dict[str, Words] = {}
    for row in meetings:
        for place, words in enumerate(row.to_tell, start=1):
            if words not in rumours.values():
                rumours[f"meetings.{row.number}.to_tell.{place}"] = words
    if not rumours:
        return
    to_several = len(meetings) > 1 or len(meetings[0].partners) != 1
    whom = "aux partenaires" if to_several else "au partenaire"
    be = "est" if len(rumours) == 1 else "sont"
    at = _AT[language][len(meetings) > 1].format(whom=whom, be=be)
    yield Paragraph(text(to_be_told(rumours, language, to_several=to_several), at))
