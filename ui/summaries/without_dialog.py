"""Say what was made of the sheets of several partners, and who got none, and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.issuing.files import replaced_words
from outreach_app.issuing.many_hand_outs import NoSheet, SheetsWritten
from outreach_app.queries.partners import list_partners_by_uid
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.help_topic import explain_under
from ui.widgets.labels import Label, section_title, small_title
from ui.widgets.layouts import column_in, row_of
from ui.widgets.over import resize_over
from ui.widgets.scroll_area import ScrollArea
from ui.words import partner_words

_SIZE = (560, 480)


class WithoutDialog(QDialog):
    """Shows the partners without a sheet under each reason, one a line."""

    def __init__(
        self, context: AppContext, without: Sequence[NoSheet], said: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        explain_under(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_without_words(without))
        resize_over(self, *_SIZE)
        self.said = _wrapped(Label(), said)
        inside = QWidget()
        self._reasons = column_in(inside, 8)
        self.labels: list[Label] = []
        self.area = ScrollArea(inside)
        self.leave = Button(lambda: _("Close"))
        self._build(without)
        self._fill(context, without)
        self.leave.clicked.connect(self.reject)

    def _fill(self, context: AppContext, without: Sequence[NoSheet]) -> None:
        rows = context.read(
            lambda store: list_partners_by_uid(store, [each.partner for each in without])
        )
        for reason in dict.fromkeys(each.reason for each in without):
            found = [rows.get(each.partner) for each in without if each.reason == reason]
            names = [partner_words(it.name, it.category, it.place) for it in found if it]
            self.labels.append(_wrapped(small_title(), reason))
            self.labels.append(_wrapped(Label(), "\n".join(map(isolate, names))))
        for label in self.labels:
            self._reasons.addWidget(label)
        self._reasons.addStretch(1)

    def _build(self, without: Sequence[NoSheet]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(section_title(lambda: _without_words(without)))
        layout.addWidget(self.said)
        layout.addWidget(self.area, 1)
        layout.addLayout(row_of(self.leave))


def written_words(written: SheetsWritten, folder: Path) -> str:
    """Return how many sheets were made and where, what they replaced, and how many got none."""
    count, name = isolate(str(len(written.documents))), folder.name or str(folder)
    made = _("Sheets made: {count}, in the folder {folder}.").format(
        count=count, folder=isolate(name)
    )
    parts = [made if written.documents else _("No sheet was made.")]
    if written.without:
        parts.append(_without_words(written.without))
    return " · ".join(filter(None, (*parts, replaced_words(written.files))))


def _without_words(without: Sequence[NoSheet]) -> str:
    words = _("Partners without a sheet: {count}")
    return words.format(count=isolate(str(len(without))))


def _wrapped(label: Label, words: str) -> Label:
    label.setText(words)
    label.setWordWrap(True)
    return label
