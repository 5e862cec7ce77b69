"""A capacity with the partner it is held at, in Arabic: «رئيس جمعية …»، «الكاتب العام لجمعية …»."""

from outreach_app.summaries.prose.arabic import joined_to
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text

# The nouns by which a capacity may refer to the body itself.
_BODIES = frozenset(
    f"ال{noun}"
    for noun in (
        *("جمعية", "مؤسسة", "شركة", "تعاونية", "مقاولة", "وكالة", "هيئة", "منظمة", "نقابة"),
        *("فدرالية", "شبكة", "رابطة", "نادي", "مدرسة", "إعدادية", "ثانوية"),
    )
)
_SPOKESMEN = ("ممثل", "ممثلة")


def held_at(capacity: Span, partner: Text) -> Text:
    """Return a construct state («أمين مال جمعية»), else «ل», else both with a comma between.

    An indefinite capacity («صيدلي») is what somebody is, not what it holds there. One that has the
    noun of a body («مدير المؤسسة») takes the name instead of that noun, if it begins with it. Whom
    somebody speaks for («ممثل التجار») may not be the partner's.
    """
    words = capacity.text.split(" ")
    is_spokesman = words[0] in _SPOKESMEN and words[-1] not in _BODIES
    if len(partner) != 1 or is_spokesman or not words[-1].startswith("ال"):
        return text(capacity, "، ", partner)
    (name,) = partner
    first, *rest = words
    if rest and rest[-1] in _BODIES:
        noun = rest[-1].removeprefix("ال")
        if name.text.split(" ")[0] != noun:
            return text(capacity, "، ", partner)
        held = " ".join((first, *rest[:-1]))
        return text(Span(held, capacity.fact), " ", name)
    if len(rest) == 1 and not first.startswith("ال"):
        return text(Span(f"{first} {rest[0].removeprefix('ال')}", capacity.fact), " ", name)
    if not rest:
        return text(Span(capacity.text.removeprefix("ال"), capacity.fact), " ", name)
    led = name.text.removeprefix("ا") if name.text.startswith("ال") else name.text
    return text(capacity, " ", joined_to("ل", (Span(led, name.fact),)))
