"""The look: palette, flat controls, one short style sheet."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.flat_fusion.style import FlatFusion
from ui.fonts import SIZES, font, load_letters, scaled, use_text_size
from ui.palettes import DARK, LIGHT, Colours


class Scheme(StrEnum):
    """Which palette: the system's, or one that was chosen."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply(scheme: Scheme, system: Qt.ColorScheme | None = None) -> None:
    """Give the application its look; again when the scheme changes.

    `system` is what the computer is set to, where it has just said so.
    """
    application = the_application()
    if application.font().family() != font().family():
        load_letters()
        application.setFont(font())
        application.setStyle(FlatFusion())
    chosen = _colours_of(scheme, system)
    application.setPalette(_palette(chosen))
    application.setStyleSheet(style_sheet(chosen))


def set_text_size(percent: int) -> None:
    """Give all text another size, in per cent: that of widgets which stand there already too."""
    application = the_application()
    former = {scaled(pixels): pixels for pixels in SIZES}
    own = [
        (widget, former[widget.font().pixelSize()])
        for widget in application.allWidgets()
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
        and widget.font().pixelSize() in former
    ]
    use_text_size(percent)
    if application.font().family() != font().family():
        return  # the look comes later
    application.setFont(font())
    # Before the widgets: polishing them anew gives each the font that it had at first.
    application.setStyleSheet(style_sheet(colours()))
    for widget, pixels in own:
        widget.setFont(font(pixels, widget.font().weight()))


def colours() -> Colours:
    """Return the colours in use, known by the application's palette."""
    is_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if is_dark else LIGHT


def colour(tone: str) -> QColor:
    """Return a colour in use by its name, as in `muted`. Raises AttributeError for a wrong one."""
    return QColor(getattr(colours(), tone))


def the_application() -> QApplication:
    """Return the application. Raises TypeError before there is one with windows."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a look needs a QApplication")
    return application


def _colours_of(scheme: Scheme, system: Qt.ColorScheme | None) -> Colours:
    if scheme is Scheme.SYSTEM:
        said = system or QGuiApplication.styleHints().colorScheme()
        return DARK if said == Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def _palette(chosen: Colours) -> QPalette:
    """Set on the application: under a style sheet a widget's own does not reach its children."""
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, value in (
        ((role.Window,), chosen.win),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), chosen.text),
        ((role.Base, role.Light), chosen.base),
        ((role.AlternateBase, role.ToolTipBase), chosen.card),
        ((role.Button,), chosen.btn),
        ((role.PlaceholderText,), chosen.muted),
        ((role.Highlight, role.Accent, role.Link), chosen.accent),
        ((role.HighlightedText,), chosen.atext),
        ((role.Midlight,), chosen.hover),
        ((role.Mid,), chosen.line),
        ((role.Dark,), chosen.border),
    ):
        for name in roles:
            palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(chosen.border))
    return palette


def style_sheet(chosen: Colours) -> str:
    """Write what a style cannot draw; line edits are the only fields (spin boxes lose a side)."""
    c = chosen
    return (
        f"QLineEdit,QTextEdit{{background:{c.base};border:1px solid {c.border};"
        "border-radius:2px;padding:0 7px;min-height:30px}"
        f"QLineEdit:focus,QTextEdit:focus{{border:2px solid {c.accent};padding:0 6px;"
        "min-height:28px}"
        f"QLineEdit:disabled{{background:{c.win};border-color:{c.line}}}"
        # The line inside a choice that is typed in: its frame is the choice's.
        "QComboBox QLineEdit,QComboBox QLineEdit:focus{background:transparent;border:0;"
        "padding:0;min-height:0}"
        f"*[wrong=true]{{border-color:{c.late}}}"
        f"QPushButton[primary=true]{{background:{c.accent};color:{c.atext};border:0;"
        "border-radius:2px;font-weight:600;padding:0 16px;min-height:32px}"
        f"QPushButton[primary=true]:focus{{border:2px solid {c.text};padding:0 14px;"
        "min-height:28px}"
        f"QPushButton[primary=true]:disabled{{background:{c.border}}}"
        f"QLabel[kbd=true]{{border:1px solid {c.line};border-radius:2px;padding:0 5px;"
        f"color:{c.muted}}}"
        f"QHeaderView::section{{background:{c.base};color:{c.muted};border:0;"
        f"border-bottom:1px solid {c.line};padding:0 8px;font-size:{scaled(12)}px}}"
    )
