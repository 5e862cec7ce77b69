"""The form that registers or changes a partner."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import (
    PartnerDraft,
    change_partner,
    check_partner,
    register_partner,
)
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.forms.editors import CheckEditor, LineEditor, TextEditor
from ui.forms.form import Field, Form
from ui.forms.number_editors import PhoneEditor
from ui.partners.similar import SimilarPartners
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import section_title

# Milliseconds after the last key before partners that may be the same are looked for.
PAUSE = 150
_WIDTH = 720
_TYPES = {"pt.association": "as", "pt.liberal": "pr"}
_NEW = PartnerDraft(None, None, "pt.association")


class PartnerForm(QWidget):
    """`finished` carries the uid that was saved, None where the person gave up."""

    finished = Signal(object)
    other_opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._uid: UUID | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._title = section_title(self._title_text)
        self.banner = Banner()
        self.similar = SimilarPartners(context)
        self.similar.setMaximumWidth(_WIDTH)
        self.category = ChoiceEditor(from_catalogues("pt"))
        self.type = ChoiceEditor(self._types)
        self.form = Form[PartnerDraft](self._fields(), _NEW, check_partner)
        self.save = primary_button(lambda: _("Save"), "floppy-disk", "Ctrl+S")
        self.give_up = Button(lambda: _("Cancel"), "", "Esc")
        self._build()
        self._connect()

    def start(self, uid: UUID | None) -> None:
        """Begin with a partner to change, or None for a new one."""
        self._uid = uid
        draft = _NEW
        if uid is not None:
            draft = self._context.read(lambda store: draft_of_partner(store, uid))
        self.category.set_value(draft.category)
        self.type.retranslate()
        self.form.show_draft(draft)
        self._pause.stop()
        self.similar.clear()
        self.banner.hide()
        self._title.retranslate()
        self.form.field("name_ar").focus()

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (
                Field("name_ar", lambda: _("Name in Arabic"), LineEditor),
                Field("name_fr", lambda: _("Name in French"), LineEditor),
            ),
            (
                Field("category", lambda: _("Category"), lambda: self.category),
                Field("type", lambda: _("Type"), lambda: self.type),
            ),
            (
                Field("phone", lambda: _("Phone"), PhoneEditor),
                Field("email", lambda: _("E-mail"), LineEditor),
            ),
            (Field("is_named_after_person", _bears_name, lambda: CheckEditor(_bears_name)),),
            (Field("place", lambda: _("Address or quarter"), LineEditor),),
            (Field("note", lambda: _("Note"), lambda: TextEditor(64)),),
        )

    def _types(self) -> Sequence[Choice]:
        prefix = _TYPES.get(str(self.category.value()))
        prefixes = (prefix,) if prefix else ()
        return from_catalogues(*prefixes, none=lambda: _("Not known"))()

    def _title_text(self) -> str:
        return _("Change the partner") if self._uid else _("New partner")

    def _look(self) -> None:
        values = (self.form.field(name).editor.value() for name in ("name_ar", "name_fr", "phone"))
        arabic, french, phone = (str(value) if value else None for value in values)
        self.similar.look((arabic, french, phone), self._uid)

    def _save(self) -> None:
        try:
            saved = self._write(self.form.draft())
        except InvalidDraft:
            return  # each problem stands under its field
        except OutreachError as error:
            self.banner.show_error(error.message)
            return
        self.finished.emit(saved)

    def _write(self, draft: PartnerDraft) -> UUID:
        name = isolate(draft.name_ar or draft.name_fr or "")
        uid = self._uid
        if uid is None:
            said = _("Registered: {name}").format(name=name)
            return self._context.write(lambda store: register_partner(store, draft).uid, said)
        said = _("Saved: {name}").format(name=name)
        return self._context.write(lambda store: change_partner(store, uid, draft).uid, said)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.save, self.give_up):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 24)
        layout.setSpacing(8)
        for widget in (self._title, self.banner, self.similar, self.form):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.form.edited.connect(self._pause.start)
        self.category.edited.connect(lambda _place: self.type.retranslate())
        self._pause.timeout.connect(self._look)
        self.save.clicked.connect(self._save)
        self.give_up.clicked.connect(lambda: self.finished.emit(None))
        self.similar.opened.connect(self.other_opened)


def _bears_name() -> str:
    return _("The practice bears a person's name")
