"""The public report of a period reveals no small count, directly or by subtraction."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from outreach_app.i18n import Language
from outreach_app.rules.masking import MIN_SHOWN, Hidden
from outreach_app.summaries.communication.plan import AwarenessFacts
from outreach_app.summaries.period.plan import (
    FIELD,
    CategoryFacts,
    CodeCount,
    FigureFacts,
    KindFacts,
    PeriodPlan,
    TopicFacts,
)
from outreach_app.summaries.prose.blocks import KeyFigures, Realised, Table
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.masked import hidden_difference_note, hidden_note
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.published.facts import publish
from outreach_app.summaries.published.plan import PublishedPart
from outreach_app.summaries.published.prose import realise_published
from tests.core.summaries import reports
from tests.core.summaries.reading import ISOLATES
from tests.few_or_many import on_random

COUNTS = st.integers(0, 12) | st.integers(0, 400)
PUBLISHED = re.compile(
    r"office\..*|number|(?:before_)?(?:first|last)|has_totals_alone"
    r"|(?:figures|topics)\.[\w.]+\.(?:code|now|before|change|is_partial|was_partial)"
    r"|(?:kinds|categories|channels)\.[\w.]+\.(?:code|count)"
    r"|communication\.(?:before_last|until|publications\..*|remarks\..*|awareness\..*)"
)
KINDS = ("mt.thematic", "mt.periodic", "mt.field", "mt.reception")
CATEGORIES = ("pt.association", "pt.liberal", "pt.media")
CHANNELS = ("ch.inperson", "ch.phone", "ch.office")
TOPICS = ("tp.1.1", "tp.6.1", "tp.3.1", "tp.4.4")
PARTS = (("participants", "women"), ("points", "without_outcome"), ("commitments", "kept"),
         ("referrals", "answered"))  # fmt: skip


def several(codes: Sequence[str]) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(codes), COUNTS.filter(bool), max_size=len(codes))


@st.composite
def periods(draw: st.DrawFn) -> PeriodPlan:
    """Return a period whose breakdowns add up to its figures."""
    kinds, categories = draw(several(KINDS)), draw(several(CATEGORIES))
    topics = sorted(draw(several(TOPICS)).items(), key=lambda row: -row[1])
    meetings = sum(kinds.values())
    over_phone = draw(st.integers(0, meetings))
    wholes = {
        "meetings": meetings,
        "participants": draw(COUNTS),
        "partners": sum(categories.values()),
        "points": sum(number for _code, number in topics) + draw(st.integers(0, 9)),
        "commitments": draw(COUNTS),
        "overdue": 3,
        "referrals": draw(COUNTS),
        "rumours": 2,
    }
    counts = wholes | {
        "women": draw(st.integers(0, wholes["participants"])),
        "without_outcome": draw(st.integers(0, wholes["points"])),
    }
    before = {code: draw(st.integers(0, number)) for code, number in counts.items()}
    channels = {"ch.phone": over_phone, "ch.inperson": meetings - over_phone}
    return replace(
        reports.MOCK_UP,
        figures=tuple(
            FigureFacts(code, number, before[code], number - before[code])
            for code, number in counts.items()
        ),
        kept=draw(st.integers(0, wholes["commitments"])),
        answered=draw(st.integers(0, wholes["referrals"])),
        kinds=tuple(KindFacts(code, number, 1, 1, 1) for code, number in kinds.items()),
        categories=tuple(CategoryFacts(code, number, 1) for code, number in categories.items()),
        channels=tuple(CodeCount(code, number) for code, number in channels.items() if number),
        topics=tuple(TopicFacts(code, number, 7, number - 7, 1) for code, number in topics),
    )


@on_random(periods(), few=200)
def test_no_small_count_of_a_precinct_is_published(report: PeriodPlan) -> None:
    plan = publish(report)
    known = facts(plan)
    assert not [fact for fact in known if not PUBLISHED.fullmatch(fact)]
    counts = {
        fact: value
        for fact, value in known.items()
        if isinstance(value, int)
        and not isinstance(value, bool)
        and not fact.endswith((".change", "_partial", ".share"))
        and ".is_" not in fact
    }
    assert not {fact: value for fact, value in counts.items() if value < MIN_SHOWN}
    told = {row.code: row.now for row in plan.figures}
    for whole, part in PARTS:
        pair = told.get(whole), told.get(part)
        if isinstance(pair[0], int) and isinstance(pair[1], int):
            assert not 0 < pair[0] - pair[1] < MIN_SHOWN
    for parts, whole in ((plan.kinds, "meetings"), (plan.channels, "meetings"),
                         (plan.categories, "partners")):  # fmt: skip
        hides_enough(parts, told.get(whole))
    if (report.figure("meetings").before or 0) < MIN_SHOWN:
        assert not plan.is_compared
        assert {row.before for row in (*plan.figures, *plan.topics)} <= {None}
    listed = sum(row.now for row in plan.topics if isinstance(row.now, int))
    points = told.get("points")
    if plan.topics and isinstance(points, int):
        assert not 0 < points - listed < MIN_SHOWN


def hides_enough(parts: Sequence[PublishedPart], whole: object) -> None:
    """Return whether the hidden parts of a printed sum may be any numbers under five."""
    hidden = [row.count for row in parts if isinstance(row.count, Hidden)]
    if hidden and isinstance(whole, int):
        left = whole - sum(row.count for row in parts if isinstance(row.count, int))
        few = hidden.count(Hidden.FEW)
        assert left >= (MIN_SHOWN - 1) * few + MIN_SHOWN * (len(hidden) - few)


def realised(plan: PeriodPlan, language: Language) -> Realised:
    return realise_published(publish(plan), language, reports.ISSUED_ON)


def words(plan: PeriodPlan, language: Language) -> str:
    return ISOLATES.sub("", to_plain_text(realised(plan, language))).replace("\u00a0", " ")


def test_what_is_left_of_a_period_is_figures_for_the_public() -> None:
    for language in Language:
        document = realised(reports.MOCK_UP, language)
        assert document.level is Circulation.PUBLIC
        assert isinstance(document.blocks[2], KeyFigures)
        layouts = {block.layout for block in document.blocks if isinstance(block, Table)}
        assert layouts == {"figures", "figures_alone"}
    said = words(reports.MOCK_UP, Language.FRENCH)
    assert "Version destinée au public – octobre 2026" in said
    assert "Saisines\n  Octobre : moins de 5" in said
    assert "Points sans suite" not in said  # none of 34: a small part is not stated
    assert "Trafic de stupéfiants aux abords des établissements scolaires" in said
    assert "Éclairage public" in said
    assert "rumeur" not in said.lower()


def test_a_sum_of_some_meetings_bears_its_mark_in_its_own_column() -> None:
    figures = tuple(
        replace(row, change=None, was_partial=True) if row.code == "participants" else row
        for row in reports.MOCK_UP.figures
    )
    said = words(replace(reports.MOCK_UP, figures=figures), Language.FRENCH)
    [now] = (row.now for row in figures if row.code == "participants")
    assert f"Participants\n  Octobre : {now}\n  Septembre : 82*" in said
    assert "* : nombre relevé pour une partie seulement des rencontres." in said


def test_where_people_met_is_named_as_in_the_report_of_the_period() -> None:
    channels = (CodeCount(FIELD, 5), CodeCount("ch.inperson", 9), CodeCount("x.odd", 6))
    report = replace(reports.MOCK_UP, channels=channels)
    said = {language: words(report, language) for language in Language}
    for name in ("Sur le terrain", "En présentiel, en un autre lieu", "Non précisé"):
        assert name in said[Language.FRENCH]
    for name in ("في الميدان", "حضوريا، بمكان آخر", "غير محدد"):
        assert name in said[Language.ARABIC]
    assert not re.search(r"field|odd", "".join(said.values()))


def test_a_breakdown_of_one_kind_is_left_out() -> None:
    report = replace(reports.MOCK_UP, categories=(CategoryFacts("pt.association", 7, 7),))
    assert publish(report).categories == ()
    assert publish(
        replace(report, channels=(CodeCount(FIELD, 9), CodeCount("ch.office", 8)))
    ).channels


def test_what_has_no_outcome_is_defined_where_it_is_printed() -> None:
    for left, is_told in ((40, True), (2, False)):
        figures = tuple(
            replace(row, now=left if row.code == "without_outcome" else 90)
            for row in reports.MOCK_UP.figures
        )
        told = words(replace(reports.MOCK_UP, figures=figures), Language.FRENCH)
        assert ("Points en attente de suite : points qui n’ont encore donné" in told) is is_told


def test_until_when_outcomes_count_is_said_of_those_that_are_printed() -> None:
    def said(kept: int, answered: int) -> str:
        figures = tuple(
            replace(row, now=20) if row.code in ("commitments", "referrals") else row
            for row in reports.MOCK_UP.figures
        )
        report = replace(reports.MOCK_UP, figures=figures, kept=kept, answered=answered)
        return words(report, Language.FRENCH)

    assert "au dernier jour" not in said(0, 0)
    assert "Les engagements réalisés sont comptés au dernier jour de chaque période." in said(7, 0)
    assert "Les saisines ayant reçu une réponse sont comptées au dernier jour" in said(0, 7)
    assert "réalisés et les saisines ayant reçu une réponse sont comptés" in said(7, 7)


def test_the_limit_is_written_in_one_form() -> None:
    for language, limit in ((Language.ARABIC, "خمسة"), (Language.FRENCH, "à cinq")):
        for write in (hidden_note, hidden_difference_note):
            note = write(language, is_compared=True)
            assert note.count(limit) == 2
            assert str(MIN_SHOWN) not in note


@pytest.mark.parametrize(
    ("kinds", "actions", "is_told"),
    [
        ({"mt.school": 9, "mt.thematic": 20}, 9, True),
        ({"mt.school": 9, "mt.openday": 2, "mt.field": 20}, 11, False),
        ({"mt.school": 18, "mt.thematic": 2}, 18, False),
    ],
)
def test_awareness_actions_are_not_told_beside_kinds_that_leave_few(
    kinds: dict[str, int], actions: int, is_told: bool
) -> None:
    """Eleven actions less nine talks in schools are the two open days."""
    held = sum(kinds.values())
    plan = replace(
        reports.MOCK_UP,
        figures=tuple(
            replace(row, now=held) if row.code == "meetings" else row
            for row in reports.MOCK_UP.figures
        ),
        kinds=tuple(KindFacts(code, n, None, None, 0) for code, n in kinds.items()),
    )
    made = AwarenessFacts(actions, 9, None, None, 300, None)
    told = replace(plan.communication, awareness=made)
    shown = publish(replace(plan, communication=told)).communication.awareness
    assert (shown is not None) == is_told
