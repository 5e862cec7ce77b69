"""The pane beside a list: facts about the selected row and its history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.fonts import fix_width, scaled
from ui.listings.subject import Story
from ui.widgets.labels import IconLabel, Label, note, section_title, small_title
from ui.widgets.line_button import LineWords
from ui.widgets.scroll_area import ScrollArea

_WIDTH = 336


class StoryPane(ScrollArea):
    """Facts as labels and values over the steps of the story, the oldest first."""

    def __init__(self) -> None:
        super().__init__()
        fix_width(self, _WIDTH)

    @property
    def words(self) -> str:
        """All texts of the pane, in reading order."""
        return "\n".join(label.text() for label in self.findChildren(Label))

    def show_story(self, title: str, story: Story | None) -> None:
        """Show the story of one row; None if no row or several rows are selected."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        words = section_title()
        words.setText(title)
        words.setWordWrap(True)
        column.addWidget(words)
        if story is not None:
            column.addLayout(_facts(story.facts))
            column.addSpacing(8)
            column.addWidget(small_title(story.title))
            for step in story.steps:
                column.addLayout(_step(step))
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


def _facts(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, scaled(88))
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
        label, words = note(), Label()
        label.setText(name)
        label.setContentsMargins(0, 2, 0, 0)
        words.setText(value)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 1)
    return grid


def _step(step: LineWords) -> QHBoxLayout:
    title, under = Label(), note()
    title.setText(step.title)
    title.setWordWrap(True)
    under.setText(step.under)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(title)
    words.addWidget(under)
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(IconLabel(step.icon, step.tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return line
