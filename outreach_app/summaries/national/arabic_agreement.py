"""The agreement of Arabic verbs with counts, some of which are hidden."""

from outreach_app.rules.masking import Count
from outreach_app.summaries.national.writer import shown
from outreach_app.summaries.prose.counts import Noun, takes_feminine_verb


def agreeing(masculine: str, feminine: str, noun: Noun, value: Count) -> str:
    """Return the verb before a count; « less than five » is masculine."""
    number = shown(value)
    is_feminine = number is not None and takes_feminine_verb(noun, number)
    return feminine if is_feminine else masculine
