"""The unsaved drafts of a form: listing and discarding them."""

from typing import TypeVar

from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow, list_drafts, list_forms
from outreach_app.services.drafts import discard_draft, save_draft
from ui.changes import Topic
from ui.context import AppContext

DraftT = TypeVar("DraftT")


def list_left(
    context: AppContext, form: str, kind: type[DraftT], *, with_records: bool = False
) -> list[DraftRow[DraftT]]:
    """Return the drafts of a form, including those held in memory, newest first."""
    kept = context.read(lambda it: list_drafts(it, form, kind, with_records=with_records))
    database = context.office.database
    held = context.held.list_of(database, form, kind, with_records=with_records)
    rows = {row.key: row for row in (*kept, *held)}
    return sorted(rows.values(), key=lambda row: row.saved_at, reverse=True)


def list_forms_left(context: AppContext) -> frozenset[str]:
    """Return the forms of which drafts are left, including those held in memory."""
    return context.read(list_forms) | context.held.forms_of(context.office.database)


def discard_left(context: AppContext, row: DraftRow[DraftT]) -> None:
    """Discard a draft, with Undo. Raises OutreachError."""

    def bring_back() -> None:
        context.write(
            lambda session: save_draft(session, row.key, row.draft, row.saved_at),
            _("The draft was restored."),
        )
        context.changes.tell({Topic.DRAFT})

    context.write(
        lambda session: discard_draft(session, row.key),
        _("The draft was discarded."),
        bring_back,
    )
    context.held.forget(context.office.database, row.key)
    context.changes.tell({Topic.DRAFT})
