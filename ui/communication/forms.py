"""The forms beside the lists of communication, each built when it is first opened."""

from functools import cached_property
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from outreach_app.queries.drafts import form_of_draft, record_of_draft
from ui.communication.awareness_form import AwarenessForm
from ui.communication.publication_form import PublicationForm
from ui.communication.reading_form import ReadingForm
from ui.communication.remark_form import RemarkForm
from ui.communication.rumour_form import RumourForm
from ui.context import AppContext
from ui.drafts.entry_drafts import entity_of
from ui.page import Page
from ui.requests import CommunicationRequest
from ui.widgets.form_beside import FormBeside

AnyForm = RumourForm | PublicationForm | RemarkForm | AwarenessForm | ReadingForm
FormT = TypeVar("FormT", bound=AnyForm)


class PageWithForms(Page[CommunicationRequest]):
    """Lists in a stack, and beside them the form of one record."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.stack = QStackedWidget()
        self.beside = FormBeside(self.stack)
        self._built: list[AnyForm] = []

    @cached_property
    def rumour_form(self) -> RumourForm:
        form = self._add(RumourForm(self._context))
        form.other_opened.connect(self.show_other)
        return form

    @cached_property
    def publication_form(self) -> PublicationForm:
        return self._add(PublicationForm(self._context))

    @cached_property
    def remark_form(self) -> RemarkForm:
        return self._add(RemarkForm(self._context))

    @cached_property
    def awareness_form(self) -> AwarenessForm:
        return self._add(AwarenessForm(self._context))

    @cached_property
    def reading_form(self) -> ReadingForm:
        return self._add(ReadingForm(self._context))

    def form_of(self, entity: str) -> AnyForm:
        """Return the form that records an entity."""
        match entity:
            case "rumour":
                return self.rumour_form
            case "publication":
                return self.publication_form
            case "point":
                return self.remark_form
            case "meeting":
                return self.awareness_form
            case "reading":
                return self.reading_form
            case _:
                raise ValueError(entity)

    def go_on(self, key: str) -> None:
        """Open the form of a draft with what was typed. Raises NotFound."""
        form, record = self.form_of(entity_of(key)), record_of_draft(key)
        self.show_form(form)
        match form_of_draft(key), record:
            case "rectification", UUID():
                self.publication_form.rectify(record)
            case "remark-on", UUID():
                self.remark_form.comment(record)
            case _:
                form.start(record)
        form.resume_key(key)

    def show_form(self, form: AnyForm) -> None:
        """Show a form beside the list; an open form keeps what was typed as a draft."""
        for each in self._built:
            each.keep_typed()
        self.beside.show_form(form)
        self.show_left()

    def show_left(self) -> None:
        """Show the drafts of the list that is open, unless a form lists them."""
        raise NotImplementedError

    def leave_form(self, uid: UUID | None) -> None:
        """Show the lists alone, and the record if the form stored one."""
        raise NotImplementedError

    def show_other(self, uid: UUID) -> None:
        """Show the existing rumour instead of the form."""
        raise NotImplementedError

    def _add(self, form: FormT) -> FormT:
        self.beside.add_form(form)
        self._built.append(form)
        form.finished.connect(self.leave_form)
        return form
