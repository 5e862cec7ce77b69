"""Fusion without gradients: flat controls and thin arrows, in the colours of the palette.

Everything is drawn by the painter, never from a picture, so that it is sharp on every screen.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QTabBar,
    QWidget,
)

from ui.flat_fusion.pens import Role, begin, draw_box, ink
from ui.flat_fusion.tabs import draw_tab, tab_size
from ui.flat_fusion.wheel import PassingWheel

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Complex = QStyle.ComplexControl
_Part = QStyle.SubControl

_SCROLL_BAR, _HANDLE, _MIN_HANDLE = 12, 6, 32
PLACE = "place"  # per cent of its way, of the piece in a bar of work of unknown duration
_COMBO_ARROW = 24  # from the trailing edge of a combo box
# The two ends of an arrow's line, for its tip at (1, 0) or in another direction.
_ARROWS = {
    _Primitive.PE_IndicatorArrowDown: (0, 1),
    _Primitive.PE_IndicatorArrowUp: (0, -1),
    _Primitive.PE_IndicatorArrowRight: (1, 0),
    _Primitive.PE_IndicatorArrowLeft: (-1, 0),
}


class FlatFusion(QProxyStyle):
    """Draws flat what Fusion raises, and outlines visible in the dark.

    `dress` is called with each widget before it is first shown, for what no style can draw.
    """

    def __init__(self, dress: Callable[[QWidget], None]) -> None:
        super().__init__("Fusion")
        self._dress = dress
        self._passing_wheel = PassingWheel(self)

    def polish(self, polished: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]
        super().polish(polished)
        if isinstance(polished, QWidget):
            self._dress(polished)
        if isinstance(polished, QComboBox):
            polished.installEventFilter(self._passing_wheel)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_ScrollBarExtent:
            return _SCROLL_BAR
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption | None,
        contents: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind == QStyle.ContentsType.CT_TabBarTab and isinstance(option, QStyleOptionTab):
            return tab_size(option, widget)
        return super().sizeFromContents(
            kind,
            option,  # type: ignore[arg-type]  # only the stub of QProxyStyle omits None
            contents,
            widget,  # type: ignore[arg-type]
        )

    def subControlRect(
        self,
        control: _Complex,
        option: QStyleOptionComplex,
        part: _Part,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return _scroll_bar_part(option, part)
        rect = super().subControlRect(
            control,
            option,
            part,
            widget,  # type: ignore[arg-type]  # only the stub of QProxyStyle omits None
        )
        # The parts of different controls share their numbers.
        if control == _Complex.CC_ComboBox and part == _Part.SC_ComboBoxEditField:
            return rect.adjusted(4, 0, -4, 0)  # its text is placed as in a line edit
        return rect

    def drawPrimitive(
        self,
        element: _Primitive,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        state, rect = option.state, option.rect
        is_on = bool(state & _State.State_On)
        if element == _Primitive.PE_PanelButtonCommand:
            _draw_button(painter, rect, state)
        elif element == _Primitive.PE_FrameLineEdit:
            draw_box(painter, rect, None, _outline(state))
        elif element == _Primitive.PE_IndicatorCheckBox:
            _draw_check_box(painter, rect, is_on=is_on)
        elif element == _Primitive.PE_IndicatorRadioButton:
            _draw_radio_button(painter, rect, is_on=is_on)
        elif element in _ARROWS:
            _draw_arrow(painter, QRectF(rect).center(), _ARROWS[element], state)
        elif element == _Primitive.PE_IndicatorHeaderArrow and isinstance(
            option, QStyleOptionHeader
        ):
            # Qt calls an ascending list "down".
            is_ascending = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortDown
            point = (0, -1 if is_ascending else 1)
            _draw_arrow(painter, QRectF(rect).center(), point, state)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_ProgressBarGroove:
            painter.fillRect(option.rect, ink(Role.Midlight))
        elif element == QStyle.ControlElement.CE_ProgressBarContents and isinstance(
            option, QStyleOptionProgressBar
        ):
            _draw_progress(painter, option, widget)
        elif (
            isinstance(option, QStyleOptionMenuItem)
            and option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator
        ):
            # Fusion's line cannot be seen in the dark.
            place = option.rect.center().y()
            painter.fillRect(option.rect.left(), place, option.rect.width(), 1, ink(Role.Mid))
        elif isinstance(option, QStyleOptionTab) and isinstance(widget, QTabBar):
            if element == QStyle.ControlElement.CE_TabBarTab:
                draw_tab(painter, option, widget)
        else:
            if element == QStyle.ControlElement.CE_ComboBoxLabel:
                # Qt gives its words the direction of the program, whatever that of the box.
                painter.setLayoutDirection(option.direction)
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: _Complex,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            _draw_scroll_bar(painter, option)
        elif control == _Complex.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            _draw_combo_box(painter, option)
        else:
            super().drawComplexControl(control, option, painter, widget)


def _scroll_bar_part(option: QStyleOptionSlider, part: _Part) -> QRect:
    """Draw a handle on a groove as long as the bar, without arrows."""
    whole = option.rect
    is_level = option.orientation == Qt.Orientation.Horizontal
    length = whole.width() if is_level else whole.height()
    span = option.maximum - option.minimum
    handle = length
    if span > 0:
        handle = max(length * option.pageStep // (span + option.pageStep), _MIN_HANDLE)
        handle = min(handle, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    ends = {
        _Part.SC_ScrollBarGroove: (0, length),
        _Part.SC_ScrollBarSlider: (start, handle),
        _Part.SC_ScrollBarSubPage: (0, start),
        _Part.SC_ScrollBarAddPage: (start + handle, length - start - handle),
    }
    if part not in ends:
        return QRect()
    at, size = ends[part]
    if is_level:
        logical = QRect(whole.x() + at, whole.y(), size, whole.height())
        return QStyle.visualRect(option.direction, whole, logical)
    return QRect(whole.x(), whole.y() + at, whole.width(), size)


def _draw_scroll_bar(painter: QPainter, option: QStyleOptionSlider) -> None:
    painter.fillRect(option.rect, ink(Role.Base))
    if option.maximum <= option.minimum:
        return
    handle = QRectF(_scroll_bar_part(option, _Part.SC_ScrollBarSlider))
    margin = (_SCROLL_BAR - _HANDLE) / 2
    handle.adjust(margin, margin, -margin, -margin)
    is_used = option.state & (_State.State_MouseOver | _State.State_Sunken)
    begin(painter, Qt.PenStyle.NoPen, ink(Role.PlaceholderText if is_used else Role.Dark))
    painter.drawRoundedRect(handle, _HANDLE / 2, _HANDLE / 2)
    painter.restore()


def _draw_combo_box(painter: QPainter, option: QStyleOptionComboBox) -> None:
    rect, state = option.rect, option.state
    if option.editable:
        draw_box(painter, rect, Role.Base, _outline(state))
    else:
        _draw_button(painter, rect, state)
    arrow = QRect(rect.right() - _COMBO_ARROW, rect.top(), _COMBO_ARROW, rect.height())
    centre = QRectF(QStyle.visualRect(option.direction, rect, arrow)).center()
    _draw_arrow(painter, centre, (0, 1), state)


def _draw_progress(
    painter: QPainter, option: QStyleOptionProgressBar, widget: QWidget | None
) -> None:
    rect, span = option.rect, option.maximum - option.minimum
    if span > 0:
        done = rect.width() * (option.progress - option.minimum) // span
        filled = QRect(rect.x(), rect.y(), done, rect.height())
    else:  # the duration is unknown: a piece that moves shows that work goes on
        piece = rect.width() // 3
        place = widget.property(PLACE) if widget is not None else None
        start = (rect.width() - piece) * (50 if place is None else int(place)) // 100
        filled = QRect(rect.x() + start, rect.y(), piece, rect.height())
    painter.fillRect(QStyle.visualRect(option.direction, rect, filled), ink(Role.Accent))


def _draw_arrow(
    painter: QPainter, centre: QPointF, point: tuple[int, int], state: QStyle.StateFlag
) -> None:
    """Draw a thin caret, as Phosphor’s; `point` is its direction."""
    across, down = point
    line = [
        centre + QPointF(4 * side * down - 2 * across, 4 * side * across - 2 * down)
        for side in (-1, 1)
    ]
    line.insert(1, centre + QPointF(2 * across, 2 * down))
    is_off = not state & _State.State_Enabled
    begin(painter, QPen(ink(Role.Dark if is_off else Role.PlaceholderText), 1.3))
    painter.drawPolyline(line)
    painter.restore()


def _draw_button(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    is_down = state & (_State.State_Sunken | _State.State_MouseOver)
    draw_box(painter, rect, Role.Midlight if is_down else Role.Button, _outline(state))


def _draw_check_box(painter: QPainter, rect: QRect, *, is_on: bool) -> None:
    if not is_on:
        draw_box(painter, rect, Role.Base, Role.Dark)
        return
    draw_box(painter, rect, Role.Accent, Role.Accent)
    part = rect.width() / 14
    tick = [QPointF(x * part, y * part) for x, y in ((3.2, 7.2), (6, 10), (10.8, 4.4))]
    begin(painter, QPen(ink(Role.HighlightedText), 1.6))
    painter.translate(rect.topLeft())
    painter.drawPolyline(tick)
    painter.restore()


def _draw_radio_button(painter: QPainter, rect: QRect, *, is_on: bool) -> None:
    draw_box(painter, rect, Role.Base, Role.Accent if is_on else Role.Dark, 8)
    if not is_on:
        return
    begin(painter, Qt.PenStyle.NoPen, ink(Role.Accent))
    painter.drawEllipse(QRectF(rect).center(), 3.5, 3.5)
    painter.restore()


def _outline(state: QStyle.StateFlag) -> Role:
    return Role.Accent if state & _State.State_HasFocus else Role.Dark
