"""Every screen matches its golden image, in both languages and palettes.

The normal run compares each screen in one of the languages, in turn.
OUTREACH_ACCEPT_PICTURES=1 saves the current images; check the changed files before a commit.
"""

import os
import sys
from itertools import cycle, product
from pathlib import Path

import pytest

from outreach_app.i18n import Language
from tests.ui.cut_words import find_troubles
from tests.ui.golden.pictures import FOLDER, compare, keep, take
from tests.ui.offices import Offices
from tests.ui.stage import SCREENS, Stage
from ui.style import Scheme

# Systems other than Linux have their own text rendering.
HAS_OWN_LETTERS = sys.platform != "linux"
LOOKS = list(product(SCREENS, Language))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
ACCEPTS = os.environ.get("OUTREACH_ACCEPT_PICTURES") == "1"
IN_TURN = set(zip(SCREENS, cycle(Language), strict=False))
SHOWN = [
    pytest.param(*look, marks=[] if ACCEPTS or look in IN_TURN else [pytest.mark.long])
    for look in LOOKS
]


def picture_file(screen: str, language: Language, scheme: Scheme) -> Path:
    return FOLDER / f"{screen}_{language}_{scheme}.png"


@pytest.mark.parametrize(("screen", "language"), SHOWN)
def test_a_screen_looks_as_it_did_and_no_word_of_it_is_cut(
    offices: Offices, tmp_path: Path, screen: str, language: Language
) -> None:
    """The palette is switched while the screen is shown, as when the system turns dark."""
    stage = Stage(offices, language, Scheme.LIGHT)
    try:
        shown = stage.show(screen)
        pictures = {Scheme.LIGHT: take(stage.seen)}
        troubles = list(find_troubles(shown, language))
        stage.darken(shown)
        pictures[Scheme.DARK] = take(stage.seen)
    finally:
        stage.close()
    assert not troubles, "\n".join(troubles)
    if HAS_OWN_LETTERS:
        return
    for scheme, picture in pictures.items():
        file = picture_file(screen, language, scheme)
        if ACCEPTS:
            keep(picture, file)
        problem = compare(picture, file, tmp_path)
        assert not problem, problem


@pytest.mark.skipif(HAS_OWN_LETTERS, reason="pictures are of the letters of Linux")
@pytest.mark.parametrize("screen", ["today", "headquarters_offices", "dashboard"])
def test_a_screen_opens_in_the_dark(offices: Offices, tmp_path: Path, screen: str) -> None:
    stage = Stage(offices, Language.FRENCH, Scheme.DARK)
    try:
        stage.show(screen)
        picture = take(stage.seen)
    finally:
        stage.close()
    problem = compare(picture, picture_file(screen, Language.FRENCH, Scheme.DARK), tmp_path)
    assert not problem, problem


def test_every_picture_is_of_a_screen() -> None:
    kept = set(FOLDER.glob("*"))
    assert not kept - {picture_file(*look, scheme) for look, scheme in product(LOOKS, SCHEMES)}
