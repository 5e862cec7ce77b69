"""Unfinished entries other than sessions, and the line that describes each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from outreach_app.field_words import CLAIM_KIND_WORDS
from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow, form_of_draft, record_of_draft
from outreach_app.rights import Right
from outreach_app.rules.names import Bilingual
from outreach_app.services.awareness import AwarenessDraft
from outreach_app.services.claims import ClaimDraft
from outreach_app.services.commitments import LatePromiseDraft
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.services.publications import PublicationDraft
from outreach_app.services.remarks import RemarkDraft
from outreach_app.services.rumours import RumourDraft
from outreach_app.services.scheduling import ScheduleDraft
from outreach_app.vocabulary import label
from ui.context import AppContext
from ui.draft_requests import (
    ContinueClaim,
    ContinueEntry,
    ContinuePartner,
    ContinuePlan,
    ContinuePromise,
)
from ui.drafts.begun_import import BegunImport
from ui.drafts.keeper import DraftKeeper
from ui.drafts.left_drafts import list_forms_left, list_left
from ui.drafts.words import kept_words, untitled
from ui.forms.choice_editor import capitalised
from ui.import_requests import ImportMeetings, ImportPartners
from ui.requests import Request
from ui.widgets.line_button import LineWords
from ui.widgets.translated import Text
from ui.words import apart, either, word_of

EntryDraft = DraftRow[Any]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form of records: its drafts, the entity that it records, and their names.

    `changes` names a draft that changes a record of it, where these are listed too.
    """

    form: str
    entity: str
    kind: type[Any]
    noun: Text
    name: Callable[[Any], str]
    changes: Text | None = None
    request: Callable[[str], Request] = ContinueEntry
    right: Right = Right.RECORD


def awareness_name(draft: AwarenessDraft) -> str:
    """Return the subject of an awareness action, or its kind before it has one."""
    subject = either(Bilingual(draft.subject_ar, draft.subject_fr))
    return subject or capitalised(label(draft.kind, current()))


def publication_name(draft: PublicationDraft) -> str:
    """Return the title of a publication; "" before it has one."""
    return either(Bilingual(draft.title_ar, draft.title_fr))


def _text(draft: RumourDraft | RemarkDraft | LatePromiseDraft) -> str:
    return draft.text or ""


def _bearer_name(draft: PartnerDraft | PersonDraft) -> str:
    return either(Bilingual(draft.name_ar, draft.name_fr))


def _rectification() -> str:
    return _("Rectification of the rumour")


def _person() -> str:
    return _("New person")


_ENTRIES = (
    _Entry(
        *("rumour", "rumour", RumourDraft, lambda: _("New rumour"), _text),
        lambda: _("Change the rumour"),
    ),
    _Entry(
        *("publication", "publication", PublicationDraft, lambda: _("New publication")),
        publication_name,
        lambda: _("Change the publication"),
    ),
    _Entry(
        *("rectification", "publication", PublicationDraft, _rectification, publication_name),
        _rectification,
    ),
    _Entry(
        *("remark", "point", RemarkDraft, lambda: _("New remark"), _text),
        lambda: _("Change the remark"),
    ),
    _Entry(
        *("remark-on", "point", RemarkDraft, lambda: _("New remark"), _text),
        lambda: _("New remark"),
    ),
    _Entry(
        *("awareness", "meeting", AwarenessDraft, lambda: _("New awareness action")),
        awareness_name,
        lambda: _("Change the awareness action"),
    ),
    _Entry(
        *("partner", "partner", PartnerDraft, lambda: _("New partner"), _bearer_name),
        *(lambda: _("Change the partner"), ContinuePartner),
    ),
    _Entry("person-of", "person", PersonDraft, _person, _bearer_name, _person, ContinuePartner),
    _Entry(
        *("person", "person", PersonDraft, _person, _bearer_name),
        *(lambda: _("Change the person"), ContinuePartner),
    ),
    _Entry(
        *("commitment", "commitment", LatePromiseDraft, lambda: _("New commitment"), _text, None),
        ContinuePromise,
    ),
    _Entry(
        "schedule", "meeting", ScheduleDraft, lambda: _("Plan a meeting"),
        lambda draft: draft.subject or "", None, ContinuePlan,
    ),
    _Entry(
        "claim", "claim", ClaimDraft, lambda: _("New request"),
        lambda draft: word_of(CLAIM_KIND_WORDS, draft.kind), lambda: _("Change the request"),
        ContinueClaim, Right.NOTE_CLAIMS,
    ),
    _Entry(
        "import", "partner", BegunImport, lambda: _("Import partners"),
        lambda begun: begun.name, None, ImportPartners, Right.IMPORT,
    ),
    _Entry(
        "import_meetings", "meeting", BegunImport, lambda: _("Import meetings"),
        lambda begun: begun.name, None, ImportMeetings, Right.IMPORT,
    ),
)  # fmt: skip


def list_entry_drafts(context: AppContext, entity: str | None = None) -> list[EntryDraft]:
    """Return the drafts that this account may go on with, newest first.

    Of all entries, or of those of communication that record one entity.
    """
    left = list_forms_left(context)  # asked at every start, when there are hardly any
    forms = [
        entry
        for entry in _ENTRIES
        if entry.form in left
        and context.may(entry.right)
        and (entity is None or (entry.entity == entity and entry.request is ContinueEntry))
    ]
    rows = [
        row
        for entry in forms
        for row in list_left(
            context, entry.form, entry.kind, with_records=entry.changes is not None
        )
    ]
    return sorted(rows, key=lambda row: row.saved_at, reverse=True)


def nouns_of(forms: Iterable[str]) -> list[str]:
    """Return what the drafts of these forms record, each noun once."""
    nouns = {entry.form: entry.noun for entry in _ENTRIES}
    return list(dict.fromkeys(nouns[form]() for form in forms if form in nouns))


def entity_of(key: str) -> str:
    """Return the entity that the draft of a key records."""
    return _entry_of(key).entity


def going_on(row: EntryDraft) -> Request:
    """Return the request that goes on with a draft."""
    return _entry_of(row.key).request(row.key)


def request_of_form(context: AppContext, page: QWidget) -> Request | None:
    """Return the request that goes on with what is typed in the form that a page shows, if any.

    A dialog over the page is one too.
    """
    keepers: list[DraftKeeper[Any]] = page.findChildren(DraftKeeper)
    keys = {keeper.key for keeper in keepers if keeper.has_kept and keeper.is_in_sight}
    rows = list_entry_drafts(context) if keys else []
    return next((going_on(row) for row in rows if row.key in keys), None)


def entry_words(row: EntryDraft) -> LineWords:
    """Return the line of a draft: what it records or changes, its name, when it was kept."""
    entry = _entry_of(row.key)
    is_change = entry.changes is not None and record_of_draft(row.key) is not None
    noun = entry.changes() if is_change and entry.changes else entry.noun()
    name = entry.name(row.draft).strip()
    title = " · ".join((noun, apart(name) if name else untitled()))
    return LineWords(title, end=kept_words(row.saved_at))


def _entry_of(key: str) -> _Entry:
    form = form_of_draft(key)
    return next(entry for entry in _ENTRIES if entry.form == form)
