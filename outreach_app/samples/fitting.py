"""Rules on which scenes partners can hold on a day, and which matters fit together."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.kinds import PointKind
from outreach_app.samples.courses import Present, is_possible
from outreach_app.samples.material import Matter, Scene, Words, matters
from outreach_app.samples.partners import SamplePartner

# The verbs of an opinion, without inflection.
_VERBS = ("قتضي", "يتعين", "من شأن", "برر", "justifie", "appelle", "rassurer", "de nature à")
# Promises made from April on are due while the schools are closed.
_OUT_OF_TERM = (4, 5, 6, 7, 8)
# Approximate days before term and breaks within it: first and last, as (month, day).
_BREAKS = (
    ((9, 1), (9, 24)),
    ((10, 18), (10, 27)),
    ((12, 6), (12, 15)),
    ((1, 24), (2, 2)),
    ((3, 14), (3, 23)),
)


def can_be_held(
    scene: Scene,
    held_on: date,
    partners: Mapping[UUID, SamplePartner],
    dealt_with: Collection[str],
) -> bool:
    """Return whether these partners can hold it that day, with enough new matters."""
    guests = invited(scene, partners)
    if scene.in_term and not is_term(held_on):
        return False
    if scene.needs is not None and not any(each.is_of((scene.needs,)) for each in guests.values()):
        return False
    if scene.host and not all(has_seat(partner) for partner in guests.values()):
        return False
    new = [name for name in raisable(scene, held_on, guests) if name not in dealt_with]
    topics = {matters()[name].topic for name in new}
    return len(guests) >= scene.bodies[0] and len(topics) >= scene.points[0]


def invited(scene: Scene, partners: Mapping[UUID, SamplePartner]) -> Present:
    """Return the partners that a scene invites: of the authorities only those it concerns."""
    concerned = {
        course.commitment.to
        for name in scene.matters
        for course in matters()[name].courses
        if course.commitment is not None
    }
    return {
        uid: partner
        for uid, partner in partners.items()
        if partner.is_of(scene.partners)
        and (not partner.authority or partner.authority in concerned)
    }


def raisable(scene: Scene, held_on: date, present: Present) -> list[str]:
    """Return the names of matters that those present can raise that day and have handled."""
    # These are open to anybody: a point need not be a partner's.
    is_open = scene.kind in AWARENESS_KINDS
    in_term = is_term(held_on)
    return [
        name
        for name in scene.matters
        if (matter := matters()[name]).in_term <= in_term
        and (is_open or _is_raised_by_any(matter, present))
        and _can_be_answered(matter, present)
    ]


def is_term(day: date) -> bool:
    """Return whether a day is in term, and will be when its promises are due."""
    is_break = any(first <= (day.month, day.day) <= last for first, last in _BREAKS)
    return day.month not in _OUT_OF_TERM and not is_break


def is_thanks(name: str) -> bool:
    return matters()[name].kind == PointKind.THANKS


def _subject(name: str) -> str:
    """Return the subject of a matter's topic: "tp.8" of "tp.8.4"."""
    return ".".join(matters()[name].topic.split(".")[:2])


def go_together(name: str, other: str) -> bool:
    """Return whether two matters may be raised at one meeting: one a topic, one thanks.

    Nothing else is said about a subject that is praised.
    """
    if is_thanks(name) or is_thanks(other):
        return is_thanks(name) != is_thanks(other) and _subject(name) != _subject(other)
    return matters()[name].topic != matters()[other].topic


def repeat_each_other(view: Words, other: Words) -> bool:
    """Return whether two opinions share a phrase, which nobody signs twice in a row."""
    pairs = ((view.ar, other.ar, 2), (view.fr, other.fr, 3))
    return any(
        _turns(mine, words) & _turns(theirs, words)
        or any(verb in mine and verb in theirs for verb in _VERBS)
        for mine, theirs, words in pairs
    )


def _turns(text: str, number: int) -> set[tuple[str, ...]]:
    """Return the runs of `number` words."""
    words = re.findall(r"\w+", text)
    return set(zip(*(words[shift:] for shift in range(number)), strict=False))


def has_seat(partner: SamplePartner) -> bool:
    """Return whether « au siège de l’association… » fits the partner."""
    return (partner.draft.name_fr or "").startswith(("Association", "Amicale"))


def _can_be_answered(matter: Matter, present: Present) -> bool:
    """Return whether it is thanks, or somebody present can handle it."""
    return not matter.courses or any(is_possible(course, present) for course in matter.courses)


def _is_raised_by_any(matter: Matter, present: Present) -> bool:
    if not matter.by:
        return any(partner.authority is None for partner in present.values())
    return any(partner.is_of(matter.by) for partner in present.values())
