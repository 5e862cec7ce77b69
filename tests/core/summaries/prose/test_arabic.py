"""Pieces of Moroccan Arabic."""

from datetime import date, time

import pytest

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.arabic import (
    at_place,
    clock,
    full_date,
    short_date,
    verb_of,
    weekday_date,
)
from outreach_app.summaries.prose.blocks import plain
from tests.core.summaries.reading import ISOLATES


def test_dates_are_moroccan_and_kept_on_one_line() -> None:
    assert full_date(date(2026, 10, 14)) == "\u206614\u2069\u00a0أكتوبر\u00a0\u20662026\u2069"
    assert ISOLATES.sub("", weekday_date(date(2026, 7, 1))) == "الأربعاء فاتح\u00a0يوليوز\u00a02026"
    for month, name in ((5, "ماي"), (8, "غشت"), (9, "شتنبر"), (11, "نونبر"), (12, "دجنبر")):
        assert f"\u00a0{name}\u00a0" in full_date(date(2026, month, 2))


def test_figures_of_date_and_time_run_left_to_right() -> None:
    assert short_date(date(2026, 3, 5)) == "\u206605/03/2026\u2069"
    assert clock(time(9, 5)) == "\u206609:05\u2069"


@pytest.mark.parametrize(
    ("arabic", "french", "words"),
    [
        ("مقر الدائرة الأمنية", None, "بمقر الدائرة الأمنية"),
        ("المركز الثقافي", None, "بالمركز الثقافي"),
        ("باب دكالة", None, "بباب دكالة"),
        ("بني مكادة", None, "ببني مكادة"),
        ("بمقر الجماعة", None, "بمقر الجماعة"),
        ("داخل المؤسسة", None, "داخل المؤسسة"),
        ("12 شارع الزيتون", None, "بـ\u00a0\u206612\u2069 شارع الزيتون"),
        ("بركان", None, "ببركان"),
        ("بين الويدان", None, "ببين الويدان"),
        ("بين حي الأمل وحي النصر", None, "بين حي الأمل وحي النصر"),
        ("سيدي البرنوصي، الدار البيضاء", None, "بسيدي البرنوصي بالدار البيضاء"),
        ("Marina", None, "بـ\u00a0\u2066Marina\u2069"),
        (None, "Hay Hassani", ""),
        (None, None, ""),
    ],
)
def test_place_takes_its_preposition_once(
    arabic: str | None, french: str | None, words: str
) -> None:
    assert plain(at_place(Bilingual(arabic, french), "place")) == words


def test_verb_agrees_with_the_title() -> None:
    assert verb_of("رئيس الدائرة الأمنية", "ترأس") == "ترأس"
    assert verb_of("رئيسة الدائرة الأمنية", "قام") == "قامت"
    assert verb_of("رئيسة الدائرة الأمنية", "أجرى") == "أجرت"
