"""The kinds of meetings in tables, by one rule everywhere: what took several days is days."""

from typing import Protocol

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.meeting_kinds import arabic_kind, french_kind
from outreach_app.summaries.prose.several_days import Held, count_days


class Listed(Held, Protocol):
    """A meeting in a table, with its kind."""

    @property
    def kind(self) -> str: ...
    @property
    def channel(self) -> str: ...


def listed_kind(meeting: Listed, path: str, language: Language) -> Text:
    """Return «لقاء دوري», of open days that lasted «أيام للأبواب المفتوحة»."""
    days = count_days(meeting.held_on, meeting.last_on)
    return kind_name(meeting.kind, meeting.channel, f"{path}.kind", language, days)


def kind_name(kind: str, channel: str, fact: str, language: Language, days: int = 1) -> Text:
    """Return the name of a kind of meeting: « Rencontre périodique », « Échange téléphonique »."""
    if language is Language.ARABIC:
        return text(Span(arabic_kind(kind, channel, days).name, fact))
    name = french_kind(kind, channel, days).object.partition(" ")[2]
    return sentence_case(text(Span(name, fact)))
