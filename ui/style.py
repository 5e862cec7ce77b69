"""The look: palette, Fusion with flat controls, one short style sheet."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from ui.fonts import font, load_letters
from ui.palettes import DARK, LIGHT, Colours

_Element = QStyle.PrimitiveElement
_State = QStyle.StateFlag


class Scheme(StrEnum):
    """Which palette: the system's, or one that was chosen."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply(scheme: Scheme) -> None:
    """Give the application its look; again when the scheme changes."""
    application = the_application()
    if application.font().family() != font().family():
        load_letters()
        application.setFont(font())
        application.setStyle(FlatFusion())
    chosen = _colours_of(scheme)
    application.setPalette(_palette(chosen))
    application.setStyleSheet(style_sheet(chosen))


def colours() -> Colours:
    """The colours in use, known by the application's palette."""
    is_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if is_dark else LIGHT


def colour(tone: str) -> QColor:
    """A colour in use by its name, as in `muted`. Raises AttributeError for a wrong one."""
    return QColor(getattr(colours(), tone))


def the_application() -> QApplication:
    """The application. Raises TypeError before there is one with windows."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a look needs a QApplication")
    return application


def _colours_of(scheme: Scheme) -> Colours:
    if scheme is Scheme.SYSTEM:
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT
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
    """Only what a style cannot draw; line edits are the only fields (spin boxes lose a side)."""
    c = chosen
    return (
        f"QLineEdit,QTextEdit{{background:{c.base};border:1px solid {c.border};"
        "border-radius:2px;padding:0 7px;min-height:30px}"
        f"QLineEdit:focus,QTextEdit:focus{{border:2px solid {c.accent};padding:0 6px;"
        "min-height:28px}"
        f"*[wrong=true]{{border-color:{c.late}}}"
        f"QPushButton[primary=true]{{background:{c.accent};color:{c.atext};border:0;"
        "border-radius:2px;font-weight:600;padding:0 16px;min-height:32px}"
        f"QPushButton[primary=true]:focus{{border:2px solid {c.text};padding:0 14px;"
        "min-height:28px}"
        f"QPushButton[primary=true]:disabled{{background:{c.border}}}"
        f"QLabel[kbd=true]{{border:1px solid {c.line};border-radius:2px;padding:0 5px;"
        f"color:{c.muted}}}"
        f"QHeaderView::section{{background:{c.base};color:{c.muted};border:0;"
        f"border-bottom:1px solid {c.line};padding:0 8px;font-size:12px}}"
        "QTabBar::tab{padding:0 4px;min-height:34px;border:0;"
        f"border-bottom:2px solid transparent;color:{c.muted}}}"
        f"QTabBar::tab:selected{{color:{c.text};border-color:{c.accent};font-weight:600}}"
    )


class FlatFusion(QProxyStyle):
    """Fusion without gradients: flat buttons and boxes, outlines that show in the dark."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        rect = super().subControlRect(
            control,
            option,
            part,
            widget,  # type: ignore[arg-type]  # the stub of QProxyStyle alone forgets None
        )
        # The parts of different controls share their numbers.
        is_combo_box = control == QStyle.ComplexControl.CC_ComboBox
        if is_combo_box and part == QStyle.SubControl.SC_ComboBoxEditField:
            return rect.adjusted(4, 0, -4, 0)  # its words stand as those of a line edit do
        return rect

    def drawPrimitive(
        self,
        element: _Element,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        state = option.state
        if element == _Element.PE_PanelButtonCommand:
            _draw_button(painter, option, state)
        elif element == _Element.PE_FrameLineEdit:
            line = "accent" if state & _State.State_HasFocus else "border"
            _draw_box(painter, option.rect, None, line, 2)
        elif element == _Element.PE_IndicatorCheckBox:
            _draw_check_box(painter, option.rect, is_on=bool(state & _State.State_On))
        elif element == _Element.PE_IndicatorRadioButton:
            _draw_radio_button(painter, option.rect, is_on=bool(state & _State.State_On))
        else:
            super().drawPrimitive(element, option, painter, widget)


def _draw_button(painter: QPainter, option: QStyleOption, state: QStyle.StateFlag) -> None:
    is_down = state & (_State.State_Sunken | _State.State_MouseOver)
    line = "accent" if state & _State.State_HasFocus else "border"
    _draw_box(painter, option.rect, "hover" if is_down else "btn", line, 2)


def _draw_check_box(painter: QPainter, rect: QRect, *, is_on: bool) -> None:
    _draw_box(painter, rect, "accent" if is_on else "base", "accent" if is_on else "border", 2)
    if not is_on:
        return
    part = rect.width() / 14
    tick = [QPointF(x * part, y * part) for x, y in ((3.2, 7.2), (6, 10), (10.8, 4.4))]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.setPen(QPen(colour("atext"), 1.6))
    painter.drawPolyline(tick)
    painter.restore()


def _draw_radio_button(painter: QPainter, rect: QRect, *, is_on: bool) -> None:
    _draw_box(painter, rect, "base", "accent" if is_on else "border", 8)
    if not is_on:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    painter.drawEllipse(QRectF(rect).center(), 3.5, 3.5)
    painter.restore()


def _draw_box(painter: QPainter, rect: QRect, fill: str | None, line: str, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(line), 1))
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()
