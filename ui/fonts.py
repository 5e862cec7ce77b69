"""The fonts of the window, from their packages: letters, and the glyphs of icons."""

from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

FAMILY = "IBM Plex Sans Arabic"
# Bold is what Qt takes for headings of the help and of its own dialogs; without it, it smears.
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


SIZES = (12, 14, 18, 24)
# The properties of a widget whose room follows the text size.
_WIDTH, _HEIGHT = "width at 100 %", "height at 100 %"
_MAX_WIDTH = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not name
_percent: ContextVar[int] = ContextVar("text size", default=100)


def use_text_size(percent: int) -> None:
    """Set the size of all text from now on, in per cent."""
    _percent.set(percent)


def scaled(pixels: int) -> int:
    """Return a height or a width in px, scaled to the chosen text size."""
    return round(pixels * _percent.get() / 100)


def unscaled(pixels: int) -> int:
    """Return a width in px at 100 %, from one at the chosen text size."""
    return round(pixels * 100 / _percent.get())


def fix_width(widget: QWidget, pixels: int) -> None:
    """Give a widget a width for its words, in px at 100 %, that follows the text size."""
    widget.setProperty(_WIDTH, pixels)
    widget.setFixedWidth(scaled(pixels))


def free_width(widget: QWidget) -> None:
    """Let a widget be of any width again."""
    widget.setProperty(_WIDTH, None)
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(_MAX_WIDTH)


def fix_height(widget: QWidget, pixels: int) -> None:
    """Give a widget a height for its words, in px at 100 %, that follows the text size."""
    widget.setProperty(_HEIGHT, pixels)
    widget.setFixedHeight(scaled(pixels))


def follow_text_size(widget: QWidget) -> None:
    """Give a widget the room of its words again, if that is fixed."""
    width, height = widget.property(_WIDTH), widget.property(_HEIGHT)
    if width:
        widget.setFixedWidth(scaled(width))
    if height:
        widget.setFixedHeight(scaled(height))


def load_letters() -> None:
    """Load the four weights that screens use; needs a QGuiApplication."""
    folder = _package_folder("fontpkg_ibm_plex_sans_arabic") / "files"
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(folder / f"IBMPlexSansArabic-{weight}.ttf"))


def font(pixels: int = 14, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the program's font in one of its four sizes: 12, 14, 18, 24 px at 100 %."""
    chosen = QFont(FAMILY)
    chosen.setPixelSize(scaled(pixels))
    chosen.setWeight(weight)
    return chosen


@cache
def icon_family() -> str:
    """Return the family of the icon font, loaded at its first use; needs a QGuiApplication."""
    number = QFontDatabase.addApplicationFont(str(_icon_folder() / "phosphor-1.3.0.ttf"))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def icon_letter(name: str) -> str:
    """Return the letter of an icon by its Phosphor name. Raises KeyError for an unknown one."""
    _before, found, after = _icon_codes().partition(f'"{name}": "0x')
    if not found:
        raise KeyError(name)
    return chr(int(after.partition('"')[0], 16))


@cache
def _icon_codes() -> str:
    # Of its thousands of names few are ever asked for: it is searched, not taken apart.
    return (_icon_folder() / "phosphor-charmap-1.3.0.json").read_text(encoding="utf-8")


def _icon_folder() -> Path:
    # Only its files are used: importing qtawesome would load all its twelve fonts.
    return _package_folder("qtawesome") / "fonts"


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent
