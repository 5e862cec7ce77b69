"""The editing of one cell of the points: what it asks for, and the answer in its line."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from outreach_app.i18n import gettext as _
from outreach_app.rules.quick_dates import read_day
from ui.attendance.suggest_line import SuggestLine
from ui.attendance.suggestion import Suggestion
from ui.drafts.session_sheet import PointLine
from ui.meetings.point_edits import with_kind, with_phrase, with_topic, with_words, words_of
from ui.meetings.points_model import PointColumn, PointsModel
from ui.meetings.reaction_entry import ReactionEntry, ReactionStep
from ui.meetings.suggestions import (
    answers_of,
    suggest_kinds,
    suggest_phrases,
    suggest_told_topics,
    suggest_topics,
)
from ui.words import not_listed_words


class CellEntry:
    """Saves in its line of points what is typed in a cell; a `reaction` is asked in steps.

    `former` is the line as it was before.
    """

    def __init__(self, points: PointsModel, index: QModelIndex, today: date) -> None:
        self._points, self._today = points, today
        self._cell = QPersistentModelIndex(index)
        self.former = points.line(index.row())
        is_reaction = index.column() == PointColumn.REACTION
        self.reaction = ReactionEntry(self.former, today) if is_reaction else None

    @property
    def row(self) -> int:
        """The row of the cell, also after a move; -1 once it is removed."""
        return self._cell.row()

    @property
    def column(self) -> int:
        """The column of the cell."""
        return self._cell.column()

    @property
    def is_done(self) -> bool:
        """Whether nothing more is asked in this cell."""
        return self.reaction is None or self.reaction.step is ReactionStep.DONE

    @property
    def is_wide(self) -> bool:
        """Whether a text is asked for that needs more room than the cell."""
        return self.reaction is not None and self.reaction.step is not ReactionStep.REACTION

    @property
    def offers_at_once(self) -> bool:
        """Whether suggestions are shown before anything is typed."""
        return self.reaction is not None or self._tells_topic

    @property
    def question(self) -> str:
        """What is asked for now."""
        if self.reaction is not None:
            return self.reaction.question
        return str(self._points.headerData(self.column, Qt.Orientation.Horizontal))

    @property
    def numbered_question(self) -> str:
        """What a step of a reaction asks for, with its number if there are several; else ""."""
        return self.reaction.numbered_question if self.reaction is not None else ""

    @property
    def text(self) -> str:
        """The text before anything is typed: the value now."""
        if self.reaction is not None:
            return self.reaction.text
        return str(self._cell.data(Qt.ItemDataRole.EditRole) or "")

    def offer_in(self, line: SuggestLine) -> None:
        """Set the suggestions for what is asked now."""
        topic = self.former.point.topic
        if self.reaction is not None:
            self._offer_answers(self.reaction, line)
        elif self.column == PointColumn.KIND:
            line.set_suggestions(suggest_kinds, 1)
        elif self._tells_topic:
            suggest = suggest_told_topics(words_of(self.former))
            line.set_suggestions(suggest, 0, picks_untyped=False, is_numbered=True)
        elif self.column == PointColumn.TOPIC:
            line.set_suggestions(suggest_topics, 2)
        elif self.column == PointColumn.WORDS:
            line.set_suggestions(lambda typed: suggest_phrases(typed, topic), 2, picks_first=False)

    def line_with(self, typed: str, suggested: Suggestion | None) -> PointLine:
        """Return the line with what is typed so far; `suggested` is what Enter would accept."""
        line = self._points.line(self.row)
        if self.reaction is not None:
            return self.reaction.so_far(typed)
        if self.column != PointColumn.TOPIC or typed == self.text:
            return line
        if suggested is not None:
            return with_topic(line, suggested.code)
        # Not a topic, but something was typed.
        return line if words_of(line) else with_words(line, typed)

    def follow(self, typed: str) -> None:
        """Save the words at every key, so that a draft always has them."""
        if self.column == PointColumn.WORDS:
            self._points.set_line(self.row, with_words(self._points.line(self.row), typed))

    def take(self, typed: str, taken: Suggestion | None) -> None:
        """Save the answer; raise ValueError, which says why, if it is invalid: the line stays."""
        line = self._points.line(self.row)
        if self.reaction is not None:
            self.reaction.take(typed, taken.code if taken else None)
            line = self.reaction.line if self.is_done else line
        elif taken is not None and self.column == PointColumn.WORDS:
            line = with_phrase(line, taken.code)
        elif taken is not None and self.column == PointColumn.KIND:
            line = with_kind(line, taken.code)
        elif taken is not None:
            line = with_topic(line, taken.code)
        elif self.column == PointColumn.KIND and typed.strip() and typed != self.text:
            raise ValueError(not_listed_words())
        elif self.column == PointColumn.TOPIC and typed.strip() and typed != self._cell.data():
            raise ValueError(_topic_words(typed))
        self._points.set_line(self.row, line)

    def keep_so_far(self) -> None:
        """Save the answers so far of a reaction that is not complete."""
        if self.reaction is not None and not self.is_done:
            self._points.set_line(self.row, self.reaction.so_far(""))

    def day_of(self, typed: str) -> date | None:
        """Return the day to open a calendar at; None if no day is asked for."""
        if self.reaction is None or self.reaction.step is not ReactionStep.DUE:
            return None
        return read_day(typed, self._today) or self._today

    def give_back(self) -> None:
        """Restore the line as it was before the editing."""
        self._points.set_line(self.row, self.former)

    @property
    def _tells_topic(self) -> bool:
        """Whether the words, without a topic yet, propose topics."""
        is_open = bool(words_of(self.former)) and not self.former.point.topic
        return self.column == PointColumn.TOPIC and is_open

    def _offer_answers(self, reaction: ReactionEntry, line: SuggestLine) -> None:
        # Enter alone keeps the current value; the authority may be unknown.
        may_be_empty = reaction.is_answered or reaction.step is ReactionStep.AUTHORITY
        line.set_suggestions(
            answers_of(reaction.step, self.former, self._points.present, self._today),
            0,
            picks_untyped=not may_be_empty,
        )


def _topic_words(typed: str) -> str:
    """Return why what was typed is no topic yet."""
    if suggest_topics(typed):
        return _("Several topics hold this word: choose one with the arrows, or type more of it.")
    return _("No topic begins with this. Type two letters of another of its words.")
