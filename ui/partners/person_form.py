"""The inline form that adds or changes a person of a partner."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.services.partner_drafts import draft_of_person
from outreach_app.services.people import (
    PersonDraft,
    change_person,
    check_person,
    register_person,
)
from ui.context import AppContext
from ui.forms.editors import LineEditor
from ui.forms.form import Field, Form
from ui.forms.number_editors import PhoneEditor
from ui.widgets.buttons import Button
from ui.widgets.labels import note

_FIELDS = (
    Field("name_ar", lambda: _("Name in Arabic"), LineEditor),
    Field("name_fr", lambda: _("Name in French"), LineEditor),
    Field("capacity_ar", lambda: _("Capacity in Arabic"), LineEditor),
    Field("capacity_fr", lambda: _("Capacity in French"), LineEditor),
    Field("phone", lambda: _("Phone"), PhoneEditor),
    Field("email", lambda: _("E-mail"), LineEditor),
)


class PersonForm(QWidget):
    """`finished` says that it may close, saved or not; made for one partner."""

    finished = Signal()

    def __init__(self, context: AppContext, partner: UUID, uid: UUID | None) -> None:
        super().__init__()
        self._context = context
        self._uid = uid
        draft = PersonDraft(partner, None, None)
        if uid is not None:
            draft = context.read(lambda store: draft_of_person(store, uid))
        self.form = Form[PersonDraft]([(field,) for field in _FIELDS], draft, check_person)
        self.refusal = note(tone="late")
        self.save = Button(lambda: _("Save"), "check")
        self.give_up = Button(lambda: _("Cancel"))
        self._build()
        self.save.clicked.connect(self._save)
        self.give_up.clicked.connect(self.finished)

    def _save(self) -> None:
        try:
            self._write(self.form.draft())
        except InvalidDraft:
            return  # each problem stands under its field
        except OutreachError as error:
            self.refusal.setText(error.message)
            self.refusal.show()
            return
        self.finished.emit()

    def _write(self, draft: PersonDraft) -> None:
        uid, name = self._uid, isolate(draft.name_ar or draft.name_fr or "")
        said = _("Saved: {name}").format(name=name)
        if uid is None:
            self._context.write(lambda store: register_person(store, draft).uid, said)
        else:
            self._context.write(lambda store: change_person(store, uid, draft).uid, said)

    def _build(self) -> None:
        self.refusal.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.form)
        layout.addWidget(self.refusal)
        layout.addLayout(buttons)
