"""The prose of acts and large figures in a period report."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.blocks import KeyFigures
from tests.core.summaries.period.test_prose import prose
from tests.core.summaries.reports import MOCK_UP, day

AR, FR = Language.ARABIC, Language.FRENCH


def test_no_day_is_told_of_a_referral_whose_sending_nobody_dated() -> None:
    first, second, *_answered = MOCK_UP.referrals
    undated = replace(first, sent_on=None, waiting=None)
    some = replace(MOCK_UP, referrals=(second, undated))
    assert "la seule d’entre elles dont la date d’envoi a été relevée, adressée" in prose(some, FR)
    assert "؛ والإحالة الوحيدة منهما التي سُجل تاريخ إرسالها موجهة إلى" in prose(some, AR)
    assert "Date d’envoi non relevée" in prose(some, FR)
    assert "لم يُسجل تاريخ الإرسال" in prose(some, AR)
    none = replace(MOCK_UP, referrals=(undated, replace(undated, number=2)))
    assert "leur date d’envoi n’a pas été relevée." in prose(none, FR)
    assert "، ولم يُسجل تاريخ إرسالهما." in prose(none, AR)
    signals = replace(MOCK_UP.signals, waiting=1)
    one = replace(MOCK_UP, referrals=(undated,), signals=signals)
    assert "à une date qui n’a pas été relevée." in prose(one, FR)
    assert "دون جواب، ولم يُسجل تاريخ إرسالها." in prose(one, AR)


def test_what_follows_an_earlier_meeting_is_told_of_the_period_alone() -> None:
    late = replace(MOCK_UP, are_acts_apart=True)
    assert "engagements pris au cours de la période, " in prose(late, FR)
    assert " a adressé, au cours de la période, " in prose(late, FR)
    assert "، خلال الفترة، " in prose(late, AR)
    assert "خلال لقاءات الفترة" not in prose(late, AR)


def test_a_large_figure_stands_over_a_plain_label() -> None:
    """In French it agrees; in Arabic a noun would repeat a figure, or count a fraction."""
    meetings, *others = MOCK_UP.figures
    for number, ar, fr in ((1, "اللقاءات", "rencontre"), (2, "اللقاءات", "rencontres")):
        few = replace(MOCK_UP, figures=(replace(meetings, now=number, change=None), *others))
        for language, word in ((AR, ar), (FR, fr)):
            assert _key_figures(few, language)[0] == word
    label = "الالتزامات المنجزة من أصل المسجلة"
    assert label in _key_figures(replace(MOCK_UP, kept=1), AR)


def _key_figures(plan: PeriodPlan, language: Language) -> list[str]:
    """Return the labels of the large figures."""
    blocks = realise_period(plan, language, day(11, 20)).blocks
    (figures,) = (block for block in blocks if isinstance(block, KeyFigures))
    return [label for label, _figure in figures.items]
