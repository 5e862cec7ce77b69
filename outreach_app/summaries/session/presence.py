"""The attendance of a session from the store: listed partners, their kinds and names."""

from collections import defaultdict
from collections.abc import Iterable

from outreach_app.models import Meeting, Partner
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.kinds import MeetingKind, PartnerCategory
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.bodies import HOUSE, are_people, house_of, is_practice, is_woman
from outreach_app.summaries.session.attendance import is_association
from outreach_app.summaries.session.audience import AbsentFacts
from outreach_app.summaries.session.plan import KindPresent
from outreach_app.survivors import survivor
from outreach_app.vocabulary import is_known

# The maximum number of organisations to name; the attendance sheet lists more.
_FEW_NAMES = 8
# The catalogues of kinds of partners.
_PREFIXES = ("as", "pr", "pt")


def name_of(partner: Partner | None) -> Bilingual | None:
    """Return the name of an organisation; None for a practice named after a person."""
    if partner is None or partner.is_named_after_person:
        return None
    return Bilingual(partner.name_ar, partner.name_fr)


def kind_of(partner: Partner | None) -> str | None:
    """Return what a partner is called without its name; a pharmacy is none of its pharmacists."""
    if partner is None:
        return None
    code = partner.type or partner.category
    return house_of(code, partner.bearer.name_ar, partner.bearer.name_fr) or code


def told_as(partner: Partner) -> str:
    """Return the kind as which one that came is told: an establishment, if its name is not printed.

    Beside a name that says pharmacy, those who came for it are told: « deux pharmaciens ».
    """
    code = partner.type or partner.category
    return (kind_of(partner) if partner.is_named_after_person else None) or code


def calls_woman(partner: Partner | None) -> bool | None:
    """Return whether the name entered for a professional calls a woman; None where it does not."""
    if partner is None:
        return None
    code, bearer = told_as(partner), partner.bearer
    return is_woman(code, bearer.name_ar, bearer.name_fr) if are_people(code) else None


def _are_women(partners: Iterable[Partner]) -> bool | None:
    """Return whether all are called women: False if one is called a man, None if one is neither."""
    called = {calls_woman(partner) for partner in partners}
    return None if None in called and False not in called else False not in called


def partners_present(meeting: Meeting) -> list[Partner]:
    """Return the partners that attended, each once: public organisations first, by protocol."""
    rows = [row for row in meeting.attendances if row.is_present and not row.is_deleted]
    partners = dict.fromkeys(survivor(row.partner) for row in rows)
    return sorted(partners, key=lambda each: each.category != PartnerCategory.INSTITUTION)


def absent(meeting: Meeting, *, are_named: bool) -> AbsentFacts | None:
    """Return the partners that were invited and did not attend; None if there are none, or many.

    Unless they `are_named`, only the kind of each is told.
    """
    rows = [row for row in meeting.attendances if not row.is_present and not row.is_deleted]
    partners = dict.fromkeys(survivor(row.partner) for row in rows)
    away = [partner for partner in partners if partner not in partners_present(meeting)]
    if not 0 < len(away) <= _FEW_NAMES:
        return None
    named = {each: name for each in away if are_named and (name := name_of(each))}
    kinds = tuple(kind for each in away if each not in named and (kind := kind_of(each)))
    return AbsentFacts(tuple(named.values()), kinds)


def rank_of(meeting: Meeting, partner: Partner | None) -> int | None:
    """Return the number of a practice among those present that paper would tell by the same kind.

    None for one with a name to tell, and for the only one of its kind.
    """
    if partner is None or name_of(partner) is not None:
        return None
    alike = [
        each
        for each in partners_present(meeting)
        if name_of(each) is None and kind_of(each) == kind_of(partner)
    ]
    return alike.index(partner) + 1 if len(alike) > 1 and partner in alike else None


def associations_present(meeting: Meeting) -> int | None:
    """Return how many associations took part in an awareness action, as typed."""
    return meeting.associations if meeting.kind in AWARENESS_KINDS else None


def number_present(meeting: Meeting) -> int:
    """Return how many partners attended: those listed, unless more organisations were counted."""
    return max(len(partners_present(meeting)), meeting.bodies or 0)


