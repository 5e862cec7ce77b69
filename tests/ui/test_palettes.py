"""Every text is legible on its background (WCAG 2, level AA)."""

import pytest

from ui.palettes import DARK, LIGHT, Colours

GROUNDS = ("base", "win", "card", "sel", "hover")
TEXTS = ("text", "muted", "accent", "ok", "late", "warn", "info")

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Return the relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@both
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_texts(palette: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@both
def test_text_on_the_accent_and_on_a_selected_row(palette: Colours) -> None:
    assert contrast(palette.atext, palette.accent) >= 4.5
    assert contrast(palette.seltext, palette.sel) >= 4.5


@both
@pytest.mark.parametrize("ground", ["base", "win", "card"])
def test_the_outline_of_fields(palette: Colours, ground: str) -> None:
    assert contrast(palette.border, getattr(palette, ground)) >= 3
