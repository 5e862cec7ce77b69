"""The choice of a document: its kind, its languages, then its subject."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
)

from outreach_app.i18n import Language, current
from outreach_app.i18n import gettext as _
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.issuing.privacy import prepare_notice
from outreach_app.rights import Right
from outreach_app.rules.document_numbers import DocumentKind
from ui.context import AppContext
from ui.document_words import CHOSEN_KINDS, document_words, right_beside
from ui.fonts import fix_width
from ui.summaries.covering_panel import CoveringPanel
from ui.summaries.document_page import Wanted
from ui.summaries.office_panel import OfficePanel
from ui.summaries.partner_panel import PartnerPanel
from ui.summaries.period_panel import PeriodPanel
from ui.summaries.programme_panel import ProgrammePanel
from ui.summaries.register_panel import RegisterPanel
from ui.summaries.session_panel import SessionPanel
from ui.summaries.subject_panel import (
    ERASURES,
    MEETINGS_TO_COME,
    PARTNERS,
    PEOPLE,
    RUMOURS,
    SubjectPanel,
)
from ui.widgets.labels import note
from ui.widgets.stack import Stack
from ui.widgets.translated import Translated

WIDTH = 448
Panel = (
    SessionPanel
    | PartnerPanel
    | ProgrammePanel
    | SubjectPanel
    | PeriodPanel
    | OfficePanel
    | CoveringPanel
    | RegisterPanel
)
_LANGUAGES = ((Language.ARABIC,), (Language.FRENCH,), (Language.ARABIC, Language.FRENCH))


class Choices(Translated):
    """Emits `changed` when another document is chosen."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._settings = context.settings
        self.kinds = QComboBox()
        self.languages = [QRadioButton() for _choice in _LANGUAGES]
        self.session = SessionPanel(context)
        self.partner = PartnerPanel(context)
        self.programme = ProgrammePanel(context)
        self.partner_sheet = SubjectPanel(context, PARTNERS)
        self.attendance = SubjectPanel(context, MEETINGS_TO_COME)
        self.rectification = SubjectPanel(context, RUMOURS)
        self.period = PeriodPanel(context)
        self.extract = SubjectPanel(context, PEOPLE)
        self.proof = SubjectPanel(context, ERASURES)
        self.covering = CoveringPanel(context)
        self.handover = OfficePanel(context, partial(_about_handover, context), prepare_handover)
        poster = (lambda: _("On A3, to be hung up"), partial(prepare_notice, is_poster=True))
        self.notice = OfficePanel(context, _about_notice, prepare_notice, poster)
        self.register = RegisterPanel(context)
        self._panels: tuple[Panel, ...] = (
            self.session,
            self.partner,
            self.programme,
            self.partner_sheet,
            self.attendance,
            self.rectification,
            self.period,
            self.covering,
            self.handover,
            self.extract,
            self.proof,
            self.notice,
            self.register,
        )
        self._stack = Stack()
        self._group = QButtonGroup(self)
        self._build(context)
        self._bring_up(self._panels[self._place_left(context)])
        self._connect()
        self.retranslate()

    @property
    def panel(self) -> Panel:
        """The panel of the chosen kind of document."""
        return self._panels[self.kinds.currentIndex()]

    def wanted(self) -> Wanted | None:
        """Return the chosen document; None if there is none yet."""
        return self.panel.wanted(self.chosen_languages)

    @property
    def chosen_languages(self) -> tuple[Language, ...]:
        """The languages to make a document in."""
        return _LANGUAGES[self._group.checkedId()]

    def choose_meeting(self, meeting: UUID) -> None:
        """Choose the summary of a meeting."""
        self._bring_up(self.session)
        self.session.choose(meeting)

    def choose_partner(self, partner: UUID) -> None:
        """Choose the partner sheet of a partner."""
        self._bring_up(self.partner)
        self.partner.choose(partner)

    def choose_partners(self, partners: Sequence[UUID]) -> None:
        """Show the sheets of several partners, none of them chosen."""
        self._bring_up(self.partner)
        self.partner.show_only(partners)

    def choose(self, kind: DocumentKind | None, record: UUID | None) -> None:
        """Choose a document of this kind, about one record if one is meant; None: the register."""
        place = CHOSEN_KINDS.index(kind) if kind else len(CHOSEN_KINDS)
        panel = self._panels[place]
        if record is None:
            self.kinds.setCurrentIndex(place)
        elif isinstance(panel, SubjectPanel):
            self._bring_up(panel)
            panel.choose(record)

    def choose_programme(self, month: date) -> None:
        """Choose the programme of the month of a day."""
        self._bring_up(self.programme)
        self.programme.choose(month)

    def search(self) -> None:
        """Focus the search field of the panel, if it has one."""
        if isinstance(self.panel, SessionPanel | PartnerPanel | SubjectPanel):
            self.panel.words.setFocus()

    def refresh(self) -> None:
        """Reload from the store."""
        self.panel.refresh()

    def retranslate(self) -> None:
        for place, kind in enumerate(CHOSEN_KINDS):
            self.kinds.setItemText(place, document_words(kind))
        self.kinds.setItemText(len(CHOSEN_KINDS), _("Register of documents"))
        self.kinds.setAccessibleName(_("Kind of document"))
        languages = (_("Arabic"), _("French"), _("Both languages"))
        for button, words in zip(self.languages, languages, strict=True):
            button.setText(words)

    def _bring_up(self, panel: Panel) -> None:
        self.kinds.blockSignals(True)
        self.kinds.setCurrentIndex(self._panels.index(panel))
        self.kinds.blockSignals(False)
        self._stack.setCurrentWidget(panel)

    def _place_left(self, context: AppContext) -> int:
        """Return the place of the kind that the page was left on, the first if there is none.

        Another account may have left it, on a kind that this one is not offered.
        """
        left = self._settings.document
        if left not in CHOSEN_KINDS or not context.may(right_beside(DocumentKind(left))):
            return 0
        return CHOSEN_KINDS.index(DocumentKind(left))

    def _show_kind(self, place: int) -> None:
        self._stack.setCurrentWidget(self._panels[place])
        self._settings.document = CHOSEN_KINDS[place].value if place < len(CHOSEN_KINDS) else ""
        self._settings.save()
        self.refresh()
        self.changed.emit()

    def _build(self, context: AppContext) -> None:
        fix_width(self, WIDTH)
        self.kinds.setFixedHeight(32)
        for panel in self._panels:
            self.kinds.addItem("")
            self._stack.addWidget(panel)
        for place, kind in enumerate(CHOSEN_KINDS):
            if not context.may(right_beside(kind)):
                # The flags of an item, whose role Qt does not name: what is refused is not offered.
                self.kinds.setItemData(place, 0, Qt.ItemDataRole.UserRole - 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(4)
        column.addWidget(note(lambda: _("Document")))
        column.addWidget(self.kinds)
        column.addSpacing(8)
        column.addWidget(note(lambda: _("Language")))
        row = QHBoxLayout()
        row.setSpacing(24)
        for number, button in enumerate(self.languages):
            self._group.addButton(button, number)
            row.addWidget(button)
        self.languages[0 if current() is Language.ARABIC else 1].setChecked(True)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(self._show_kind)
        self._group.idClicked.connect(self.changed)
        for panel in self._panels:
            panel.changed.connect(self.changed)


def _about_notice() -> str:
    return _(
        "To be displayed where people are received: who keeps their data, why, and their rights."
    )


def _about_handover(context: AppContext) -> str:
    about = _("For the next chief: what is open, late and planned, and what must be done first.")
    if not context.may(Right.ACCOUNTS):
        return about
    codes = _(
        "On the day itself the next chief chooses a passphrase and makes a new recovery code, in "
        "Settings, “Security”: the former ones no longer open the register."
    )
    return f"{about} {codes}"
