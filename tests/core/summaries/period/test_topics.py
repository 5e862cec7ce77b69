"""The topics that a period report names first: ties are never ranked."""

from dataclasses import replace

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.period.plan import GONE, PeriodPlan, TopicFacts
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.vocabulary import catalogue, label
from tests.core.summaries.period.test_prose import AR, FR, prose, realised
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.reports import MOCK_UP

CODES = ("tp.1.1", "tp.6.1", "tp.3.1", "tp.4.4", "tp.7.1")
OTHERS = [code for code in catalogue("tp") if code not in CODES]


def raised(*numbers: int, more: int = 0) -> PeriodPlan:
    """Return a report with topic counts in order, and `more` topics of one point each."""
    every = (*numbers, *more * (1,))
    rows = zip((*CODES, *OTHERS), every, strict=False)
    return replace(
        MOCK_UP,
        before_first=None,
        topics=tuple(TopicFacts(code, now, None, None, 1) for code, now in rows),
        topics_first=every.count(every[0]),
    )


def test_topics_of_the_period_before_that_were_not_raised_again_are_summed() -> None:
    gone = replace(MOCK_UP, topics_apart=(TopicFacts(GONE, 0, 6, -6, 0),))
    for language, name in (
        (AR, "مواضيع أخرى لم تُثر خلال الفترة"),
        (FR, "Autres thématiques, non soulevées au cours de la période"),
    ):
        said = ISOLATES.sub("", to_plain_text(realised(gone, language))).replace("\u00a0", " ")
        _before, _name, row = said.partition(name)
        assert [line.rpartition(": ")[2] for line in row.split("\n")[1:5]] == ["0", "6", "−6", "0"]


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
                "La thématique « Bruit et nuisances nocturnes » vient en tête avec trois points,"
                " suivie de la thématique « Éclairage public » avec deux points."
            ),
        ),
        (raised(3, 2, 2), " في المقدمة بـ 3 نقط.", " vient en tête avec trois points."),
        (raised(2, more=4), " في المقدمة بنقطتين.", " vient en tête avec deux points."),
        (
            raised(2, 2, more=4),
            "جاء موضوعا «الضوضاء والإزعاج ليلا» و«الإنارة العمومية» في المقدمة بنقطتين لكل منهما.",
            (
                "Les thématiques « Bruit et nuisances nocturnes » et « Éclairage public » viennent"
                " en tête, à égalité, avec deux points chacune."
            ),
        ),
        (
            raised(2, 2, 2, 2, more=9),
            "تساوت في المقدمة 4 مواضيع، سُجلت بشأن كل منها نقطتان.",
            "Quatre thématiques viennent en tête, à égalité, avec deux points chacune.",
        ),
        (
            raised(1, 1),
            (
                "أثير موضوعا «الضوضاء والإزعاج ليلا» و«الإنارة العمومية»، وسُجلت بشأن كل منهما نقطة"
                " واحدة."
            ),
            (
                "Les thématiques « Bruit et nuisances nocturnes » et « Éclairage public » ont été"
                " soulevées, avec un point chacune."
            ),
        ),
        (
            raised(1, 1, 1, 1, 1, more=9),
            "أثير 14 موضوعا، سُجلت بشأن كل منها نقطة واحدة.",
            "Quatorze thématiques ont été soulevées, avec un point chacune.",
        ),
        (
            raised(2),
            "أثير موضوع واحد هو «الضوضاء والإزعاج ليلا»، سُجلت بشأنه نقطتان.",
            (
                "Une seule thématique a été soulevée : « Bruit et nuisances nocturnes », avec deux"
                " points."
            ),
        ),
    ],
)
def test_equals_are_never_ranked(plan: PeriodPlan, ar: str, fr: str) -> None:
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


@pytest.mark.parametrize("language", Language)
def test_no_topic_that_was_raised_is_left_out(language: Language) -> None:
    plan = raised(2, more=28)
    text = to_plain_text(realised(plan, language)).casefold()

    assert len(plan.topics) == 29
    for row in plan.topics:
        assert label(row.code, language).replace("'", "’").casefold() in text


def test_thanks_raise_no_topic_and_have_a_row_of_their_own() -> None:
    thanks = TopicFacts("thanks", 1, 0, 1, 1)
    told = replace(MOCK_UP, topics_apart=(thanks,))
    alone = replace(told, topics=(), topics_first=0)

    assert "- Thématique\xa0: Remerciements\n" in to_plain_text(realised(told, FR))
    assert "- الموضوع: تنويهات\n" in to_plain_text(realised(told, AR))
    alike = replace(told, topics=told.topics[:1], topics_first=1)
    assert ", outre un remerciement." in prose(alike, FR)
    assert "، فضلا عن تنويه واحد." in prose(alike, AR)
    assert "Au cours de la période, seul un remerciement a été enregistré." in prose(alone, FR)
    assert "لم يُسجل خلال الفترة سوى تنويه واحد." in prose(alone, AR)
    three = replace(alone, topics_apart=(replace(thanks, now=3),))
    assert "Au cours de la période, seuls trois remerciements ont été enregistrés." in prose(
        three, FR
    )
    assert "لم يُسجل خلال الفترة سوى 3 تنويهات." in prose(three, AR)


@pytest.mark.parametrize("number", [1, 2])
def test_thanks_as_many_as_the_points_of_the_first_topics_are_told_beside(number: int) -> None:
    thanks = TopicFacts("thanks", number, None, None, 1)
    plan = replace(raised(2, 2, more=4), topics_apart=(thanks,))
    for language, beside in (
        (AR, "، فضلا عن تنويهين."),
        (FR, " chacune, outre deux remerciements."),
    ):
        assert (beside in prose(plan, language)) is (number == 2)
