"""The inline form that registers a partner: its name, its category, its type."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout

from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.names import Bilingual
from outreach_app.services.partner_drafts import with_bearer_read
from outreach_app.services.partners import PartnerDraft, register_partner
from ui.actions.undoable import write_undoable
from ui.attendance.attendance_field import AttendanceField
from ui.context import AppContext
from ui.drafts.session_sheet import PresentPartner, language_written
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.widgets.buttons import Button
from ui.widgets.labels import KeyCap, Label, note
from ui.widgets.translated import Translated


class RegisterRow(Translated):
    """Registers an unknown partner, and adds it to the field.

    On one line, or stacked if it is narrow. Esc gives the name back to the field.
    """

    def __init__(
        self, context: AppContext, field: AttendanceField, *, is_narrow: bool = False
    ) -> None:
        super().__init__()
        self._context = context
        self._field = field
        self._name = ""
        self._words = Label()
        self.category = ChoiceEditor(from_catalogues("pt"))
        self.type = ChoiceEditor(from_catalogues("as", "pr", none=lambda: _("Without a type")))
        self.register = Button(lambda: _("Register"), "plus")
        self._problem = note(tone="late")
        self._build(is_narrow=is_narrow)
        self.register.clicked.connect(self._register)
        field.unknown.connect(self.begin)

    def begin(self, name: str) -> None:
        """Ask for the kind of the partner of that name."""
        self._name = name
        self._show_problem("")
        self.retranslate()
        self.show()
        self.category.setFocus()

    @property
    def pending(self) -> str:
        """The name that is asked about, "" for none."""
        return "" if self.isHidden() else self._name

    def retranslate(self) -> None:
        self._words.setText(_("New partner: {name}").format(name=self._name))
        self.category.setAccessibleName(_("Category"))
        self.type.setAccessibleName(_("Type"))

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Cancel)
        ):
            event.accept()  # Esc leaves the row first, not the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.hide()
            self._field.give_back(self._name)
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            self._register()
        else:
            super().keyPressEvent(event)

    def _build(self, *, is_narrow: bool) -> None:
        across = QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_narrow else across, self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._words.setWordWrap(is_narrow)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._problem, 1)
        for widget in (self.category, self.type, self.register, KeyCap("Enter")):
            layout.addWidget(widget)
        self.hide()

    def _show_problem(self, message: str) -> None:
        """Show why it was not registered; "" clears it."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))

    def _register(self) -> None:
        is_arabic = language_written(self._name) is Language.ARABIC
        draft = PartnerDraft(
            name_ar=self._name if is_arabic else None,
            name_fr=None if is_arabic else self._name,
            category=self.category.currentData(),
            type=self.type.currentData(),
        )
        draft = with_bearer_read(draft)
        registered: list[PresentPartner] = []
        try:
            write_undoable(
                self._context,
                lambda session: registered.append(_register_present(session, draft)),
                _registered_words(draft),
                undone=lambda: self._field.remove(registered[0].uid),
            )
        except OutreachError as error:
            self._show_problem(error.message)
            return
        self.hide()
        self._field.add(registered[0])
        self._field.setFocus()


def _register_present(session: StoreSession, draft: PartnerDraft) -> PresentPartner:
    """Register a partner and return it as present. Raises InvalidDraft."""
    partner = register_partner(session, draft)
    return PresentPartner(partner.uid, Bilingual(draft.name_ar, draft.name_fr), draft.category)


def _registered_words(draft: PartnerDraft) -> tuple[str, str]:
    named = _("Its name reads as a person's: headquarters is not sent it.")
    return _("The partner was registered."), named if draft.is_named_after_person else ""
