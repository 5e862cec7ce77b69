"""The attendance of a session: the decisions common to both languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from outreach_app.rules.kinds import PartnerCategory
from outreach_app.summaries.prose.bodies import HOUSE, are_people, is_called_association
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.session.genders import are_all_women, as_woman
from outreach_app.summaries.session.plan import KindPresent, SessionPlan


class Relation(StrEnum):
    """How the kinds of organisations relate to their total number."""

    ALONE = "alone"
    LIST = "list"
    AMONG = "among"
    NOTABLY = "notably"
    AT_LEAST = "at_least"
    CATEGORIES = "categories"


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organisations in a sentence: their kinds, with their number unless ALONE or CATEGORIES.

    Of CATEGORIES nobody noted how many organisations came: one of each did at least. `houses` are
    told beside a number of organisations, of which they are none: a pharmacy, an agency.
    """

    relation: Relation
    kinds: tuple[KindPresent, ...]
    houses: tuple[KindPresent, ...] = ()


def represented(plan: SessionPlan) -> tuple[KindPresent, ...]:
    """Return the kinds of organisations and of establishments that attended."""
    return tuple(
        kind for kind in plan.kinds_present if kind.count != 0 and not are_people(kind.code)
    )


def bodies_present(plan: SessionPlan) -> tuple[KindPresent, ...]:
    """Return the kinds of organisations that attended; the shop of a practice is none."""
    return tuple(kind for kind in represented(plan) if not kind.code.endswith(HOUSE))


def _houses_present(plan: SessionPlan) -> tuple[KindPresent, ...]:
    return tuple(kind for kind in represented(plan) if kind.code.endswith(HOUSE))


def people_present(plan: SessionPlan) -> tuple[KindPresent, ...]:
    """Return the kinds of professionals that attended, as told.

    Where fewer came than are listed, professions are told, and nobody is: a practice is no person,
    and the register does not record who came for it. So it is of several women of one profession,
    who have no plural here. One who came alone is called by the profession.
    """
    noted = _people_noted(plan)
    are_women = are_all_women(plan) and any((kind.count or 0) > 1 for kind in noted)
    if are_women or are_too_few(plan):
        return tuple(replace(kind, count=None) for kind in noted)
    are_one = plan.headcount == 1
    return tuple(replace(kind, count=1) if are_one else kind for kind in noted)


def _people_noted(plan: SessionPlan) -> tuple[KindPresent, ...]:
    return tuple(kind for kind in plan.kinds_present if kind.count != 0 and are_people(kind.code))


def bodies_said(plan: SessionPlan) -> Bodies | None:
    """Return how the organisations are stated; None if nothing is known about them.

    Where no number of organisations is told, establishments are listed with them.
    """
    said, houses = _organisations_said(plan), _houses_present(plan)
    if not houses:
        return said
    if said is None or said.relation is Relation.ALONE:
        return Bodies(Relation.ALONE, (*(said.kinds if said else ()), *houses))
    return replace(said, houses=houses)


def _organisations_said(plan: SessionPlan) -> Bodies | None:
    kinds, total = bodies_present(plan), bodies_told(plan) or 0
    if not kinds:
        return Bodies(Relation.LIST, ()) if total else None
    if any(kind.count is None for kind in kinds):
        return _of_kinds(kinds, total, most=plan.headcount)
    if associations_unlisted(plan) and are_more_associations(plan) and not total:
        return Bodies(Relation.NOTABLY, kinds)
    if total > sum(kind.count or 0 for kind in kinds):
        return Bodies(Relation.AMONG, kinds)
    return Bodies(Relation.LIST if len(kinds) > 2 and total else Relation.ALONE, kinds)


def bodies_told(plan: SessionPlan) -> int | None:
    """Return how many organisations sentences tell; None where that does not fit who is noted.

    A number below those noted is no number of them; where only practices are listed, one of no more
    than them may be theirs.
    """
    if are_more_associations(plan) and all(map(is_association, bodies_present(plan))):
        return plan.reached.associations if plan.reached else None
    noted = sum(kind.count or 1 for kind in bodies_present(plan))
    practices = (*_houses_present(plan), *_people_noted(plan))
    least = noted or sum(kind.count or 0 for kind in practices) + 1
    return None if least > (plan.bodies or 0) else plan.bodies


def others_unlisted(plan: SessionPlan) -> int:
    """Return how many more were counted than the practices listed, where no sentence tells them.

    Nothing says whether these others are organisations or professionals.
    """
    are_told = bodies_told(plan) is not None or bool(bodies_present(plan))
    if plan.bodies_shown is None or are_told:
        return 0
    listed = sum(kind.count or 0 for kind in plan.kinds_present)
    return max(plan.bodies_shown - listed, 0) if listed else 0


def are_all_unlisted(plan: SessionPlan) -> bool:
    """Return whether nobody was listed: at most kinds were noted, or counts."""
    return not any(kind.count for kind in plan.kinds_present)


def is_association(kind: KindPresent) -> bool:
    """Return whether a kind is one of associations."""
    return kind.code.startswith("as.") or kind.code == PartnerCategory.ASSOCIATION


def are_more_associations(plan: SessionPlan) -> bool:
    """Return whether an awareness action counted at least the associations listed, some are."""
    counted = plan.reached.associations if plan.reached else None
    noted = sum(kind.count or 1 for kind in filter(is_association, bodies_present(plan)))
    return plan.bodies is None and 0 < noted <= (counted or 0)


