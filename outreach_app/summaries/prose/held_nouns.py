"""The noun that a meeting, a visit, an awareness action or an exchange is counted by."""

from collections.abc import Iterable

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.prose.nouns import (
    AWARENESS_KINDS,
    EXCHANGE,
    FIELD_VISIT,
    MEETING,
    SCHOOL_TALK,
    STUDY_DAY,
)

# In the order in which they are counted.
HELD_NOUNS = (MEETING, STUDY_DAY, FIELD_VISIT, *AWARENESS_KINDS.values(), EXCHANGE)
_AT_SCHOOLS = {Language.ARABIC: " بالوسط المدرسي", Language.FRENCH: " en milieu scolaire"}


def held_noun(kind: str, channel: str) -> Noun:
    """Return the noun: a call, a visit, a study day and a campaign are no meetings."""
    how = manner(kind, channel)
    others = {Manner.EXCHANGE: EXCHANGE, Manner.FIELD: FIELD_VISIT}
    is_study = kind == MeetingKind.STUDY and how is Manner.CHAIRED
    gathering = STUDY_DAY if is_study else MEETING
    return AWARENESS_KINDS.get(kind) or others.get(how, gathering)


def count_held(held: Iterable[tuple[str, str]]) -> list[tuple[Noun, int]]:
    """Count what was held, by kinds and channels; nouns without one are left out."""
    found = [held_noun(kind, channel) for kind, channel in held]
    return [(noun, found.count(noun)) for noun in HELD_NOUNS if noun in found]


def spelled_held(noun: Noun, number: int, case: Case, language: Language) -> str:
    """Write a number with its noun as `spelled` does; a talk at a school is named as such."""
    where = _AT_SCHOOLS[language] if noun is SCHOOL_TALK else ""
    return spelled(noun, number, case, language) + where
