"""The nouns of points in a session, by their kind, and the words for who raised them."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Lines, Span, Text
from outreach_app.summaries.prose.bodies import (
    in_arabic,
    in_french,
    is_practice,
    name_of_one,
)
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import Gender, with_article
from outreach_app.summaries.prose.numbers import digits, ranked
from outreach_app.summaries.prose.quoting import own_words
from outreach_app.summaries.session.plan import PointFacts, SessionPlan
from outreach_app.summaries.session.promises import AgainFacts
from outreach_app.vocabulary import printed

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
        "thanks": " exprimé",
    },
}
# An organisation raises a point through its representative, and so does a practice. Of a practice
# that bears the name of a person, the profession alone is told.
_BY = {
    Language.ARABIC: (" باسم ", " باسم "),
    Language.FRENCH: (" par\u00a0: ", " au nom de l’établissement\u00a0: "),
}


def under_its_kind(
    point: PointFacts, topic: Text, page: Language, *, women: bool | None, is_only: bool = False
) -> Lines:
    """Return the topic of a point over its kind, and over who raised it where that is known.

    `women` is whether the professional who did is one, None where either may be; `is_only` that no
    other of its kind is told to have come: « par le notaire ».
    """
    kind = NAMES[page].get(point.kind) or printed(point.kind, page)
    path = f"points.{point.number}"
    rank = ranked(point.raiser_rank, f"{path}.raiser_rank", page)
    raiser = by_whom(point, path, page, women=women, rank=rank, is_only=is_only)
    if not raiser:
        return Lines((topic,), kind)
    return Lines((topic, text(kind, _RAISED[page].get(point.kind, ""), raiser)))


def by_whom(
    point: PointFacts | AgainFacts,
    path: str,
    page: Language,
    *,
    women: bool | None,
    rank: Text = (),
    is_only: bool = False,
) -> Text:
    """Return by whom a point was raised: by name, or by profession where the name is a person's.

    `rank` is its number among those of its profession.
    """
    by_body, by_practice = _BY[page]
    if point.raised_by and (name := own_words(point.raised_by, f"{path}.raised_by", page)):
        is_named = point.raiser_kind is not None and is_practice(point.raiser_kind)
        return text(by_practice if is_named else by_body, name)
    if point.raiser_kind is None:
        return ()
    if page is Language.ARABIC:
        said = name_of_one(point.raiser_kind, page, women=women)
        if not rank:
            said = in_arabic(point.raiser_kind, 1, Case.GENITIVE, says_one=False, women=women)
        return text(" من طرف ", Span(said, f"{path}.raiser_kind"), rank)
    said = in_french(point.raiser_kind, 1, women=women)
    if is_only:
        article, noun = said.split(" ", 1)
        gender = Gender.FEMININE if article == "une" else Gender.MASCULINE
        said = with_article(noun, gender)
    return text(" par ", Span(said, f"{path}.raiser_kind"), rank)


def unnoted(plan: SessionPlan, page: Language) -> Text:
    """Return of which points nobody noted who raised them; empty for none."""
    points = _unattributed(plan)
    if not points:
        return ()
    return (_in_arabic if page is Language.ARABIC else _in_french)(plan, points)


def _in_arabic(plan: SessionPlan, points: list[PointFacts]) -> Text:
    form = min(len(points), 3) - 1
    lead = "لم تُدون الجهة التي أثارت "
    if len(points) == len(plan.points):
        return text(lead, ("هذه النقطة", "هاتين النقطتين", "هذه النقط")[form], ".")
    runs = _runs(points, Language.ARABIC)
    if len(runs) > 1 and any(len(run) > 2 for run in runs):
        # A range has no place among numbers: «النقطة 1 والنقط من 3 إلى 5».
        return text(lead, listed([_named(run) for run in runs], Language.ARABIC), ".")
    noun = ("النقطة", "النقطتين", "النقط")[form]
    return text(lead, f"{noun} ", _numbers(runs, Language.ARABIC), ".")


def _named(run: list[Span]) -> Text:
    """Return «النقطة 1», «النقطتين 1 و2», «النقط من 1 إلى 3»."""
    noun = ("النقطة", "النقطتين", "النقط")[min(len(run), 3) - 1]
    return text(f"{noun} ", _numbers([run], Language.ARABIC))


def _in_french(plan: SessionPlan, points: list[PointFacts]) -> Text:
    are_all = len(points) == len(plan.points)
    numbers = () if are_all else _numbers(_runs(points, Language.FRENCH), Language.FRENCH)
    these = ("de ce point", "du point ") if len(points) == 1 else ("de ces points", "des points ")
    return text("L’origine ", these[not are_all], numbers, " n’a pas été relevée.")


def _unattributed(plan: SessionPlan) -> list[PointFacts]:
    """Return the points of which nobody noted who raised them, if several were present."""
    if not plan.expects_raisers:
        return []
    return [point for point in plan.points if not (point.raised_by or point.raiser_kind)]


def _runs(points: Sequence[PointFacts], page: Language) -> list[list[Span]]:
    """Return the numbers of points, those that follow each other together."""
    runs: list[list[Span]] = []
    for before, each in zip((None, *points), points, strict=False):
        if before is None or each.number != before.number + 1:
            runs.append([])
        runs[-1].append(Span(digits(each.number, page), f"points.{each.number}.number"))
    return runs


def _numbers(runs: Sequence[list[Span]], page: Language) -> Text:
    """Return runs of numbers, listed: « 1 à 5, 7 et 8 », «1 و3 و4»."""
    of, to = ("من ", " إلى ") if page is Language.ARABIC else ("", " à ")
    said = [
        [text(of, run[0], to, run[-1])] if len(run) > 2 else [text(each) for each in run]
        for run in runs
    ]
    return listed([each for run in said for each in run], page)
