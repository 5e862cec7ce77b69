"""Which topics a period report names first: equals are never ranked."""

from dataclasses import replace

import pytest

from outreach_app.summaries.period.plan import PeriodPlan
from tests.core.summaries.period.test_prose import AR, FR, prose
from tests.core.summaries.reports import MOCK_UP


def raised(*numbers: int, more: int = 0) -> PeriodPlan:
    """A report whose topics were raised so often, the first first, and `more` of one point each."""
    rows = zip(MOCK_UP.topics, numbers, strict=False)
    return replace(
        MOCK_UP,
        before_first=None,
        topics=tuple(replace(row, now=now, before=None, change=None) for row, now in rows),
        topics_first=numbers.count(numbers[0]) + (more if numbers[0] == 1 else 0),
        topics_more=more,
        topics_more_points=more,
    )


@pytest.mark.parametrize(
    ("plan", "ar", "fr"),
    [
        (
            raised(3, 2, 1),
            (
                "جاء موضوع «الضوضاء والإزعاج ليلا» في المقدمة بـ 3 نقط، يليه موضوع"
                " «الإنارة العمومية» بنقطتين."
            ),
            (
                "La thématique « Bruit et nuisances nocturnes » vient en tête avec 3 points,"
                " suivie de la thématique « Éclairage public » avec 2 points."
            ),
        ),
        (raised(3, 2, 2), " في المقدمة بـ 3 نقط.", " vient en tête avec 3 points."),
        (raised(2, more=4), " في المقدمة بنقطتين.", " vient en tête avec 2 points."),
        (
            raised(2, 2, more=4),
            "جاء موضوعا «الضوضاء والإزعاج ليلا» و«الإنارة العمومية» في المقدمة بنقطتين لكل منهما.",
            (
                "Les thématiques « Bruit et nuisances nocturnes » et « Éclairage public » viennent"
                " en tête, à égalité, avec 2 points chacune."
            ),
        ),
        (
            raised(2, 2, 2, 2, more=9),
            "تساوت في المقدمة 4 مواضيع، سُجلت في كل منها نقطتان.",
            "Quatre thématiques viennent en tête, à égalité, avec 2 points chacune.",
        ),
        (
            raised(1, 1),
            "أثير موضوعا «الضوضاء والإزعاج ليلا» و«الإنارة العمومية» بنقطة واحدة لكل منهما.",
            (
                "Les thématiques « Bruit et nuisances nocturnes » et « Éclairage public » ont été"
                " soulevées, avec un point chacune."
            ),
        ),
        (
            raised(1, 1, 1, 1, 1, more=9),
            "أثير 14 موضوعا، سُجلت في كل منها نقطة واحدة.",
            "Quatorze thématiques ont été soulevées, avec un point chacune.",
        ),
        (
            raised(2),
            "أثير موضوع واحد هو «الضوضاء والإزعاج ليلا»، سُجلت فيه نقطتان.",
            (
                "Une seule thématique a été soulevée : « Bruit et nuisances nocturnes », avec 2"
                " points."
            ),
        ),
    ],
)
def test_equals_are_never_ranked(plan: PeriodPlan, ar: str, fr: str) -> None:
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)
