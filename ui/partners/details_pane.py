"""One partner beside the list: who it is, its figures, its timeline, its people."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import PartnerDetails
from ui.context import AppContext
from ui.partners.figures import Figures
from ui.partners.names import kind_of, name_of, other_name_of, show_number
from ui.partners.people_pane import PeoplePane
from ui.partners.timeline import Timeline
from ui.partners.timeline_entries import list_entries
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note, section_title, small_title
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated

_SIDE_WIDTH = 256


class DetailsPane(Translated):
    """Shows what it is given; `meeting_opened` carries the uid of a meeting in the timeline."""

    meeting_opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._details: PartnerDetails | None = None
        self.name = section_title()
        self.other_name = Label(tone="muted")
        self.kind = Label(tone="muted")
        self.change = Button(lambda: _("Edit"), "pencil-simple", "F2")
        self.activate = Button(self._activation)
        self.delete = Button(lambda: _("Delete"), "trash")
        self.figures = Figures()
        self.timeline = Timeline()
        self.silence = note(lambda: _("Nothing yet. A meeting with this partner appears here."))
        self.people = PeoplePane(context)
        self.contact = Label()
        self._build()
        self.timeline.opened.connect(self.meeting_opened)

    def show_partner(self, details: PartnerDetails) -> None:
        """Show all of a partner."""
        self._details = details
        self.retranslate()
        self.people.show_people(details.row.uid, details.people)

    def retranslate(self) -> None:
        if self._details is None:
            return
        row, entries = self._details.row, list_entries(self._details)
        self.name.setText(name_of(row))
        self.other_name.setText(isolate(other_name_of(row)))
        self.other_name.setVisible(bool(other_name_of(row)))
        state = _("Active") if row.is_active else _("Inactive")
        self.kind.setText(" · ".join(part for part in (kind_of(row), row.place, state) if part))
        self.activate.retranslate()
        self.figures.show_figures(self._details)
        self.timeline.show_entries(entries)
        self.timeline.setVisible(bool(entries))
        self.silence.setVisible(not entries)
        self.contact.setText(_contact_of(self._details))

    @property
    def uid(self) -> UUID | None:
        return self._details.row.uid if self._details else None

    def _activation(self) -> str:
        is_active = self._details is None or self._details.row.is_active
        return _("Make inactive") if is_active else _("Make active")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.figures)
        column.addWidget(Hairline())
        body = QHBoxLayout()
        body.setSpacing(16)
        told = QVBoxLayout()
        told.addWidget(self.silence)
        told.addWidget(self.timeline, 1)
        told.addStretch(0)
        body.addLayout(told, 1)
        body.addWidget(Hairline(is_vertical=True))
        body.addWidget(self._side())
        column.addLayout(body, 1)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name.setWordWrap(True)
        row.addWidget(self.name, 1)
        for button in (self.change, self.activate, self.delete):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(row)
        head.addWidget(self.other_name)
        head.addWidget(self.kind)
        return head

    def _side(self) -> QScrollArea:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.people)
        layout.addSpacing(8)
        layout.addWidget(small_title(lambda: _("Contact")))
        self.contact.setWordWrap(True)
        self.contact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.contact)
        layout.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(side)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_SIDE_WIDTH)
        area.viewport().setAutoFillBackground(False)
        side.setAutoFillBackground(False)
        return area


def _contact_of(details: PartnerDetails) -> str:
    row = details.row
    lines = [
        show_number(row.phone) if row.phone else "",
        isolate(row.email) if row.email else "",
        row.place or "",
        details.note or "",
    ]
    shown = "\n".join(line for line in lines if line)
    return shown or _("No phone or address yet. Add them with Edit.")
