"""A meeting at the permanence is told as it was entered."""

from dataclasses import replace
from datetime import date, time

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize("hour", [time(10, 0), time(20, 45)])
def test_a_meeting_at_the_permanence_is_told_so_at_whatever_hour(hour: time) -> None:
    """« Pendant les heures d’accueil du public » was told of the same choice, by the hour."""
    plan = replace(BARE, channel="ch.permanence", held_on=date(2026, 8, 19), starts_at=hour)
    assert "خلال الديمومة" in prose(plan, AR)
    assert "pendant la permanence" in prose(plan, FR)


def test_a_place_is_told_after_the_permanence() -> None:
    place = Bilingual("دار الحي", "maison de quartier")
    plan = replace(BARE, channel="ch.permanence", held_on=date(2026, 5, 7), starts_at=time(21))
    plan = replace(plan, place=place)
    assert "على الساعة 21:00، خلال الديمومة، بدار الحي، لقاء" in prose(plan, AR)
    said = "à 21 h, pendant la permanence, à la maison de quartier, une rencontre"
    assert said in prose(plan, FR)
