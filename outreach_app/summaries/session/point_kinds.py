"""What the points of a session are called by their kind, and by whom they were raised."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Lines, Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.quoting import own_words
from outreach_app.summaries.session.plan import PointFacts
from outreach_app.vocabulary import unknown

NAMES = {
    Language.ARABIC: {
        "concern": "انشغال",
        "request": "ملتمس",
        "suggestion": "مقترح",
        "question": "استفسار",
        "rumour": "إشاعة",
        "information": "معلومة",
        "thanks": "تنويه",
    },
    Language.FRENCH: {
        "concern": "préoccupation",
        "request": "demande",
        "suggestion": "proposition",
        "question": "question",
        "rumour": "rumeur",
        "information": "information",
        "thanks": "remerciement",
    },
}
# What leads from the kind to whoever raised it.
_RAISED = {
    Language.ARABIC: {
        "concern": " معبر عنه باسم ",
        "request": " مقدم باسم ",
        "suggestion": " مقدم باسم ",
        "question": " مطروح باسم ",
        "rumour": " مبلغ عنها باسم ",
        "information": " مقدمة باسم ",
        "thanks": " معبر عنه باسم ",
    },
    Language.FRENCH: {
        "concern": " exprimée par\u00a0: ",
        "request": " formulée par\u00a0: ",
        "suggestion": " formulée par\u00a0: ",
        "question": " posée par\u00a0: ",
        "rumour": " signalée par\u00a0: ",
        "information": " donnée par\u00a0: ",
        "thanks": " exprimé par\u00a0: ",
    },
}


def under_its_kind(point: PointFacts, topic: Text, page: Language) -> Lines:
    """Return the topic of a point over its kind, and over who raised it where that is known."""
    kind = NAMES[page].get(point.kind, unknown(point.kind).label(page))
    raiser = _raiser(point, page)
    if raiser is None:
        return Lines((topic,), kind)
    return Lines((topic, text(kind, _RAISED[page].get(point.kind, "\u00a0: "), raiser)))


def _raiser(point: PointFacts, page: Language) -> Span | None:
    """Return who raised a point: by name, or by profession where the name is a person's."""
    path = f"points.{point.number}"
    if point.raised_by and (name := own_words(point.raised_by, f"{path}.raised_by", page)):
        return name
    if point.raiser_kind is None:
        return None
    return Span(name_of_one(point.raiser_kind, page), f"{path}.raiser_kind")
