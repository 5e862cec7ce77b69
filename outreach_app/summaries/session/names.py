"""The names of those represented at a session, under its opening."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Block, Paragraph, Span, Text
from outreach_app.summaries.prose.bodies import another, in_arabic, in_french
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.quoting import own_words
from outreach_app.summaries.session.attendance import (
    Relation,
    are_all_unlisted,
    are_more_associations,
    associations_unlisted,
    bodies_present,
    bodies_said,
    bodies_told,
    is_association,
    others_unlisted,
    represented,
)
from outreach_app.summaries.session.audience import AbsentFacts
from outreach_app.summaries.session.labels import Labels
from outreach_app.summaries.session.plan import SessionPlan


def names(plan: SessionPlan, language: Language, labels: Labels) -> list[Block]:
    """Return the names of the organisations represented, and of the practices."""
    said = []
    if bodies := _named(plan.names_present, "names_present", language):
        told = _with_names(_lead(plan, len(bodies), labels), bodies, language)
        said.append(text(told, _unnamed(plan, labels)))
    elif plan.expects_names and not _listed(plan):
        said += _nameless(plan, labels)
    if practices := _named(plan.practices_present, "practices_present", language):
        lead = _by_number(labels.practices, len(practices))
        said.append(_with_names(lead, practices, language))
    if plan.bodies_kept and plan.identities_kept:
        number = plan.bodies_kept + plan.identities_kept
        are_others = bool(plan.names_present or plan.practices_present)
        said.append(text(_by_number(labels.all_kept[are_others], number)))
    elif plan.bodies_kept:
        forms = labels.bodies_kept[bool(plan.names_present)]
        said.append(text(Span(_by_number(forms, plan.bodies_kept), "bodies_kept")))
    elif plan.identities_kept:
        # Those named above are no others.
        forms = labels.identities[bool(plan.practices_present)]
        said.append(text(Span(_by_number(forms, plan.identities_kept), "identities_kept")))
    if others := others_unlisted(plan):
        said.append(text(_by_number(labels.unidentified, others)))
    if plan.absent:
        away = _absent(plan, plan.absent, language)
        lead = _by_number(labels.absent, plan.absent.number)
        said.append(_with_names(lead, away, language))
    return [Paragraph(each) for each in said]


def _absent(plan: SessionPlan, absent: AbsentFacts, language: Language) -> list[Text]:
    """Return the names of those who did not take part, and the kinds of the others."""
    came = {kind.code for kind in plan.kinds_present}
    others = [
        text(Span((another if code in came else _one)(code, language), f"absent.kinds.{n}"))
        for n, code in enumerate(absent.kinds, start=1)
    ]
    return [*_named(absent.names, "absent.names", language), *others]


def _one(code: str, language: Language) -> str:
    """Return « un notaire », «موثق», «أحد العدول»."""
    if language is Language.ARABIC:
        return in_arabic(code, 1, Case.NOMINATIVE, says_one=False)
    return in_french(code, 1)


def _lead(plan: SessionPlan, named: int, labels: Labels) -> str:
    """Return what leads to the names: of one, of both, of all, or of some."""
    are_some = are_more_associations(plan) and associations_unlisted(plan) > 0
    if named < (bodies_told(plan) or 0) or are_some:
        listed = sum(kind.count or 1 for kind in represented(plan))
        # « L’un des deux » of three that are told, one of them a shop, leaves it open which two.
        return labels.among[bodies_told(plan) != 2 or listed > 2]
    are_companies = {kind.code for kind in bodies_present(plan)} == {PartnerCategory.COMPANY}
    return _by_number(labels.companies if are_companies else labels.names, named)


def _unnamed(plan: SessionPlan, labels: Labels) -> Text:
    """Return that nobody noted the other names, if only some of those counted were listed."""
    listed = _listed(plan)
    others = (bodies_told(plan) or 0) - listed
    # One listed without its name bears that of a person: it is noted, but not printed.
    if others > 0 and listed == len(plan.names_present):
        are_more = are_more_associations(plan)
        forms = labels.unnamed_associations if are_more else labels.unnamed
        return text(" ", _by_number(forms, others))
    if others < 1 and (others := associations_unlisted(plan)):
        are_more = any(map(is_association, bodies_present(plan)))
        forms = labels.unnamed_associations if are_more else labels.nameless_associations
        return text(" ", _by_number(forms, others))
    return ()


def _nameless(plan: SessionPlan, labels: Labels) -> list[Text]:
    """Return that nobody noted the names of those who were only counted."""
    number = bodies_told(plan)
    if are_all_unlisted(plan):
        said = bodies_said(plan)
        is_one_each = said is not None and said.relation is Relation.ALONE
        number = plan.bodies or (len(said.kinds) if said and is_one_each else None)
    if number:
        return [text(_by_number(labels.nameless, number))]
    number = associations_unlisted(plan)
    return [text(_by_number(labels.nameless_associations, number))] if number else []


def _listed(plan: SessionPlan) -> int:
    """Return how many organisations were listed, not only counted."""
    return sum(kind.count or 0 for kind in bodies_present(plan))


def _by_number(forms: tuple[str, str, str], number: int) -> str:
    """Return the form for one, for two, or for more."""
    return forms[min(number, len(forms)) - 1]


def _named(names: Sequence[Bilingual], path: str, language: Language) -> list[Text]:
    found = [own_words(name, f"{path}.{n}", language) for n, name in enumerate(names, start=1)]
    return [text(name) for name in found if name]


def _with_names(lead: str, names: Sequence[Text], language: Language) -> Text:
    is_arabic = language is Language.ARABIC
    colon, between = (": ", "؛ ") if is_arabic else ("\u00a0: ", "\u00a0; ")
    return text(lead, colon, joined(names, between), ".")
