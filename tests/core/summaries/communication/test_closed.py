"""What is told of rumours that ended without a result."""

from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.arabic import ArabicCommunication
from outreach_app.summaries.communication.french import FrenchCommunication
from outreach_app.summaries.communication.plan import Compared, RumourFacts
from outreach_app.summaries.prose.blocks import plain
from tests.core.summaries.reading import ISOLATES

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
PERIODS = Compared(OCTOBER, OCTOBER.previous(), OCTOBER.last)


def said(facts: RumourFacts, language: Language) -> str:
    if language is Language.ARABIC:
        words = plain(ArabicCommunication(PERIODS).heard(facts))
    else:
        words = plain(FrenchCommunication(PERIODS).heard(facts, ()))
    return ISOLATES.sub("", words).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("heard", "closed", "ar", "fr"),
    [
        (1, 1, "وانتهى تتبعه دون نتيجة للتحقق.", "Elle a été classée sans résultat de"),
        (2, 2, "وانتهى تتبعهما معا دون نتيجة", "Toutes deux ont été classées sans résultat"),
        (3, 1, "وانتهى تتبع أحدها دون نتيجة", "L’une d’elles a été classée sans résultat"),
        (3, 2, "وانتهى تتبع خبرين منها دون", "Deux d’entre elles ont été classées sans"),
    ],
)
def test_what_ended_without_a_result_no_longer_waits(
    heard: int, closed: int, ar: str, fr: str
) -> None:
    facts = RumourFacts(heard, None, 1, 0, None, None, (), 0, closed=closed)
    assert facts.unverified == heard - closed
    assert ar in said(facts, Language.ARABIC)
    assert fr in said(facts, Language.FRENCH)
    waits = "encore été vérifiée" in said(facts, Language.FRENCH)
    assert waits == (heard > closed)


@pytest.mark.parametrize(
    ("heard", "closed", "followed", "ar", "fr"),
    [
        (1, 1, 1, "وانتهى تتبعه بتسجيل مآل،", "Elle a été suivie d’effet, sans résultat"),
        (2, 2, 2, "تتبعهما معا بتسجيل مآل،", "Toutes deux ont été suivies d’effet,"),
        (3, 2, 1, "تتبع خبرين منها بالحفظ أو", "Deux d’entre elles ont été classées ou suivies"),
    ],
)
def test_what_was_only_answered_is_not_said_to_be_filed(
    heard: int, closed: int, followed: int, ar: str, fr: str
) -> None:
    facts = RumourFacts(heard, None, 1, 0, None, None, (), 0, closed=closed, followed=followed)
    assert ar in said(facts, Language.ARABIC)
    assert fr in said(facts, Language.FRENCH)
    assert facts.unverified == heard - closed
