"""One partner beside the list: who it is, its figures, its timeline, its people, its history."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.details import PartnerDetails
from ui.context import AppContext
from ui.fonts import fix_width, free_width, scaled
from ui.partners.facts import Facts
from ui.partners.figures import Figures
from ui.partners.names import kind_of, name_of, other_name_of, show_number
from ui.partners.people_pane import PeoplePane
from ui.partners.tabs import PartnerTabs
from ui.widgets.commands import Command, CommandBar
from ui.widgets.labels import IconLabel, Label, section_title
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated
from ui.words import apart

_SIDE_WIDTH = 264
_MIN_WIDTH = 720  # below this width the people are a tab: a timeline beside them would be cut


class PartnerDetailsPane(Translated):
    """One partner. `source_opened` carries the request for what an entry comes from."""

    source_opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._details: PartnerDetails | None = None
        self.name = section_title()
        self.kind = Label(tone="muted")
        self._state_icon = IconLabel()
        self._state = Label()
        self.bar = CommandBar()
        self.figures = Figures()
        self.tabs = PartnerTabs(context)
        self.people = PeoplePane(context)
        self.facts = Facts(context)
        self._side = ScrollArea()
        self._edge = Hairline(is_vertical=True)
        self._body = QHBoxLayout()
        # Cards have positions only once they are laid out.
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._build()
        self.tabs.opened.connect(self.source_opened)
        self._reveal.timeout.connect(self._show_chosen_card)

    def show_partner(
        self, details: PartnerDetails, commands: Sequence[Command], person: UUID | None = None
    ) -> None:
        """Show a partner and its commands; mark the person who was searched for."""
        self._details = details
        self.bar.show_commands(commands)
        self.retranslate()
        self.tabs.show_partner(details)
        self.people.show_people(details.people, person)
        if person is not None and self.tabs.holds_people:
            self.tabs.show_people()
        self._reveal.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_MIN_WIDTH)
        if is_narrow != self.tabs.holds_people:
            self._place_people(is_narrow=is_narrow)

    def retranslate(self) -> None:
        if self._details is None:
            return
        row = self._details.row
        self.name.setText(name_of(row))
        # The kind is in the language of the screen, and gives the line its direction.
        others = [apart(words) for words in (other_name_of(row), row.place) if words]
        if row.phone and self.tabs.holds_people:  # beside the tabs there are all facts
            others.append(show_number(row.phone).replace(" ", "\u00a0"))
        self.kind.setText(" · ".join([kind_of(row), *others]))
        self._state.setText(_("Active") if row.is_active else _("Inactive"))
        self._state.set_tone("ok" if row.is_active else "muted")
        icon_name = "check-circle" if row.is_active else "minus-circle"
        self._state_icon.show_icon(icon_name, "ok" if row.is_active else "muted")
        self.figures.show_figures(self._details)
        self.facts.show_facts(self._details)

    @property
    def uid(self) -> UUID | None:
        return self._details.row.uid if self._details else None

    def _place_people(self, *, is_narrow: bool) -> None:
        self._edge.setVisible(not is_narrow)
        if is_narrow:
            free_width(self._side)
            self.tabs.take_people(self._side)
        else:
            fix_width(self._side, _SIDE_WIDTH)
            self._body.addWidget(self._side)
            self.tabs.let_people_go()
        self.retranslate()

    def _show_chosen_card(self) -> None:
        for card in self.people.cards:
            if card.is_chosen:
                self._side.ensureWidgetVisible(card)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 16, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.figures)
        self._body.setSpacing(16)
        self._body.addWidget(self.tabs, 1)
        self._body.addWidget(self._edge)
        self._build_side()
        self._body.addWidget(self._side)
        column.addLayout(self._body, 1)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(4)
        self.name.setWordWrap(True)
        about = QHBoxLayout()
        about.setSpacing(6)
        self.kind.setWordWrap(True)
        about.addWidget(self.kind, 1)
        about.addWidget(self._state_icon)
        about.addWidget(self._state)
        head.addWidget(self.name)
        head.addLayout(about)
        head.addSpacing(4)
        head.addWidget(self.bar)
        return head

    def _build_side(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.people)
        layout.addSpacing(8)
        layout.addWidget(self.facts)
        layout.addStretch(1)
        area = self._side
        area.setWidget(inside)
        fix_width(area, _SIDE_WIDTH)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
