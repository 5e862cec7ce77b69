"""Both languages, read by an independent reader, contain the facts of the plan."""

import re
from datetime import date
from itertools import chain

import pytest

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.prose.bodies import in_arabic, name_of_one
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.attendance import (
    are_told_alone,
    is_all_people,
    practise_each,
)
from outreach_app.summaries.session.audience import ReachedFacts
from outreach_app.summaries.session.genders import as_woman, told_as_present
from outreach_app.summaries.session.plan import PointFacts, SessionPlan
from outreach_app.summaries.session.promises import CommitmentFacts
from outreach_app.summaries.session.prose import Cut, realise
from tests.core.summaries.closed_world import (
    all_text,
    check_spans,
    mandatory,
    prose,
    said,
)
from tests.core.summaries.plans import ISSUED_ON, MODEL
from tests.core.summaries.read_states import is_replaced
from tests.core.summaries.reading import Reading, read, without_quotes
from tests.core.summaries.strategies import plans
from tests.few_or_many import on_random


def expected(plan: SessionPlan, language: Language) -> Reading:
    hours = (time.strftime("%H:%M") for time in (plan.starts_at, plan.ends_at) if time)
    headcount, women = plan.headcount, plan.women
    loose = [referral for referral in plan.referrals if referral.point is None]
    return Reading(
        held_on=plan.held_on,
        last_on=plan.last_on,
        reached=_reached(plan),
        hours=tuple(hours),
        headcount=headcount,
        headcount_said=headcount if says_headcount(plan) else None,
        women=shown_women(headcount, women),
        women_said=women if says_headcount(plan) and 0 < (women or 0) < (headcount or 0) else None,
        bodies=plan.bodies,
        earlier_on=recalled_on(plan),
        stood=stood(plan),
        points=len(plan.points),
        topics=tuple(point.topic for point in plan.points),
        kinds=tuple(point.kind for point in plan.points),
        raisers=tuple(raiser(plan, point, language) for point in plan.points),
        linked=tuple(point.commitments for point in plan.points),
        commitments=len(plan.commitments),
        due=tuple(str(each.due_on) if each.due_on else None for each in promised(plan)),
        owners=(
            *(owner(each, language) for each in recalled(plan)),
            *(owner(told_as_present(plan, each), language) for each in plan.commitments),
        ),
        referred_topics=frozenset(referral.topic for referral in loose),
        services=tuple(dict.fromkeys(referral.to for referral in loose)),
        situation=tuple(
            (
                None if line.is_of_next_meeting else line.commitment or line.point,
                line.dated[0].isoformat() if line.dated else "",
            )
            for line in plan.situation
        ),
        next_held_on=plan.next_meeting.held_on if plan.next_meeting else None,
    )


def _reached(plan: SessionPlan) -> tuple[int | None, ...]:
    made = plan.reached or ReachedFacts(None, None, None, None)
    return (made.beneficiaries, made.pupils, made.establishments, made.associations)


def shown_women(headcount: int | None, women: int | None) -> int | None:
    """Return the expected text for women: nothing for one man, nor for nobody."""
    if headcount == 1:
        return women or None
    return None if headcount == 0 else women if headcount else women or None


def says_headcount(plan: SessionPlan) -> bool:
    """Professionals who are everybody an audience or an exchange was with stand for the number.

    So does one who came alone.
    """
    is_with = manner(plan.kind, plan.channel) in (Manner.RECEIVED, Manner.EXCHANGE)
    is_said = practise_each(plan) or not is_all_people(plan)
    if plan.headcount is None or ((is_with or are_told_alone(plan)) and not is_said):
        return False
    return plan.headcount > 0 or manner(plan.kind, plan.channel) is not Manner.EXCHANGE


def recalled_on(plan: SessionPlan) -> tuple[date, ...]:
    """Return the days of earlier commitments and their meetings, then those of remarks."""
    days: list[date | None] = []
    for made in chain(*plan.earlier.by_origin) if plan.earlier else ():
        first = made[0][1]
        held_on = first.met.held_on if first.met else first.received_on
        if len(made) == 1 and first.is_of_remark_that_day:
            held_on = None
        after = [each.made_on for _number, each in made if not each.is_at_meeting]
        is_first = len(after) < len(made)
        days += [held_on, *after] if is_first else [*after, held_on]
    return tuple(day for day in days if day is not None)


