"""The author's own words in the report of a period, kept as a draft for each period."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from outreach_app.i18n import Language, current
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.author_words import AuthorWords
from outreach_app.summaries.prose.periods import arabic_name, french_name
from ui.context import AppContext
from ui.drafts.keeper import DraftKeeper
from ui.drafts.left_drafts import discard_left
from ui.drafts.strip import DraftStrip
from ui.drafts.words import kept_words, untitled
from ui.forms.choice_editor import capitalised
from ui.forms.editors import TextEditor
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.line_button import LineWords
from ui.widgets.translated import Translated

_FORM = "period-report"


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """The words typed into the report of a period; None if its days are not valid yet."""

    period: Period | None = None
    difficulties: str = ""
    assessment: str = ""


class AuthorFields(Translated):
    """Signals: `edited` when the words change, `chosen` carries the period of another draft.

    A draft stays when its report is issued, so that a corrected version starts from its words.
    """

    edited = Signal()
    chosen = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._period: Period | None = None
        self._keeper: DraftKeeper[ReportDraft] = DraftKeeper(context, ReportDraft, self)
        self.left_drafts = DraftStrip(_draft_words)
        self.difficulties = TextEditor(72)
        self.assessment = TextEditor()
        self._build()
        self._connect()
        self.retranslate()

    def open(self, period: Period | None) -> None:
        """Show what was typed for a period; what was typed for the former one stays its draft."""
        self._keep()
        self._period = period
        self._keeper.begin(_FORM)
        mine = [row for row in self._keeper.others() if row.draft.period == period]
        if mine:
            self._keeper.resume(mine[0])
        self._show(mine[0].draft if mine else ReportDraft(period))
        self._list()

    def words(self) -> AuthorWords:
        """Return the words as they are printed."""
        difficulties, assessment = self.difficulties.value(), self.assessment.value()
        lines = tuple(str(difficulties).splitlines()) if difficulties else ()
        return AuthorWords(lines, str(assessment) if assessment else None)

    def retranslate(self) -> None:
        self.difficulties.setAccessibleName(_("Difficulties and needs, one a line"))
        self.assessment.setAccessibleName(_("Assessment"))

    def _show(self, draft: ReportDraft) -> None:
        for editor, text in (
            (self.difficulties, draft.difficulties),
            (self.assessment, draft.assessment),
        ):
            editor.blockSignals(True)
            editor.set_value(text)
            editor.blockSignals(False)

    def _change(self) -> None:
        self._keeper.changed()
        self.edited.emit()

    def _keep(self) -> None:
        """Save what was typed since the last time; an emptied draft is none."""
        if self._keeper.is_due:
            self._save()

    def _save(self) -> None:
        difficulties, assessment = self.difficulties.toPlainText(), self.assessment.toPlainText()
        if difficulties.strip() or assessment.strip():
            self._keeper.keep(ReportDraft(self._period, difficulties, assessment))
        else:
            self._keeper.discard()

    def _list(self) -> None:
        self.left_drafts.show_rows(self._keeper.others())

    def _discard(self, row: DraftRow[ReportDraft]) -> None:
        discard_left(self._context, row)
        self._list()

    def _build(self) -> None:
        column = column_in(self, 4)
        column.addWidget(self.left_drafts)
        column.addWidget(note(lambda: _("Difficulties and needs, one a line")))
        column.addWidget(self.difficulties)
        column.addWidget(note(lambda: _("Printed in quotes, as the author's own words.")))
        column.addSpacing(8)
        column.addWidget(note(lambda: _("Assessment")))
        column.addWidget(self.assessment)

    def _connect(self) -> None:
        for editor in (self.difficulties, self.assessment):
            editor.edited.connect(self._change)
        self._keeper.due.connect(self._save)
        self.left_drafts.listen(self)
        self.left_drafts.chosen.connect(lambda row: self.chosen.emit(row.draft.period))
        self.left_drafts.discarded.connect(self._discard)


def period_words(period: Period) -> str:
    """Return the name of a period as a title in the language of the screen."""
    name = arabic_name if current() is Language.ARABIC else french_name
    return capitalised(name(period))


def _draft_words(row: DraftRow[ReportDraft]) -> LineWords:
    period = row.draft.period
    return LineWords(period_words(period) if period else untitled(), end=kept_words(row.saved_at))
