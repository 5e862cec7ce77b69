"""The facts of a partner as an organisation: address, contacts, receipt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import PartnerDetails
from outreach_app.rights import Right
from outreach_app.rules.dates import date_words
from outreach_app.rules.phones import show_contact
from ui.context import AppContext
from ui.partners.names import show_number
from ui.widgets.labels import Label, note, small_title


class Facts(QWidget):
    """Facts as labels and values; unknown ones are omitted."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._advice = context.invite(
            lambda: _("No phone or address yet. Add them with Edit."),
            lambda: _("Contacts that could lead to a person are not shown here."),
            Right.NAMES,
        )
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, 72)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(small_title(lambda: _("The organisation")))
        column.addLayout(self._grid)

    @property
    def words(self) -> str:
        """All facts, in reading order."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        labels = [item.widget() for item in items if item is not None]
        return "\n".join(label.text() for label in labels if isinstance(label, Label))

    def show_facts(self, details: PartnerDetails) -> None:
        """Show the facts in the current language."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        facts = [fact for fact in _facts_of(details) if fact[1]]
        if not facts:
            advice = note()
            advice.setText(self._advice())
            self._grid.addWidget(advice, 0, 0, 1, 2)
        for row, (label, value) in enumerate(facts):
            name = note()
            name.setText(label)
            name.setContentsMargins(0, 2, 0, 0)
            words = Label()
            words.setText(value)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)


def _facts_of(details: PartnerDetails) -> list[tuple[str, str]]:
    row = details.row
    return [
        (_("Address"), row.place or ""),
        (_("Phone"), show_number(row.phone) if row.phone else ""),
        (_("E-mail"), isolate(row.email) if row.email else ""),
        (
            _("Others"),
            "\n".join(isolate(show_contact(it)) for it in (row.others or "").splitlines()),
        ),
        (_("Receipt"), _receipt(details)),
        (_("Note"), details.note or ""),
    ]


def _receipt(details: PartnerDetails) -> str:
    kind = {True: _("Final receipt"), False: _("Provisional receipt"), None: ""}
    day = details.receipt_on
    parts = (
        kind[details.is_receipt_final],
        isolate(details.receipt_number) if details.receipt_number else "",
        date_words(day) if day else "",
    )
    return " · ".join(part for part in parts if part)
