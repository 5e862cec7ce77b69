"""The pieces of text that a widget draws, and where, recorded from its painting."""

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import (
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QTextItem,
)
from PySide6.QtWidgets import QWidget


class _Engine(QPaintEngine):
    """Records the pieces of text to draw, and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.drawn: list[tuple[QPointF, str]] = []

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, state: QPaintEngineState) -> None: ...

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawTextItem(self, place: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:
        assert isinstance(place, QPointF)
        self.drawn.append((QPointF(place), item.text()))

    def drawRects(self, *_args: object) -> None: ...

    def drawPath(self, *_args: object) -> None: ...

    def drawPolygon(self, *_args: object) -> None: ...

    def drawPixmap(self, *_args: object) -> None: ...

    def drawImage(self, *_args: object) -> None: ...


class _Paper(QImage):
    def __init__(self, room: QRect) -> None:
        super().__init__(room.size(), QImage.Format.Format_ARGB32)
        self.engine = _Engine()

    def paintEngine(self) -> QPaintEngine:
        return self.engine


def drawn_pieces(widget: QWidget) -> list[tuple[QPointF, str]]:
    """Return the pieces of text that a widget draws itself, each with where it begins at the left.

    Qt draws each run of one direction as a piece.
    """
    paper = _Paper(widget.rect())
    widget.render(paper, renderFlags=QWidget.RenderFlag.DrawWindowBackground)
    return paper.engine.drawn
