"""Find text that is cut, overlapped or misordered on screens."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from babel.messages.mofile import read_mo
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app import i18n
from outreach_app.i18n import Language
from tests.ui.clipping import find_clipped
from tests.ui.offices import Offices
from tests.ui.painted_words import find_cut_words
from tests.ui.passing_windows import windows_shown
from tests.ui.reading_order import find_out_of_order
from tests.ui.stage import Stage
from ui import style
from ui.style import Scheme

NARROW = QSize(1024, 700)
_LARGEST = 125


def find_clipped_on(
    screens: Iterable[str], offices: Offices, language: Language, text_size: int = 100
) -> list[str]:
    style.set_text_size(text_size)
    stage = Stage(offices, language, Scheme.LIGHT)
    clipped: list[str] = []
    for name in screens:
        with windows_shown() as windows:
            shown = stage.show(name)
        parts = {type(it).__name__ for it in windows if it is not shown}
        clipped += (f"{name}: {part} was a window of its own, for a moment" for part in parts)
        clipped += (f"{name}: {trouble}" for trouble in find_troubles(shown, language))
        stage.clear()
    stage.close()
    style.set_text_size(100)
    return clipped


def find_clipped_in_narrow(
    screens: Iterable[str], offices: Offices, language: Language, *, is_chosen_there: bool
) -> list[str]:
    """Return what is cut in a window of 1024 × 700 in the largest letters.

    Whether they are chosen while the window is open, as in its settings, or before.
    """

    def fit(shown: QWidget) -> None:
        style.set_text_size(_LARGEST)
        for _turn in range(2):  # as a window manager sizes it
            shown.resize(NARROW)
            QApplication.processEvents()

    begun_with = 100 if is_chosen_there else _LARGEST
    return _find_clipped_once(fit, screens, offices, language, begun_with)


def find_clipped_at_once(
    screens: Iterable[str], offices: Offices, language: Language, size: QSize
) -> list[str]:
    """Return what is cut once the largest letters are chosen in an open window of that size."""

    def enlarge(shown: QWidget) -> None:
        shown.resize(size)
        QApplication.processEvents()
        style.set_text_size(_LARGEST)
        for _turn in range(3):
            QApplication.processEvents()

    return _find_clipped_once(enlarge, screens, offices, language, 100)


def _find_clipped_once(
    changed: Callable[[QWidget], None],
    screens: Iterable[str],
    offices: Offices,
    language: Language,
    text_size: int,
) -> list[str]:
    """Return what is cut on screens that were shown in a text size, and then changed."""
    stage = Stage(offices, language, Scheme.LIGHT)
    clipped: list[str] = []
    for name in screens:
        style.set_text_size(text_size)
        shown = stage.show(name)
        changed(shown)
        clipped += (f"{name}: {trouble}" for trouble in find_troubles(shown, language))
        stage.clear()
    stage.close()
    style.set_text_size(100)
    return clipped


def find_troubles(screen: QWidget, language: Language) -> Iterator[str]:
    """Yield what a person cannot read on a settled screen."""
    yield from find_clipped(screen)
    catalogue = i18n.TRANSLATIONS / language / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
    yield from find_cut_words(screen, _messages(catalogue))
    yield from find_out_of_order(screen, language)


@cache
def _messages(path: Path) -> frozenset[str]:
    """Return every message of a catalogue, in its language."""
    with path.open("rb") as file:
        return frozenset(it.string for it in read_mo(file) if isinstance(it.string, str))
