"""The attendance of a session: the decisions common to both languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.prose.bodies import are_people
from outreach_app.summaries.prose.meeting_kinds import UNIT_KINDS, Manner, manner
from outreach_app.summaries.session.plan import KindPresent, SessionPlan

# Professions met here that are employed or in trade (see the glossary; for insurance, law 17-99),
# so never called liberal.
_NOT_LIBERAL = frozenset(
    {"pr.bank", "pr.jeweller", "pr.school_private", "pr.realestate", "pr.insurance"}
)
# To these anybody may come.
_OPEN_KINDS = UNIT_KINDS | {MeetingKind.STUDY}


class Relation(StrEnum):
    """How the kinds of organisations relate to their total number."""

    ALONE = "alone"
    LIST = "list"
    AMONG = "among"
    NOTABLY = "notably"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organisations in a sentence: their kinds, with their number unless ALONE."""

    relation: Relation
    kinds: tuple[KindPresent, ...]


def bodies_present(plan: SessionPlan) -> tuple[KindPresent, ...]:
    """Return the kinds of organisations that attended."""
    return tuple(
        kind for kind in plan.kinds_present if kind.count != 0 and not are_people(kind.code)
    )


def people_present(plan: SessionPlan) -> tuple[KindPresent, ...]:
    """Return the kinds of professionals that attended."""
    return tuple(kind for kind in plan.kinds_present if kind.count != 0 and are_people(kind.code))


def bodies_said(plan: SessionPlan) -> Bodies | None:
    """Return how the organisations are stated; None if nothing is known about them."""
    kinds, total = bodies_present(plan), plan.bodies or 0
    counts = [kind.count for kind in kinds if kind.count is not None]
    if not kinds:
        return Bodies(Relation.LIST, ()) if total else None
    if len(counts) == len(kinds):
        if total > sum(counts):
            return Bodies(Relation.AMONG, kinds)
        return Bodies(Relation.LIST if len(kinds) > 2 and total else Relation.ALONE, kinds)
    if total == len(kinds) and not counts:
        one_each = tuple(replace(kind, count=1) for kind in kinds)
        return Bodies(Relation.ALONE, one_each)
    if total == 2 and len(kinds) == 1:
        return Bodies(Relation.AT_LEAST, (replace(kinds[0], count=1),))
    is_more = total > sum(counts) + len(kinds) - len(counts)
    return Bodies(Relation.NOTABLY if is_more else Relation.ALONE, kinds)


def says_one(kinds: Sequence[KindPresent]) -> bool:
    """Return whether Arabic says the numeral of one: only beside more than one."""
    return any(kind.count != 1 for kind in kinds)


def is_all_people(plan: SessionPlan) -> bool:
    """Return whether the professionals named are everybody who attended."""
    counts = [kind.count for kind in people_present(plan)]
    if not counts or plan.bodies or bodies_present(plan) or None in counts:
        return False
    return sum(filter(None, counts)) == plan.headcount


def practise_each(plan: SessionPlan) -> bool:
    """Return whether men and women came who each practise a different profession.

    The register does not record which of them is a woman, so the professions are stated for all.
    """
    counts = [kind.count for kind in people_present(plan)]
    return (
        is_all_people(plan) and bool(women_to_say(plan)) and len(counts) > 1 and set(counts) == {1}
    )


def are_bodies_apart(plan: SessionPlan) -> bool:
    """Return whether the organisations need a sentence of their own.

    Then not all who came represent them: true if professionals attended too, and at events open to
    anybody.
    """
    if not plan.headcount or bodies_said(plan) is None:
        return False
    are_mixed = bool(people_present(plan)) and not is_all_people(plan)
    return plan.kind in _OPEN_KINDS or are_mixed


def are_too_few(plan: SessionPlan) -> bool:
    """Return whether more are listed than came: one may have spoken for several."""
    professionals = sum(kind.count or 1 for kind in people_present(plan))
    return 0 < (plan.headcount or 0) < professionals + are_bodies_apart(plan)


def are_people_within(plan: SessionPlan) -> bool:
    """Return whether professionals are stated among those met: « 2 personnes, dont un notaire ».

    This is so in an audience or exchange without representatives of an organisation.
    """
    is_met = manner(plan.kind, plan.channel) in (Manner.RECEIVED, Manner.EXCHANGE)
    some = bool(people_present(plan)) and not is_all_people(plan)
    is_listed = some and not are_bodies_apart(plan) and not are_too_few(plan)
    return is_met and bool(plan.headcount) and is_listed


def are_people_said(plan: SessionPlan) -> bool:
    """Return whether the first sentence already states the professionals."""
    return is_all_people(plan) or are_people_within(plan)


def representatives(plan: SessionPlan) -> int:
    """Return the maximum number of representatives: all who came except professionals."""
    professionals = sum(kind.count or 0 for kind in people_present(plan))
    return max((plan.headcount or 0) - professionals, 1)


def are_men_too_few(plan: SessionPlan) -> bool:
    """Return whether representatives would be fewer than bodies, or more men named than came.

    Arabic tells representatives and each profession in the masculine unless all are women; of one
    man alone only one of these can be true.
    """
    if plan.headcount is None:
        return False
    bodies = max(plan.bodies or 0, sum(kind.count or 1 for kind in bodies_present(plan)))
    if representatives(plan) < min(bodies, 3):
        return True
    if not women_to_say(plan):
        return False
    named = len(people_present(plan)) + are_bodies_apart(plan)
    return named > plan.headcount - women_to_say(plan)


def are_liberal(kinds: Sequence[KindPresent]) -> bool:
    """Return whether all of them are liberal professions.

    For a single professional the profession is enough.
    """
    if [kind.count for kind in kinds] == [1]:
        return False
    return bool(kinds) and all(
        kind.code.startswith("pr.") and kind.code not in _NOT_LIBERAL for kind in kinds
    )


def are_all_women(plan: SessionPlan) -> bool:
    """Return whether all who attended are women."""
    return bool(plan.headcount) and plan.women == plan.headcount


def women_to_say(plan: SessionPlan) -> int:
    """Return the number of women for the sentence: some of several participants, else 0."""
    if plan.headcount is None or plan.women is None:
        return 0
    return plan.women if plan.women < plan.headcount else 0


def kind_fact(plan: SessionPlan, code: str) -> str:
    """Return the id of the fact that a mention of this kind says."""
    counted = next(kind.count for kind in plan.kinds_present if kind.code == code)
    return f"kinds_present.{code}.{'code' if counted is None else 'count'}"
