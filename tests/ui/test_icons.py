"""Icons are tinted from the palette, and mirrored if directional."""

import pytest
from PySide6.QtGui import QImage

from outreach_app.i18n import Language
from ui import languages, style
from ui.icons import icon
from ui.palettes import DARK, LIGHT
from ui.style import Scheme


def _image(name: str, tone: str = "muted") -> QImage:
    return icon(name, tone).pixmap(32, 32).toImage()


@pytest.mark.parametrize("name", ["arrow-right", "caret-left", "arrow-bend-up-right"])
def test_what_points_is_mirrored_in_arabic(name: str) -> None:
    arabic = _image(name)
    languages.switch(Language.FRENCH)
    assert _image(name) != arabic


@pytest.mark.parametrize("name", ["clock", "check", "phone", "magnifying-glass"])
def test_nothing_else_is_mirrored(name: str) -> None:
    arabic = _image(name)
    languages.switch(Language.FRENCH)
    assert _image(name) == arabic


def test_an_icon_takes_the_colour_of_the_palette_in_use() -> None:
    made_in_light = icon("circle-fill", "late")
    centre = made_in_light.pixmap(32, 32).toImage().pixelColor(16, 16)
    assert centre.name().upper() == LIGHT.late
    style.apply(Scheme.DARK)
    centre = made_in_light.pixmap(32, 32).toImage().pixelColor(16, 16)
    assert centre.name().upper() == DARK.late


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")
