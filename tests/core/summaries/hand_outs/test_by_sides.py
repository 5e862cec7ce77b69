"""Where our promise and the partner's about a point ended differently, each is told as it is."""

from dataclasses import replace

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from tests.core.summaries.given_sheets import promise, remark, sheet
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH
# Enough other points for the opening to tell of them in short.
OTHERS = tuple(map(of_state, ("out.resolved", "out.answered", "cst.open", "out.under_study")))


def ended(ours: str, theirs: str) -> RemarkFacts:
    own = promise(arabic("مراقبة"), ours)
    partner = promise(arabic("احترام"), theirs, number=2, owner="partner")
    return remark("cst.partly", promises=(own, partner))


@pytest.mark.parametrize(
    ("ours", "theirs", "in_arabic", "in_french"),
    [
        (
            *("cst.done", "cst.dropped"),
            "أُنجز ما التزمنا به، وتم التخلي عما التزمتم به، بشأن",
            "notre engagement{} est réalisé, le vôtre a été abandonné",
        ),
        (
            *("cst.done", "cst.partly"),
            "أُنجز ما التزمنا به، وأُنجز جزئيا ما التزمتم به، بشأن",
            "notre engagement{} est réalisé, le vôtre est réalisé en partie",
        ),
        (
            *("cst.blocked", "cst.done"),
            "تعذر تنفيذ ما التزمنا به، وأُنجز ما التزمتم به، بشأن",
            "notre engagement{} n’a pu être réalisé, le vôtre est réalisé",
        ),
    ],
)
def test_each_side_is_told_by_its_own_end(
    ours: str, theirs: str, in_arabic: str, in_french: str
) -> None:
    point = ended(ours, theirs)
    for plan, about in ((sheet(point), " à ce sujet"), (sheet(point, *OTHERS), "")):
        assert in_arabic in told(plan, AR)
        assert in_french.format(about) in told(plan, FR)
        for page, here in ((AR, "منجز من جانبنا"), (FR, "Réalisé de notre part")):
            assert (here in told(plan, page)) is (ours == "cst.done")


def test_what_ended_alike_on_both_sides_is_told_of_both() -> None:
    plan = sheet(ended("cst.partly", "cst.partly"), *OTHERS)
    assert "أُنجز جزئيا ما التزمنا به وما التزمتم به بشأن" in told(plan, AR)
    assert "notre engagement et le vôtre sont réalisés en partie" in told(plan, FR)


def test_what_one_side_kept_in_no_way_is_told_apart_too() -> None:
    point = ended("cst.done", "cst.dropped")
    more = promise(arabic("تنظيم"), "cst.blocked", number=3, owner="partner")
    plan = sheet(replace(point, commitments=(*point.commitments, more)), *OTHERS)
    assert "أُنجز ما التزمنا به، ولم يُنجز ما التزمتم به، بشأن" in told(plan, AR)
    assert "notre engagement est réalisé, les vôtres n’ont pas été réalisés" in told(plan, FR)


def test_several_points_of_one_kind_are_told_together() -> None:
    plan = sheet(*[ended("cst.done", "cst.dropped")] * 2, *OTHERS)
    assert "وتم التخلي عما التزمتم به، بشأن" in told(plan, AR)
    assert "nos engagements sont réalisés, les vôtres ont été abandonnés" in told(plan, FR)
