"""Unfinished entries of communication, and the line that describes each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow
from outreach_app.rules.names import Bilingual
from outreach_app.services.awareness import AwarenessDraft
from outreach_app.services.publications import PublicationDraft
from outreach_app.services.remarks import RemarkDraft
from outreach_app.services.rumours import RumourDraft
from outreach_app.vocabulary import label
from ui.context import AppContext
from ui.drafts.left_drafts import list_left
from ui.drafts.words import kept_words, untitled
from ui.forms.choice_editor import capitalised
from ui.widgets.line_button import LineWords
from ui.widgets.translated import Text
from ui.words import apart, either

EntryDraft = DraftRow[Any]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form of new records: its drafts, the entity that it records, and their names."""

    form: str
    entity: str
    kind: type[Any]
    noun: Text
    name: Callable[[Any], str]


def awareness_name(draft: AwarenessDraft) -> str:
    """Return the subject of an awareness action, or its kind before it has one."""
    subject = either(Bilingual(draft.subject_ar, draft.subject_fr))
    return subject or capitalised(label(draft.kind, current()))


def publication_name(draft: PublicationDraft) -> str:
    """Return the title of a publication; "" before it has one."""
    return either(Bilingual(draft.title_ar, draft.title_fr))


def _text(draft: RumourDraft | RemarkDraft) -> str:
    return draft.text or ""


_ENTRIES = (
    _Entry("rumour", "rumour", RumourDraft, lambda: _("Rumour"), _text),
    _Entry(
        "publication", "publication", PublicationDraft, lambda: _("Publication"), publication_name
    ),
    _Entry("remark", "point", RemarkDraft, lambda: _("Remark"), _text),
    _Entry("awareness", "meeting", AwarenessDraft, lambda: _("Awareness action"), awareness_name),
)


def list_entry_drafts(context: AppContext, entity: str | None = None) -> list[EntryDraft]:
    """Return the drafts of new records, or of those of one entity, newest first."""
    forms = [entry for entry in _ENTRIES if entity in (None, entry.entity)]
    rows = [row for entry in forms for row in list_left(context, entry.form, entry.kind)]
    return sorted(rows, key=lambda row: row.saved_at, reverse=True)


def entity_of(key: str) -> str:
    """Return the entity that the draft of a key records."""
    return _entry_of(key).entity


def entry_words(row: EntryDraft) -> LineWords:
    """Return the line of a draft: its noun, its name, when it was kept."""
    entry = _entry_of(row.key)
    name = entry.name(row.draft).strip()
    title = " · ".join((entry.noun(), apart(name) if name else untitled()))
    return LineWords(title, end=kept_words(row.saved_at))


def _entry_of(key: str) -> _Entry:
    form = key.partition("/")[0]
    return next(entry for entry in _ENTRIES if entry.form == form)
