"""The prose of acts and large figures in a period report."""

from dataclasses import replace

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.blocks import KeyFigures
from tests.core.summaries.period.test_prose import prose
from tests.core.summaries.reports import MOCK_UP, day

AR, FR = Language.ARABIC, Language.FRENCH


def test_no_day_is_told_of_a_referral_whose_sending_nobody_dated() -> None:
    first, second, *_answered = MOCK_UP.referrals
    undated = replace(first, sent_on=None, waiting=None)
    some = replace(MOCK_UP, referrals=(second, undated))
    assert "la seule dont la date d’envoi a été relevée, adressée" in prose(some, FR)
    assert "؛ والإحالة الوحيدة التي سُجل تاريخ إرسالها موجهة إلى" in prose(some, AR)
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


@pytest.mark.parametrize(
    ("number", "ar", "fr"),
    [
        (1, "لقاء", "rencontre"),
        (2, "لقاءان", "rencontres"),
        (3, "لقاءات", "rencontres"),
        (43, "لقاء", "rencontres"),
        (100, "لقاء", "rencontres"),
        (0, "لقاء", "rencontre"),
    ],
)
def test_a_label_agrees_with_its_large_figure(number: int, ar: str, fr: str) -> None:
    meetings, *others = MOCK_UP.figures
    few = replace(MOCK_UP, figures=(replace(meetings, now=number, change=None), *others))
    for language, word in ((AR, ar), (FR, fr)):
        blocks = realise_period(few, language, day(11, 20)).blocks
        (figures,) = (block for block in blocks if isinstance(block, KeyFigures))
        assert figures.items[0][0] == word
