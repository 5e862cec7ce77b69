"""The look: palette, flat controls, a short style sheet for each kind of widget that needs one."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from ui.flat_fusion.style import FlatFusion
from ui.fonts import SIZES, follow_text_size, font, load_letters, scaled, use_text_size
from ui.palettes import DARK, LIGHT, Colours

# The line inside a choice that is typed in: its frame is the choice's.
_INSIDE_A_CHOICE = (
    "QLineEdit,QLineEdit:focus{background:transparent;border:0;padding:0;min-height:0}"
)
_DRESSED = (QLineEdit, QTextEdit, QPushButton, QLabel, QHeaderView)  # what may have a style sheet
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
_GIVEN = "given_style_sheet"  # the property that distinguishes it from the widget's own style sheet


class _Applied:
    """The colours in use."""

    colours = LIGHT


_applied = _Applied()


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
        application.setStyle(FlatFusion(_dress_first))
    _applied.colours = _colours_of(scheme, system)
    application.setPalette(_palette(_applied.colours))
    _tell(application, QEvent.Type.ApplicationPaletteChange)


def set_text_size(percent: int) -> None:
    """Set the size of all text, in per cent, in existing widgets too."""
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
    _tell(application, QEvent.Type.ApplicationFontChange)
    for widget, pixels in own:
        widget.setFont(font(pixels, widget.font().weight()))
    for widget in application.allWidgets():
        follow_text_size(widget)


def colours() -> Colours:
    """Return the colours that were applied last: every widget asks several times."""
    return _applied.colours


def colour(tone: str) -> QColor:
    """Return a colour in use by its name, as in `muted`. Raises AttributeError for a wrong one."""
    return QColor(getattr(colours(), tone))


def tint(widget: QWidget, role: QPalette.ColorRole, tone: str) -> None:
    """Give a part of a widget a colour by its name, enabled or not.

    Asked for again at each PaletteChange, it follows the scheme.
    """
    palette, wanted = widget.palette(), colour(tone)
    if any(palette.color(group, role) != wanted for group in _GROUPS):
        palette = QPalette(palette)
        palette.setColor(role, wanted)
        widget.setPalette(palette)


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


def style_sheet_of(widget: QWidget, chosen: Colours) -> str:
    """Write what the style cannot draw of a widget; "" for most.

    Line edits are the only fields: spin boxes lose a side.
    """
    c = chosen
    if isinstance(widget, QLineEdit | QTextEdit):
        if isinstance(widget.parent(), QComboBox):
            return _INSIDE_A_CHOICE
        return (
            f"QLineEdit,QTextEdit{{background:{c.base};border:1px solid {c.border};"
            "border-radius:2px;padding:0 7px}"
            f"QLineEdit:focus,QTextEdit:focus{{border:2px solid {c.accent};padding:0 6px}}"
            "QLineEdit{min-height:30px}QLineEdit:focus{min-height:28px}"
            f"QLineEdit:disabled{{background:{c.win};border-color:{c.line}}}"
            f"*[wrong=true]{{border-color:{c.late}}}"
        )
    if isinstance(widget, QPushButton) and widget.property("primary"):
        return (
            f"QPushButton{{background:{c.accent};color:{c.atext};border:0;"
            "border-radius:2px;font-weight:600;padding:0 16px;min-height:32px}"
            f"QPushButton:focus{{border:2px solid {c.text};padding:0 14px;min-height:28px}}"
            f"QPushButton:disabled{{background:{c.border}}}"
        )
    if isinstance(widget, QLabel) and widget.property("kbd"):
        return (
            f"QLabel{{border:1px solid {c.line};border-radius:2px;padding:0 5px;color:{c.muted}}}"
        )
    if isinstance(widget, QHeaderView):
        return (
            f"QHeaderView::section{{background:{c.base};color:{c.muted};border:0;"
            f"border-bottom:1px solid {c.line};padding:0 8px;font-size:{scaled(12)}px}}"
        )
    return ""


def _tell(application: QApplication, change: QEvent.Type) -> None:
    """Notify existing widgets at once; Qt itself would do so a moment later."""
    for window in application.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(change))
    for widget in application.allWidgets():
        dress(widget)


def dress(widget: QWidget) -> None:
    """Set a widget's style sheet, unless it has its own; call again when its kind changes.

    Qt would recompute an application-wide style sheet for every widget at each reparenting:
    three quarters of the time that a page takes to open.
    """
    own = widget.styleSheet()
    sheet = style_sheet_of(widget, colours()) if isinstance(widget, _DRESSED) else ""
    if not own and not sheet:
        return
    given = widget.property(_GIVEN) or ""
    # One that stays the same is given again too: Qt keeps with it what it took from the palette.
    if own != given:
        widget.setStyleSheet(own)
    elif sheet or given:
        widget.setProperty(_GIVEN, sheet)
        widget.setStyleSheet(sheet)


def _dress_first(widget: QWidget) -> None:
    """Dress a widget that has no style sheet yet: the style that asks may be one that it gave."""
    if not widget.styleSheet():
        dress(widget)
