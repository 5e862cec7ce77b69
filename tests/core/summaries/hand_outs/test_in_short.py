"""The balance of a partner's sheet with many outcomes: one clause each, that agrees."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.plan import HandOutPlan, RemarkFacts
from outreach_app.summaries.prose.letters import in_letters
from tests.core.summaries.given_sheets import promise, referral, remark, sheet
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 11, 1)
# Three outcomes beside those that a test looks at: enough for the balance to be short.
BESIDE = tuple(map(of_state, ("out.resolved", "out.under_study", "closed")))


def promised(state: str, owner: str = "office") -> RemarkFacts:
    made = promise(arabic("دورية"), {"promised": "cst.open"}.get(state, state), owner=owner)
    return remark(state, promises=(made,))


def balance(plan: HandOutPlan, page: Language) -> str:
    """Return the sentence after « À ce jour », whose counts are of the sheet."""
    lead, end = (" À ce jour : ", ".\n") if page is FR else (" وإلى حد الآن: ", ".\n")
    return told(plan, page).partition(lead)[2].partition(end)[0]


FRENCH = {
    "kept": ("cst.done", "notre engagement est réalisé", "nos engagements sont réalisés"),
    "promised": ("promised", "notre engagement reste à", "nos engagements restent à exécuter"),
    "late": ("cst.overdue", "notre engagement est en retard", "nos engagements sont en retard"),
}
ARABIC = {
    "kept": "أُنجز ما التزمنا به بشأن ",
    "promised": "لا يزال ما التزمنا به بشأن ",
    "late": "تأخر تنفيذ ما التزمنا به بشأن ",
}


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("group", FRENCH)
def test_points_with_a_promise_agree_with_their_number(group: str, number: int) -> None:
    state, one, several = FRENCH[group]
    plan = sheet(*BESIDE, *(promised(state) for _each in range(number)))
    few = f"{in_letters(number, FR, feminine=False)}{' point' if group == 'kept' else ''}"
    few += "s" if group == "kept" and number > 1 else ""
    french = balance(plan, FR)
    assert f"pour {few}, {several if number > 1 else one}" in french
    assert "ce qui a été promis" not in french
    assert f"{ARABIC[group]}{_arabic(number, plan.points)}" in balance(plan, AR)


def _arabic(number: int, points: int) -> str:
    if number < 3:
        return ("واحدة", "اثنتين")[number - 1]
    if points <= 10:
        return in_letters(number, AR, feminine=True)
    return f"{number} {'نقط' if number <= 10 else 'نقطة'}"


@pytest.mark.parametrize("number", range(1, 13))
def test_answers_of_services_are_told_apart_from_ours(number: int) -> None:
    answer = referral("rf.commune", answered_on=DAY)
    ours = [of_state("out.answered") for _each in range(number)]
    theirs = [remark("answered", referrals=(answer,)) for _each in range(number)]
    plan = sheet(*BESIDE, *ours, *theirs)
    have = "ont" if number > 1 else "a"
    few = (
        in_letters(number, FR, feminine=False) if plan.points <= 16 or number == 1 else str(number)
    )
    french = balance(plan, FR)
    assert f"{few} {have} reçu une réponse de notre part" in french
    assert f"{few} {have} reçu une réponse de la commune" in french
    came = {1: "ورد جواب", 2: "ورد جوابا"}.get(number, "وردت أجوبة")
    said = _arabic(number, plan.points)
    arabic_ = balance(plan, AR)
    assert f"أجبنا عن {said}، و{came} الجهة المختصة بشأن {said}" in arabic_


def test_one_that_we_answered_is_told_apart_from_one_that_a_service_answered_too() -> None:
    asked = (referral("rf.commune", answered_on=DAY),)
    alone = of_state("out.answered")
    plan = sheet(*BESIDE, replace(alone, referrals=asked), alone)
    both = "أجبنا عن واحدة، كما ورد جواب الجهة المختصة بشأنها، وأجبنا عن واحدة أخرى"
    assert both in balance(plan, AR)
    both = "un a reçu notre réponse et celle de la commune, un autre a reçu une réponse de notre"
    assert both in balance(plan, FR)


def test_who_is_late_is_told_of_each_side() -> None:
    kept = promise(arabic("نقطة قارة"), "cst.done")
    theirs = promise(arabic("التصميم"), "cst.overdue", number=2, owner="partner", due_on=DAY)
    both = remark("cst.overdue", promises=(kept, theirs))
    plan = sheet(*BESIDE[:2], promised("cst.done"), promised("cst.overdue"), both)
    french = balance(plan, FR)
    assert "pour un, notre engagement est en retard" in french
    assert "pour un, seul votre engagement est en retard" in french
    assert "تأخر تنفيذ ما التزمتم به بشأن واحدة" in balance(plan, AR)


def test_the_answer_of_ours_and_of_a_service_on_one_point_are_both_told() -> None:
    asked = (referral("rf.commune", answered_on=DAY),)
    twice = replace(of_state("out.answered"), referrals=asked)
    for number, ar in ((1, "واحدة، كما ورد جواب الجهة المختصة بشأنها"), (2, "اثنتين، كما ورد")):
        plan = sheet(*BESIDE, *(twice for _each in range(number)))
        have = ("un a", "deux ont")[number - 1]
        assert f"{have} reçu notre réponse et celle de la commune" in balance(plan, FR)
        assert f"أجبنا عن {ar}" in balance(plan, AR)
