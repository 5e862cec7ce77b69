"""Tell apart the rumours without a result that came up in meetings, in Arabic and French."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RumourFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.nouns import NEWS
from outreach_app.summaries.prose.numbers import digits

_FACT = "communication.rumours.from_meetings"


def told_in_meetings(facts: RumourFacts, language: Language) -> Text:
    """Return « , soulevées lors des rencontres, »; empty where none was, or no other was heard."""
    told = facts.from_meetings
    waiting = facts.unverified
    if not told or waiting == facts.count:
        return ()
    is_arabic = language is Language.ARABIC
    if told == waiting:
        return text(_all_in_arabic(told) if is_arabic else _all_in_french(told))
    return _some_in_arabic(told, waiting) if is_arabic else _some_in_french(told)


def _all_in_arabic(told: int) -> str:
    few = {1: "وقد أُثير خلال أحد اللقاءات", 2: "وقد أُثيرا خلال اللقاءات"}
    return f"، {few.get(told, 'أُثيرت خلال اللقاءات')}،"


def _some_in_arabic(told: int, waiting: int) -> Text:
    if waiting == 2:
        return text("، وقد أُثير أحدهما خلال أحد اللقاءات،")
    if told == 1:
        return text("، منها خبر أُثير خلال أحد اللقاءات،")
    number = Span(count(NEWS, told, Case.NOMINATIVE, Language.ARABIC), _FACT)
    were = "أُثيرا" if told == 2 else "أُثيرت"
    return text("، منها ", number, f" {were} خلال اللقاءات،")


def _all_in_french(told: int) -> str:
    one, several = "soulevée lors d’une rencontre", "soulevées lors des rencontres"
    return f", {one if told == 1 else several},"


def _some_in_french(told: int) -> Text:
    if told == 1:
        return text(", dont une soulevée lors d’une rencontre,")
    number = Span(digits(told, Language.FRENCH), _FACT)
    return text(", dont ", number, " soulevées lors des rencontres,")
