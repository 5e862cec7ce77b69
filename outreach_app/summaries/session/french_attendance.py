"""Who attended a session, in French: how many, for which bodies, which professionals."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import (
    in_french,
    is_feminine_body,
    name_of_one,
    profession_in_french,
)
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.french import of, sentence_case, that
from outreach_app.summaries.prose.meeting_kinds import Manner, french_kind
from outreach_app.summaries.prose.nouns import (
    ASSOCIATION,
    BODY,
    FEMALE,
    PARTICIPANT,
    PERSON,
    REPRESENTATIVE,
    WOMAN,
    WOMAN_PARTICIPANT,
    WOMAN_REPRESENTATIVE,
)
from outreach_app.summaries.session.attendance import (
    Relation,
    are_bodies_apart,
    are_called_associations,
    are_more_associations,
    are_only_kinds,
    are_people_said,
    are_people_within,
    are_told_alone,
    bodies_said,
    bodies_told,
    is_all_people,
    kind_fact,
    one_among_women,
    people_present,
    practise_each,
    women_to_say,
)
from outreach_app.summaries.session.genders import are_all_women, as_woman
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.writer import how, is_of_pupils, kind_said, meets_persons

PAGE = Language.FRENCH


def who_attended(plan: SessionPlan) -> Text:
    """Return how many came and which bodies they spoke for."""
    if plan.headcount is None:
        them = [of(each) for each in who_was_met(plan)]
        return text(", avec la participation ", together(plan, them)) if them else ()
    number = Span(count(_noun(plan), plan.headcount, Case.NOMINATIVE, PAGE), "headcount")
    if plan.headcount == 0:
        agreed = "présentée" if meets_persons(plan) else "présenté"
        which = "auxquelles" if french_kind(*kind_said(plan)).is_plural else "à laquelle"
        return text(f", {which} ", number, f" ne s’est {agreed}")
    lead = ". Elle a réuni "
    if plan.headcount == 1:
        lead = ". Y a pris part "
    elif how(plan) is not Manner.CHAIRED:
        lead = ". Y ont pris part "
    if are_told_alone(plan) or (plan.headcount == 1 and _speaks_for_bodies(plan)):
        return text(lead, listed(who_was_met(plan), PAGE))
    among = _among(plan)
    said = [] if are_bodies_apart(plan) else _bodies(plan)
    bodies = together(plan, said) if said else ()
    everybody = listed(_kinds(plan, people_present(plan)), PAGE)
    return text(
        lead,
        number,
        among,
        text(", " if among else " ", "représentant ", bodies) if bodies else (),
        _practising(plan) or (text("\u00a0: ", everybody) if is_all_people(plan) else ""),
    )


def together(plan: SessionPlan, them: list[Text]) -> Text:
    """Return those met, the professionals apart from bodies that are counted."""
    said = bodies_said(plan)
    if len(them) < 2 or said is None or said.relation is Relation.ALONE:
        return listed(them, PAGE)
    return text(them[0], ", ainsi ", that(listed(them[1:], PAGE)))


def _practising(plan: SessionPlan) -> Text:
    """Return « , exerçant les professions d’avocat et de notaire » of men and women."""
    if not practise_each(plan):
        return ()
    said = [
        of(text(Span(name_of_one(kind.code, PAGE), kind_fact(plan, kind.code))))
        for kind in people_present(plan)
    ]
    if len(said) == plan.headcount == 2:
        return text(", exerçant, l’une, la profession ", said[0], " et, l’autre, celle ", said[1])
    return text(", exerçant les professions ", listed(said, PAGE))


def _speaks_for_bodies(plan: SessionPlan) -> bool:
    """Return whether one person who came spoke for the bodies, and is called by that."""
    are_known = bodies_said(plan) is not None and not are_bodies_apart(plan)
    return meets_persons(plan) and are_known


def _noun(plan: SessionPlan) -> Noun:
    # « Y a pris part un participant » would say one thing twice.
    are_persons = meets_persons(plan) or plan.headcount == 1
    if are_all_women(plan):
        return WOMAN if are_persons else WOMAN_PARTICIPANT
    return PERSON if are_persons else PARTICIPANT


def _among(plan: SessionPlan) -> Text:
    """Return « , dont 6 femmes »; empty where nobody or everybody is a woman."""
    women = women_to_say(plan)
    if not women:
        return ()
    noun = FEMALE if is_of_pupils(plan) else WOMAN
    if noun is FEMALE and women == 1 and _noun(plan) is PERSON:
        # It agrees with « personnes ».
        return text(", dont ", Span("une de sexe féminin", "women"))
    said = count(noun, women, Case.NOMINATIVE, PAGE)
    return text(", dont ", Span(said, "women"))


def who_was_met(plan: SessionPlan) -> list[Text]:
    """Return who was met, if the sentence itself names them, one by one."""
    if not plan.headcount:
        # Of professions alone there is a sentence: how many came is not known.
        people = [] if are_only_kinds(plan) else _kinds(plan, people_present(plan))
        bodies = [] if are_bodies_apart(plan) else _bodies(plan)
        return [*bodies, *people]
    women = are_all_women(plan)
    if is_all_people(plan) and not practise_each(plan):
        return _kinds(plan, people_present(plan))
    theirs = [] if are_bodies_apart(plan) else [of(each) for each in _bodies(plan)]
    noun = REPRESENTATIVE if theirs else PERSON
    if women:
        noun = WOMAN_REPRESENTATIVE if theirs else WOMAN
    number = Span(count(noun, plan.headcount, Case.NOMINATIVE, PAGE), "headcount")
    among = _among(plan)
    within = _within(plan, number) if are_people_within(plan) else ()
    told = text(" ", together(plan, theirs)) if theirs else ""
    # « dont » must follow the people it counts, not « parents d’élèves ».
    met = text(number, among, ",", told) if among and told else text(number, told, among)
    return [text(met, within, _practising(plan))]


def _within(plan: SessionPlan, number: Span) -> Text:
    """Return « , dont un notaire » of the number who came, or of the women among them."""
    people = listed(_kinds(plan, people_present(plan)), PAGE)
    if (woman := one_among_women(plan)) is not None:
        if women_to_say(plan) > 1:
            return text(", parmi lesquelles ", people)
        said = name_of_one(woman.code, PAGE, women=True)
        return text(", ", Span(said, kind_fact(plan, woman.code)))
    if not women_to_say(plan):
        return text(", dont ", people)
    # « Parmi elles » would be read of the women.
    is_one = [kind.count for kind in people_present(plan)] == [1]
    return text("\u00a0; parmi ces ", number, f" figurai{'t' if is_one else 'ent'} ", people)


def _bodies(plan: SessionPlan) -> list[Text]:
    """Return the bodies one by one, or their number with their kinds as one text.

    Establishments follow a number of bodies one by one.
    """
    said = bodies_said(plan)
    if said is None:
        return []
    kinds = _kinds(plan, said.kinds)
    if said.relation is Relation.ALONE:
        return kinds
    total = Span("des organismes")
    if (number := bodies_told(plan)) is not None:
        noun = ASSOCIATION if are_called_associations(plan) else BODY
        fact = "reached.associations" if are_more_associations(plan) else "bodies"
        total = Span(count(noun, number, Case.NOMINATIVE, PAGE), fact)
    if not kinds:
        return [text(total), *_kinds(plan, said.houses)]
    link = {
        Relation.LIST: "\u00a0: ",
        Relation.AMONG: f", parmi {'lesquelles' if are_called_associations(plan) else 'lesquels'} ",
        Relation.NOTABLY: ", notamment ",
        Relation.AT_LEAST: ", parmi lesquels au moins ",
    }[said.relation]
    return [text(total, link, listed(kinds, PAGE)), *_kinds(plan, said.houses)]


def _represented(plan: SessionPlan) -> Text:
    """Return « Un média local y était représenté. »: bodies for which only some of them came."""
    if not are_bodies_apart(plan):
        return ()
    said = bodies_said(plan)
    kinds = said.kinds if said else ()
    if said is not None and said.relation is Relation.CATEGORIES:
        return _at_least(plan, kinds)
    is_number_said = said is not None and (said.relation is not Relation.ALONE or not kinds)
    is_one = bodies_told(plan) == 1 if is_number_said else [kind.count for kind in kinds] == [1]
    is_one = is_one and not (said and said.houses)
    is_feminine = not is_number_said and all(is_feminine_body(kind.code) for kind in kinds)
    is_feminine = is_feminine or (are_called_associations(plan) and bodies_told(plan) is not None)
    verb = "était" if is_one else "étaient"
    participle = f"représenté{'e' if is_feminine else ''}{'' if is_one else 's'}"
    bodies = together(plan, _bodies(plan))
    is_listed = said is not None and said.relation is Relation.LIST and bool(kinds)
    # No French sentence opens on a figure.
    if is_listed or bodies[0].text[:1].isdecimal():
        return text(f" Y {verb} {participle} ", bodies, ".")
    comma = "," if is_number_said and kinds else ""
    return text(" ", sentence_case(bodies), f"{comma} y {verb} {participle}.")


def who_was_among(plan: SessionPlan) -> Text:
    """Return the sentences on who was among those counted; empty where that is said already."""
    represented = _represented(plan)
    if is_received_for_professions(plan):
        return represented
    if are_only_kinds(plan) and not are_people_said(plan):
        return text(represented, _professions(plan, also=bool(represented)))
    if not plan.headcount or not people_present(plan) or are_people_said(plan):
        return represented
    kinds = people_present(plan)
    said = listed(_kinds(plan, kinds), PAGE)
    is_one = [kind.count for kind in kinds] == [1]
    lead = " L’assistance comprenait "
    if how(plan) is Manner.EXCHANGE:
        # They are no others than those who were counted.
        lead = f" Parmi ces personnes figurai{'t' if is_one else 'ent'} "
    elif how(plan) is Manner.FIELD or plan.channel == Channel.VIDEO:
        among = "participantes" if are_all_women(plan) else "participants"
        lead = f" Parmi les {among} figurai{'t' if is_one else 'ent'} "
    return text(represented, lead, said, ".")


def is_received_for_professions(plan: SessionPlan) -> bool:
    """Return whether an audience was given to nobody told but by a profession, uncounted."""
    is_uncounted = how(plan) is Manner.RECEIVED and plan.headcount is None
    return is_uncounted and are_only_kinds(plan) and not who_was_met(plan)


def _professions(plan: SessionPlan, *, also: bool) -> Text:
    """Return « La profession d’avocat était également représentée. »: how many came is unknown."""
    them = sentence_case(listed(professions(plan), PAGE))
    return text(" ", them, f" {_are_represented(people_present(plan), also=also)}.")


def professions(plan: SessionPlan) -> list[Text]:
    """Return « les professions d’avocat et de notaire », and others without a name."""
    kinds = people_present(plan)
    practised = [kind for kind in kinds if kind.code.startswith("pr.")]
    said = [
        of(text(Span(name_of_one(kind.code, PAGE), kind_fact(plan, kind.code))))
        for kind in practised
    ]
    lead = "les professions " if len(said) > 1 else "la profession "
    # Trade and a liberal profession have no name of their own.
    others = [
        text(Span(profession_in_french(kind.code), kind_fact(plan, kind.code)))
        for kind in kinds
        if kind not in practised
    ]
    return [*([text(lead, listed(said, PAGE))] if said else []), *others]


def _at_least(plan: SessionPlan, kinds: Sequence[KindPresent]) -> Text:
    """Return « Au moins une coopérative y était représentée. »: nobody noted how many were."""
    said = [text(Span(in_french(kind.code, 1), kind_fact(plan, kind.code))) for kind in kinds]
    feminine = "e" if all(is_feminine_body(kind.code) for kind in kinds) else ""
    if len(said) == 1:
        return text(" Au moins ", said[0], f" y était représenté{feminine}.")
    return text(f" Y étaient représenté{feminine}s au moins ", listed(said, PAGE), ".")


def _are_represented(kinds: Sequence[KindPresent], *, also: bool = False) -> str:
    too = " également" if also else ""
    return f"étaient{too} représentées" if len(kinds) > 1 else f"était{too} représentée"


def _kinds(plan: SessionPlan, kinds: Sequence[KindPresent]) -> list[Text]:
    return [text(Span(_of_kind(plan, kind), kind_fact(plan, kind.code))) for kind in kinds]


def _of_kind(plan: SessionPlan, kind: KindPresent) -> str:
    women = as_woman(plan, called=kind.are_women)
    return in_french(kind.code, kind.count, women=women)