def are_called_associations(plan: SessionPlan) -> bool:
    """Return whether the number told is one of associations, and every one listed is called so."""
    are_so = all(is_called_association(kind.code) for kind in bodies_present(plan))
    return are_more_associations(plan) and are_so


def associations_unlisted(plan: SessionPlan) -> int:
    """Return how many associations were counted in an awareness action, but are not listed."""
    counted = plan.reached.associations if plan.reached else None
    listed = sum(kind.count or 0 for kind in filter(is_association, bodies_present(plan)))
    return max((counted or 0) - listed, 0)


def _of_kinds(kinds: tuple[KindPresent, ...], total: int, *, most: int | None) -> Bodies:
    """Return bodies of which only the kinds are known, and maybe their total number.

    There was one of each kind at least, and no more if there were as many as kinds, or if `most`,
    the people who came, were no more. Without a number nothing tells one from several: they are
    CATEGORIES.
    """
    if not total and 0 < (most or 0) <= len(kinds):
        return Bodies(Relation.ALONE, _one_each(kinds))
    if not total:
        return Bodies(Relation.CATEGORIES, kinds)
    relation = Relation.AT_LEAST if total > len(kinds) else Relation.ALONE
    return Bodies(relation, _one_each(kinds))


def _one_each(kinds: Sequence[KindPresent]) -> tuple[KindPresent, ...]:
    return tuple(replace(kind, count=1) for kind in kinds)


def says_one(kinds: Sequence[KindPresent]) -> bool:
    """Return whether Arabic says the numeral of one: only beside more than one."""
    return any(kind.count != 1 for kind in kinds)


def are_told_alone(plan: SessionPlan) -> bool:
    """Return whether the professional is named in place of how many came: one did."""
    return is_all_people(plan) and plan.headcount == 1


def is_only_one(plan: SessionPlan, code: str | None) -> bool:
    """Return whether one of a kind is told to have come: who raised a point is that one."""
    told = (*represented(plan), *people_present(plan))
    return [kind.count for kind in told if kind.code == code] == [1]


def is_all_people(plan: SessionPlan) -> bool:
    """Return whether the professionals named are everybody who attended."""
    counts = [kind.count for kind in people_present(plan)]
    if not counts or plan.bodies or represented(plan) or None in counts:
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

    Nobody noted that all who came represent them: only one who came alone for one is told to.
    Nobody is met of categories, of which nobody noted how many came.
    """
    said = bodies_said(plan)
    if said is not None and said.relation is Relation.CATEGORIES:
        return plan.headcount != 0
    if not plan.headcount or said is None:
        return False
    bodies = max(bodies_told(plan) or 0, sum(kind.count or 1 for kind in represented(plan)))
    is_beside = bool(people_present(plan)) and not is_all_people(plan)
    return plan.headcount > 1 or bodies > 1 or is_beside


def are_too_few(plan: SessionPlan) -> bool:
    """Return whether more are listed than came: one may have spoken for several."""
    professionals = sum(kind.count or 1 for kind in _people_noted(plan))
    are_bodies = bool(plan.bodies or represented(plan)) and professionals > 0
    return 0 < (plan.headcount or 0) < professionals + are_bodies


def are_people_within(plan: SessionPlan) -> bool:
    """Return whether professionals are stated among those met: « 2 personnes, dont un notaire ».

    This is so in an audience or exchange without representatives of an organisation.
    """
    is_met = manner(plan.kind, plan.channel) in (Manner.RECEIVED, Manner.EXCHANGE)
    some = bool(people_present(plan)) and not is_all_people(plan)
    is_listed = some and not are_bodies_apart(plan)
    return is_met and bool(plan.headcount) and is_listed and not are_only_kinds(plan)


def is_one_of_two(plan: SessionPlan) -> bool:
    """Return whether one of two who came is a professional: two persons are no assembly."""
    some = bool(people_present(plan)) and not is_all_people(plan)
    return plan.headcount == 2 and some and not are_too_few(plan) and not are_only_kinds(plan)


def are_only_kinds(plan: SessionPlan) -> bool:
    """Return whether some practise professions of which nobody was counted."""
    return plan.headcount != 0 and {kind.count for kind in people_present(plan)} == {None}


def are_people_said(plan: SessionPlan) -> bool:
    """Return whether the first sentence already states the professionals."""
    return is_all_people(plan) or are_people_within(plan)


def one_among_women(plan: SessionPlan) -> KindPresent | None:
    """Return the only professional told, if she is one of the women told; None otherwise."""
    kinds = people_present(plan)
    if not women_to_say(plan) or [kind.count for kind in kinds] != [1]:
        return None
    return kinds[0] if as_woman(plan, called=kinds[0].are_women) else None


def women_to_say(plan: SessionPlan) -> int:
    """Return the number of women for the sentence: some of several participants, else 0."""
    if plan.headcount is None or plan.women is None:
        return 0
    return plan.women if plan.women < plan.headcount else 0


def kind_fact(plan: SessionPlan, code: str) -> str:
    """Return the id of the fact that a mention of this kind says."""
    told = (*plan.kinds_present, *people_present(plan))
    is_counted = all(kind.count for kind in told if kind.code == code)
    return f"kinds_present.{code}.{'count' if is_counted else 'code'}"
