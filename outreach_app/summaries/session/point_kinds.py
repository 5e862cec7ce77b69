"""The nouns of points in a session, by their kind, and the words for who raised them."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Lines, Span, Text
from outreach_app.summaries.prose.bodies import are_people, name_of_one
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
        "thanks": "remerciements",
    },
}
# The words between a kind and the partner who raised the point.
_RAISED = {
    Language.ARABIC: {
        "concern": " معبر عنه",
        "request": " مقدم",
        "suggestion": " مقدم",
        "question": " مطروح",
        "rumour": " مبلغ عنها",
        "information": " مقدمة",
        "thanks": " معبر عنه",
    },
    Language.FRENCH: {
        "concern": " exprimée",
        "request": " formulée",
        "suggestion": " formulée",
        "question": " posée",
        "rumour": " signalée",
        "information": " donnée",
        "thanks": " exprimés",
    },
}
# An organisation raises a point through its representative, and so does a practice, whose head may
# be a woman; a professional does so in person.
_BY = {
    Language.ARABIC: (" باسم ", " باسم ", " من طرف "),
    Language.FRENCH: (
        *(" par\u00a0: ", " au nom de l’établissement\u00a0: "),
        " par un professionnel présent\u00a0: ",
    ),
}


def under_its_kind(point: PointFacts, topic: Text, page: Language, *, women: bool) -> Lines:
    """Return the topic of a point over its kind, and over who raised it where that is known.

    `women` where all who came are.
    """
    kind = NAMES[page].get(point.kind, unknown(point.kind).label(page))
    raiser = _raiser(point, page, women=women)
    if not raiser:
        return Lines((topic,), kind)
    return Lines((topic, text(kind, _RAISED[page].get(point.kind, ""), raiser)))


def _raiser(point: PointFacts, page: Language, *, women: bool) -> Text:
    """Return by whom a point was raised: by name, or by profession where the name is a person's."""
    path = f"points.{point.number}"
    by_body, by_practice, by_person = _BY[page]
    if point.raised_by and (name := own_words(point.raised_by, f"{path}.raised_by", page)):
        is_practice = point.raiser_kind is not None and are_people(point.raiser_kind)
        return text(by_practice if is_practice else by_body, name)
    if point.raiser_kind is None:
        return ()
    who = name_of_one(point.raiser_kind, page, women=women)
    if women and page is Language.FRENCH:
        by_person = " par une professionnelle présente\u00a0: "
    return text(by_person, Span(who, f"{path}.raiser_kind"))
