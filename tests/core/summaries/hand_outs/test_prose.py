"""The prose of a partner's sheet and a programme: every fact, agreeing, nothing else."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.plan import HandOutPlan, HeldFacts, RemarkFacts
from outreach_app.summaries.hand_outs.programme_plan import ProgrammePlan
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.hand_outs.states import MARKS
from outreach_app.summaries.prose import nouns
from outreach_app.summaries.prose.blocks import Mark, Quotation, Realised, Remarks, plain
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.facts import FactValue, facts
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.closed_world import all_text, said, spans
from tests.core.summaries.given_programmes import PROGRAMMES, meeting, programme
from tests.core.summaries.given_sheets import (
    ISSUED_ON,
    SHEETS,
    promise,
    remark,
    sheet,
)
from tests.core.summaries.plans import arabic
from tests.core.summaries.reading import ISOLATES, LETTERS, said_number
from tests.few_or_many import on_random

AR, FR = Language.ARABIC, Language.FRENCH
FORMS = (0, 1, 2, 3, 11, 100)
HELD = ("meetings", "held", "unsettled")
STATES = {
    "kept": "cst.done",
    "treated": "out.resolved",
    "replied": "out.answered",
    "closed": "closed",
    "running": "cst.in_progress",
    "promised": "promised",
    "partly": "cst.partly",
    "studied": "out.under_study",
    "transmitted": "cst.referred",
    "answered": "answered",
    "oriented": "out.oriented",
    "late": "cst.overdue",
    "blocked": "cst.blocked",
    "dropped": "cst.dropped",
    "out_of_scope": "out.out_of_scope",
    "no_followup": "out.no_followup",
    "by_other": "by_other",
    "passed_on": "passed_on",
    "noted": "noted",
    "again": "again",
    "waiting": "cst.open",
}
# Groups whose count is the subject of its clause.
SUBJECTS = {
    *("treated", "closed", "studied", "transmitted", "out_of_scope", "by_other"),
    *("noted", "again", "waiting"),
}
# Facts in the plan that support others, or are expressed by the state of the row.
UNSAID = re.compile(
    r"office\..*|partner\..*|.*\.is_(?:own|common)|.*\.place|.*\.channel|.*\.has_promise_of_other|.*\.kind|has_begun|is_over|earlier_others|(?:states|in_short)\..*|first|last|sessions|others"
    r"|met\..*|.*\.raised_at\..*|.*\.(?:number|language|phrase|noting)"
    r"|.*\.(?:text|translation|ar|fr)|.*\.referrals\.\d+\.topic"
    r"|.*\.commitments\.\d+\.(?:status|owner|due_on|authority)"
)


def of_state(state: str) -> RemarkFacts:
    return remark(state, words=arabic("ملاحظة"))


def sheets() -> st.SearchStrategy[HandOutPlan]:
    states = st.lists(st.sampled_from(list(STATES.values())), max_size=30)
    return st.builds(
        lambda chosen, number: sheet(*map(of_state, chosen), sessions=number),
        states,
        st.integers(1, 30),
    )


def prose(document: Realised) -> str:
    return ISOLATES.sub("", all_text(document)).replace("\u00a0", " ")


def told(plan: HandOutPlan | ProgrammePlan, language: Language) -> str:
    if isinstance(plan, ProgrammePlan):
        return prose(realise_programme(plan, language, ISSUED_ON))
    return prose(realise_hand_out(plan, language, ISSUED_ON))


def check(document: Realised, known: dict[str, FactValue]) -> None:
    """Require that spans name existing facts, counts match, and digits are in no other span."""
    for span in spans(document):
        if span.fact is None:
            assert not re.search(r"\d", span.text), f"digits of nobody: {span.text}"
        elif span.fact in {"sessions", "points"} or span.fact.startswith(("states.", "in_short.")):
            bare = span.text.replace("\u00a0", " ")
            is_said = re.search(r"\d|نقط|لقاء|aucun", bare) or bare.split()[0] in LETTERS
            is_said = is_said or (span.fact.startswith("in_short.") and bare != "واحدة")
            assert (said_number(bare) if is_said else 1) == known[span.fact], span
        elif span.fact not in {"issued_on", "fixed.emergency_number", *HELD}:
            assert span.fact in known, span
    written = to_plain_text(document)
    numbers = {"عدد: ", "N°\u00a0: "}
    own = [span for span in spans(document) if span.fact != "number" and span.text not in numbers]
    assert not [span for span in own if span.text not in written]


@on_random(sheets())
def test_every_count_is_said_and_sentences_are_clean(plan: HandOutPlan) -> None:
    for language in Language:
        check(realise_hand_out(plan, language, ISSUED_ON), facts(plan))
        text = told(plan, language)
        assert not re.search(r"[{}]|  | [.,،]|\.\.|،\.|\(\)|None", text)
        if language is FR:
            assert not re.search(
                r"\b(?:de|à) (?:le|les|des)\b|\b(?:de|le|la|que) [aeéèêiîoôuœ]", text
            )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SHEETS)
def test_no_fact_of_a_sheet_is_left_out(name: str, language: Language) -> None:
    plan = SHEETS[name]
    document = realise_hand_out(plan, language, ISSUED_ON)
    check(document, facts(plan))
    unsaid = facts(plan).keys() - said(document)
    assert not [fact for fact in unsaid if not UNSAID.fullmatch(fact)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", PROGRAMMES)
def test_no_fact_of_a_programme_is_left_out(name: str, language: Language) -> None:
    plan = PROGRAMMES[name]
    document = realise_programme(plan, language, ISSUED_ON)
    check(document, facts(plan))
    unsaid = facts(plan).keys() - said(document)
    assert not [fact for fact in unsaid if not UNSAID.fullmatch(fact)]


def of_group(group: str) -> Callable[[int], HandOutPlan]:
    return lambda number: sheet(
        *(of_state(STATES[group]) for _each in range(number)),
        *(of_state("cst.open" if group == "kept" else "cst.done") for _each in range(2)),
    )


SLOTS: list[tuple[Noun, Case, Callable[[int], HandOutPlan | ProgrammePlan], tuple[int, ...]]] = [
    (nouns.POINT, Case.NOMINATIVE, lambda n: sheet(*[of_state("cst.done")] * n), FORMS),
    (nouns.MEETING, Case.GENITIVE, lambda n: sheet(sessions=n), FORMS[2:]),
    (
        nouns.MEETING,
        Case.NOMINATIVE,
        lambda n: programme(*(meeting(place, 4) for place in range(1, n + 1))),
        FORMS,
    ),
    *(
        (
            nouns.OTHER_POINT if group == "answered" else nouns.POINT,
            Case.GENITIVE if group not in SUBJECTS else Case.NOMINATIVE,
            of_group(group),
            FORMS[2:] if group == "answered" else FORMS[1:],
        )
        for group in STATES
    ),
]


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: f"{slot[0].one}-{slot[1]}")
def test_every_form_is_reached(
    slot: tuple[Noun, Case, Callable[[int], HandOutPlan | ProgrammePlan], tuple[int, ...]],
) -> None:
    noun, case, build, numbers = slot
    for number in numbers:
        plan = build(number)
        form = ISOLATES.sub("", spelled(noun, number, case, AR)).replace("\u00a0", " ")
        assert form in told(plan, AR)


@pytest.mark.parametrize(
    ("plan", "ar", "fr"),
    [
        (
            sheet(sessions=1),
            "شاركتم يوم 14 أكتوبر 2026 في لقاء موضوعاتي حول «أمن محيط المؤسسات التعليمية»، لم تُثر",
            "Le 14 octobre 2026, vous avez pris part à une rencontre thématique ayant pour sujet",
        ),
        (
            sheet(sessions=2),
            "شاركتم في لقاءين، لم تُثر خلالهما",
            "part à deux rencontres, au cours desquelles",
        ),
        (
            replace(
                sheet(sessions=3),
                held=(
                    HeldFacts("mt.periodic", "ch.inperson"),
                    HeldFacts("mt.awareness", "ch.inperson"),
                    HeldFacts("mt.periodic", "ch.phone"),
                ),
            ),
            "شاركتم في لقاء واحد وحملة تحسيسية واحدة واتصال واحد، لم تُثر خلالها",
            "une rencontre, à une campagne de sensibilisation et à un échange, au cours desquels",
        ),
        (
            sheet(of_state("cst.overdue")),
            "وقد تأخر تنفيذ ما التُزم به بشأنها.",
            "soulevé : il a fait l’objet d’un engagement dont le délai est échu.",
        ),
        (
            sheet(of_state("cst.blocked")),
            "وقد تعذر تنفيذ ما التُزم به بشأنها.",
            "il a fait l’objet d’un engagement qui n’a pu être réalisé.",
        ),
        (
            sheet(*[of_state("cst.in_progress")] * 2),
            "أُثيرت خلالها نقطتان، ولا يزال ما التُزم به بشأن كلتيهما قيد الإنجاز.",
            "deux points ont été soulevés : tous deux sont en cours de traitement.",
        ),
        (
            sheet(of_state("cst.done"), *[of_state("cst.in_progress")] * 11),
            "أُنجز ما التُزم به بشأن نقطة واحدة، ولا يزال ما التُزم به بشأن 11 نقطة قيد الإنجاز.",
            "un a fait l’objet d’un engagement réalisé et onze sont en cours de traitement.",
        ),
    ],
)
def test_numbers_are_said_as_grammar_wants(plan: HandOutPlan, ar: str, fr: str) -> None:
    assert ar in told(plan, AR)
    assert fr in told(plan, FR)


def test_each_group_has_its_own_sign_and_nothing_is_cut() -> None:
    plan = SHEETS["two-of-each"]
    document = realise_hand_out(plan, AR, ISSUED_ON)
    (remarks,) = (block for block in document.blocks if isinstance(block, Remarks))
    assert len(remarks.rows) == plan.points
    assert [row.mark for row in remarks.rows][::2] == [
        mark
        for group, mark in MARKS.items()
        if group not in {"replied_twice", "kept_transmitted", "passed_on"}
    ]
    assert set(MARKS.values()) == set(Mark)


def test_what_the_partner_did_itself_is_not_told_as_our_doing() -> None:
    plan = SHEETS["together"]
    for language, title, heading in (
        (AR, "قلتم… وأنجزنا معا", "طلبتم"),
        (FR, "Vous avez dit, nous avons fait ensemble", "Vous avez demandé"),
    ):
        written = to_plain_text(realise_hand_out(plan, language, ISSUED_ON))
        assert f"{title}\n" in written
        assert f"{heading}:" in written.replace("\u00a0", "")
    assert "Voir votre engagement ci-dessous." in told(plan, FR)


def test_a_sheet_without_a_next_meeting_announces_none() -> None:
    plan = SHEETS["mock-up"]
    assert "موعدنا المقبل" in told(plan, AR)
    without = replace(plan, next_meeting=None)
    assert "موعدنا المقبل" not in told(without, AR)
    assert "Notre prochain rendez-vous" not in told(without, FR)


def test_what_others_raised_and_what_the_partner_promised_stand_in_tables_of_their_own() -> None:
    theirs = promise(
        arabic("توزيع مطويات", "Distribuer des dépliants"), "cst.done", owner="partner"
    )
    plan = sheet(
        remark("cst.done", "tp.1.1", arabic("الضوضاء", "Le bruit"), promises=(theirs,)),
        replace(remark("out.answered", "tp.6.1", reply=arabic("نعم", "Oui")), is_own=False),
        replace(remark("cst.open"), is_own=False, is_common=False),
    )
    own, common, others, promised = (
        block
        for block in realise_hand_out(plan, FR, ISSUED_ON).blocks
        if isinstance(block, Remarks)
    )
    assert own.headings == ("Vous nous avez dit", "Suite donnée")
    assert [plain(part) for row in own.rows for part in row.done if isinstance(part, tuple)] == [
        "Voir votre engagement ci-dessous."
    ]
    assert common.headings[0] == "Soulevé par les participants"
    assert others.headings[0] == "Soulevé par un autre partenaire"
    assert [row.said for row in (*common.rows, *others.rows)] == [(), ()]
    assert promised.headings == ("Engagement", "Suivi")
    (row,) = promised.rows
    assert isinstance(row.said, Quotation)
    assert (row.said.text, plain(row.state), row.mark) == (
        *("Distribuer des dépliants", "Réalisé"),
        Mark.DONE,
    )
