"""A capacity with the partner it is held at, in Arabic: «رئيس جمعية …»، «الكاتب العام لجمعية …»."""

from outreach_app.summaries.prose.arabic import joined_to
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text


def held_at(capacity: Span, partner: Text) -> Text:
    """Return one word in the construct state, several with «ل»; else both with a comma between.

    An indefinite capacity («صيدلي») is what somebody is, not what it holds there.
    """
    words = capacity.text.split(" ")
    if len(partner) != 1 or not words[-1].startswith("ال"):
        return text(capacity, "، ", partner)
    (name,) = partner
    if len(words) == 1:
        return text(Span(capacity.text.removeprefix("ال"), capacity.fact), " ", name)
    led = name.text.removeprefix("ا") if name.text.startswith("ال") else name.text
    return text(capacity, " ", joined_to("ل", (Span(led, name.fact),)))