def stood(plan: SessionPlan) -> tuple[tuple[str, str | None], ...]:
    """Return the state of each named earlier commitment; some have no day."""
    found = []
    for state in plan.earlier.states if plan.earlier else ():
        code = state.code.removeprefix("cst.")
        for promise in state.promises:
            has_day = promise.since is not None and code not in ("open", "overdue")
            is_again = is_replaced(promise, state.code)
            told = (code, str(promise.since) if has_day else None)
            found.append(("again", None) if is_again else told)
    return tuple(found)


def promised(plan: SessionPlan) -> list[CommitmentFacts]:
    """Return the commitments in the order of the text."""
    return [*recalled(plan), *plan.commitments]


def recalled(plan: SessionPlan) -> list[CommitmentFacts]:
    states = plan.earlier.states if plan.earlier else ()
    return [promise for state in states for promise in state.promises]


def owner(commitment: CommitmentFacts, language: Language) -> str:
    """Return who owes a commitment."""
    debtor = commitment.debtor and commitment.debtor.prefer(language)
    if debtor:
        return debtor[0]
    if commitment.authority:
        words = vocabulary.label(commitment.authority, language)
        return words[:1].upper() + words[1:]
    if commitment.debtor_kind:
        women = commitment.is_debtor_woman or False
        words = name_of_one(commitment.debtor_kind, language, women=women)
        return words[:1].upper() + words[1:]
    roles = {
        "office": ("رئيس الدائرة الأمنية", "Chef de l’arrondissement de police"),
        "partner": ("شريك لم يُدون اسمه", "Partenaire (nom non relevé)"),
        "authority": ("جهة مختصة لم تُحدد", "Autorité à préciser"),
    }
    return roles[commitment.owner][language is Language.FRENCH]


def raiser(plan: SessionPlan, point: PointFacts, language: Language) -> str | None:
    name = point.raised_by and point.raised_by.prefer(language)
    if name:
        return name[0]
    if point.raiser_kind is None:
        return None
    women = as_woman(plan, called=point.is_raiser_woman)
    if language is Language.ARABIC and point.raiser_rank is None:
        return in_arabic(point.raiser_kind, 1, Case.GENITIVE, says_one=False, women=women)
    return name_of_one(point.raiser_kind, language, women=women)


def check(plan: SessionPlan) -> None:
    for language in Language:
        assert read(to_plain_text(realise(plan, language, ISSUED_ON)), language) == expected(
            plan, language
        )


@pytest.mark.parametrize("language", Language)
def test_model_session_reads_back(language: Language) -> None:
    assert read(to_plain_text(realise(MODEL, language, ISSUED_ON)), language) == expected(
        MODEL, language
    )


def check_facts(plan: SessionPlan) -> None:
    """Require that every span says its fact, and that every fact is said."""
    for language in Language:
        document = realise(plan, language, ISSUED_ON)
        check_spans(document, plan)
        assert mandatory(plan, language) <= said(document)
        for referral in plan.referrals:
            if referral.point is None:
                label = vocabulary.label(referral.topic, language).replace("'", "’")
                assert label.casefold() in all_text(document).casefold()


def check_sentences(plan: SessionPlan) -> None:
    """Require that the program's own sentences are clean."""
    for language in Language:
        text = without_quotes(prose(plan, language, Cut(points=8, commitments=6)))
        assert not re.search(r"[{}]|  | [.,،]|\.\.|\(\)|None", text)
        if language is Language.FRENCH:
            uncontracted = r"\b(?:de|à) les?\b|\bde des\b|\b(?:de|le|la|que) (?!onze)[aeéèêiîoôuœ]"
            assert not re.search(uncontracted, text)


@on_random(plans())
def test_any_session_says_its_facts_and_reads_back(plan: SessionPlan) -> None:
    """Make each check of one draw, which costs more than all of them."""
    check_facts(plan)
    check_sentences(plan)
    check(plan)
