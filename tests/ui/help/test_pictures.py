"""The pictures of the help match the current screens, scaled down.

OUTREACH_ACCEPT_PICTURES=1 saves them, as it does the pictures of tests/ui/golden.
"""

import re
import sys
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from outreach_app.i18n import Language
from tests.ui.clipping import SIZE
from tests.ui.golden.pictures import share_of_difference, take
from tests.ui.golden.test_pictures import ACCEPTS, picture_file
from tests.ui.help.screens import OWN_SCREENS
from tests.ui.offices import the_offices
from tests.ui.stage import SCREENS, Stage
from ui.pages import HEADQUARTERS_PAGES, PRECINCT_PAGES
from ui.palettes import LIGHT
from ui.rail import WIDTH as RAIL_WIDTH
from ui.style import Scheme

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems draw letters with an engine of their own"
)
RESOURCES = Path(__file__).parents[3] / "resources" / "help"
WIDTH = 720
_COLOURS = 56
# Tolerance: text may change, rows and bands may not.
_MAX_PIXELS = 0.01
_MAX_BYTES = 40_000
# Of each page of the help that shows one of the SCREENS, which; a precinct's where both have it.
SCREEN_OF = {
    **{entry.key: f"headquarters_{entry.key}" for entry in HEADQUARTERS_PAGES},
    **{entry.key: entry.key for entry in PRECINCT_PAGES},
    "session": "session_editor",
}
NAMED = re.compile(r"!\[[^\]]+\]\((\w+)\)")


def small(picture: Image.Image, language: Language) -> Image.Image:
    """Return the picture without the rail, at the width of a help page."""
    if picture.size == (SIZE.width(), SIZE.height()):
        left = 0 if language.is_right_to_left else RAIL_WIDTH
        width, height = picture.width - RAIL_WIDTH, picture.height
        picture = picture.crop((left, 0, left + width, height))
    height = round(picture.height * WIDTH / picture.width)
    made = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
    # White on white, it would have no edge.
    ImageDraw.Draw(made).rectangle((0, 0, WIDTH - 1, height - 1), outline=LIGHT.line)
    return made


def help_file(topic: str, language: Language) -> Path:
    return RESOURCES / language.value / f"{topic}.png"


@pytest.mark.parametrize(("topic", "language"), list(product(SCREEN_OF, Language)))
def test_a_screen_of_the_help_is_as_it_is_now(topic: str, language: Language) -> None:
    with Image.open(picture_file(SCREEN_OF[topic], language, Scheme.LIGHT)) as screen:
        now = small(screen.convert("RGB"), language)
    with Image.open(help_file(topic, language)) as shown:
        share = share_of_difference(now, shown.convert("RGB"))
    assert share < _MAX_PIXELS, f"{share:.1%} of {topic} has changed: make the pictures anew"


@pytest.mark.parametrize("language", Language)
def test_every_page_shows_pictures_that_are_there_and_none_is_left_over(
    language: Language,
) -> None:
    named = {
        name
        for page in (RESOURCES / language.value).glob("*.md")
        for name in NAMED.findall(page.read_text(encoding="utf-8"))
    }
    files = list((RESOURCES / language.value).glob("*.png"))
    assert named == {file.stem for file in files} == SCREEN_OF.keys() | OWN_SCREENS.keys()
    assert max(file.stat().st_size for file in files) < _MAX_BYTES


@pytest.mark.skipif(not ACCEPTS, reason="makes the pictures anew")
@pytest.mark.parametrize("language", Language)
def test_make_the_pictures(qapp: object, tmp_path: Path, language: Language) -> None:
    screens = {topic: SCREENS[name] for topic, name in SCREEN_OF.items()}
    with the_offices(tmp_path) as offices:
        # Those of its own come last: they write into the register.
        for topic, make in (screens | OWN_SCREENS).items():
            stage = Stage(offices, language, Scheme.LIGHT)
            try:
                stage.put(make)
                picture = small(take(stage.seen), language)
            finally:
                stage.close()
            palette = picture.quantize(_COLOURS, dither=Image.Dither.NONE)
            palette.save(help_file(topic, language), optimize=True)