def is_only_body(meeting: Meeting) -> bool:
    """Return whether one partner is listed, and no other body, school or association counted."""
    present = partners_present(meeting)
    if len(present) != 1:
        return False
    category = present[0].category
    is_school = category == PartnerCategory.INSTITUTION
    is_association = category == PartnerCategory.ASSOCIATION
    counted = (
        (meeting.bodies, True),
        (meeting.establishments, is_school),
        (meeting.associations, is_association),
    )
    return all((number or 0) <= is_it for number, is_it in counted)


def is_alone(meeting: Meeting) -> bool:
    """Return whether one partner came with nobody else: what was raised there, it raised."""
    return is_only_body(meeting) and (meeting.attended or 0) <= 1


def is_received(meeting: Meeting) -> bool:
    """Return whether an audience is told as given to one professional, and to nobody else."""
    present = partners_present(meeting)
    is_audience = meeting.kind == MeetingKind.RECEPTION
    return is_audience and is_only_body(meeting) and all(are_people(told_as(p)) for p in present)


def kinds_present(meeting: Meeting) -> tuple[KindPresent, ...]:
    """Return those present, counted by kind if they are listed, else only the kinds.

    A kind outside the lists is left out, as it has no name.
    """
    partners = partners_present(meeting)
    of_kind = defaultdict[str, list[Partner]](list)
    for partner in partners:
        of_kind[told_as(partner)].append(partner)
    if of_kind:
        found = tuple(
            KindPresent(code, len(those), _are_women(those)) for code, those in of_kind.items()
        )
    else:
        found = tuple(KindPresent(code, None) for code in meeting.kinds_present)
    return tuple(kind for kind in found if is_known(kind.code.removesuffix(HOUSE), *_PREFIXES))


def names_present(meeting: Meeting) -> tuple[Bilingual, ...]:
    """Return the names of the organisations that attended, unless there are many."""
    names = [
        name
        for partner in partners_present(meeting)
        if not is_practice(told_as(partner)) and (name := name_of(partner))
    ]
    return tuple(names) if len(names) <= _FEW_NAMES else ()


def practices_present(meeting: Meeting) -> tuple[Bilingual, ...]:
    """Return the names of practices that attended and are not named after a person, unless many."""
    names = [name for partner in _practices(meeting) if (name := name_of(partner))]
    return tuple(names) if len(names) <= _FEW_NAMES else ()


def identities_kept(meeting: Meeting) -> int | None:
    """Return how many practices are named only in the register; None if there are none."""
    return sum(partner.is_named_after_person for partner in _practices(meeting)) or None


def bodies_kept(meeting: Meeting) -> int | None:
    """Return how many organisations are named only in the register; None if there are none.

    A private school or a bank may bear the name of a person.
    """
    kept = [each for each in partners_present(meeting) if each.is_named_after_person]
    return len([each for each in kept if not is_practice(told_as(each))]) or None


def _practices(meeting: Meeting) -> list[Partner]:
    present = partners_present(meeting)
    return [partner for partner in present if is_practice(told_as(partner))]


def bodies_present(meeting: Meeting, kinds: tuple[KindPresent, ...]) -> int | None:
    """Return how many organisations were represented, as typed; if nothing was, those listed.

    The number typed counts every partner listed, so practices too: these are told apart, and are
    none of the organisations; so it is if one of each kind ticked was counted. `bodies_shown` keeps
    the number. The associations
    that an awareness action counted are organisations too; one that is listed is some of them, or
    they were counted without it.
    """
    listed = [kind for kind in kinds if not is_practice(kind.code)]
    associations = associations_present(meeting)
    is_some_listed = any(map(is_association, listed))
    if meeting.bodies is not None or not listed or (associations is not None and is_some_listed):
        are_one_each = not partners_present(meeting) and meeting.bodies == len(kinds)
        practices = len(kinds) - len(listed) if are_one_each else len(_practices(meeting))
        return max(meeting.bodies - practices, 0) or None if meeting.bodies else meeting.bodies
    return sum(kind.count or 0 for kind in listed) + (associations or 0) or None


def bodies_shown(meeting: Meeting, told: int | None) -> int | None:
    """Return the number of organisations and practices, where it is not that of organisations.

    It is the one typed; where none was, every partner listed, if an establishment is told with the
    organisations: three told, and two in the head, left it open which was none.
    """
    if meeting.bodies is not None:
        return meeting.bodies if meeting.bodies != told else None
    practices = _practices(meeting)
    has_house = any(told_as(partner).endswith(HOUSE) for partner in practices)
    return (told or 0) + len(practices) if has_house else None
