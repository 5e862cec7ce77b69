"""A meeting on duty is told apart from one in office hours."""

from dataclasses import replace
from datetime import date, time

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("day", "hour", "ar", "fr"),
    [
        (19, time(20, 45), "خلال الديمومة", "pendant la permanence"),
        (19, time(10, 0), "خلال أوقات استقبال العموم", "pendant les heures d’accueil du public"),
        (22, time(10, 0), "خلال الديمومة", "pendant la permanence"),  # a Saturday
        (20, time(10, 0), "خلال الديمومة", "pendant la permanence"),  # a public holiday
    ],
)
def test_in_office_hours_people_are_received_not_on_duty(
    day: int, hour: time, ar: str, fr: str
) -> None:
    on = date(2026, 8, day)
    plan = replace(BARE, channel="ch.permanence", held_on=on, starts_at=hour)
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_a_place_is_told_after_the_hours_in_which_people_were_received() -> None:
    place = Bilingual("دار الحي", "maison de quartier")
    plan = replace(BARE, channel="ch.permanence", held_on=date(2026, 5, 7), starts_at=time(21))
    plan = replace(plan, place=place)
    assert "على الساعة 21:00، خلال الديمومة، بدار الحي، لقاء" in prose(plan, AR)
    said = "à 21 h, pendant la permanence, à la maison de quartier, une rencontre"
    assert said in prose(plan, FR)
