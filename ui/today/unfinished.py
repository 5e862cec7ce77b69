"""The lines of what was typed and not recorded yet: each goes on, or is discarded."""

from collections.abc import Callable
from functools import partial
from typing import Any

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow
from ui.context import AppContext
from ui.draft_requests import ContinueDraft
from ui.drafts.entry_drafts import entry_words, going_on, list_entry_drafts
from ui.drafts.left_drafts import discard_left
from ui.drafts.session_drafts import draft_words, list_session_drafts
from ui.requests import Request
from ui.widgets.line_button import ActingLine, LineWords


def session_lines(context: AppContext) -> list[ActingLine]:
    """Return the unfinished sessions, newest first."""
    rows = list_session_drafts(context)
    return [_line(context, row, draft_words, ContinueDraft(row.key)) for row in rows]


def entry_lines(context: AppContext) -> list[ActingLine]:
    """Return the other unfinished entries, newest first."""
    rows = list_entry_drafts(context)
    return [_line(context, row, entry_words, going_on(row)) for row in rows]


def _line(
    context: AppContext,
    row: DraftRow[Any],
    words: Callable[[DraftRow[Any]], LineWords],
    request: Request,
) -> ActingLine:
    line = ActingLine(words(row), lambda: _("Discard it"), "trash")
    line.button.setAccessibleDescription(line.line.accessibleName())
    line.clicked.connect(partial(_go_on, context, request))
    line.acted.connect(partial(discard_left, context, row))
    return line


def _go_on(context: AppContext, request: Request) -> None:
    """Type on in a draft; what it is about may be gone."""
    try:
        context.open_page(request)
    except OutreachError as error:
        context.refuse(error)
