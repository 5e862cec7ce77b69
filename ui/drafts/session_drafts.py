"""Unfinished sessions, and the line that describes each."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import SESSION_FORM, DraftRow
from ui.context import AppContext
from ui.drafts.left_drafts import list_left
from ui.drafts.session_sheet import SessionSheet
from ui.drafts.words import kept_words, untitled
from ui.widgets.line_button import LineWords
from ui.words import apart, either, numbers_words

SessionDraft = DraftRow[SessionSheet]


def list_session_drafts(context: AppContext) -> list[SessionDraft]:
    """Return the unfinished sessions, newest first."""
    return list_left(context, SESSION_FORM, SessionSheet)


def draft_words(row: SessionDraft) -> LineWords:
    """Return the line of a draft: its partners and subject, its points, when it was kept."""
    points = numbers_words((len(row.draft.lines), _("Points: {number}")))
    end = " · ".join(filter(None, (points, kept_words(row.saved_at))))
    return LineWords(_title(row.draft), end=end)


def _title(sheet: SessionSheet) -> str:
    """Name a session by its subject, which tells two of the same partners apart, and its partners.

    One that is changed is named as such.
    """
    names = [either(partner.name) for partner in sheet.partners]
    named = " · ".join(apart(words) for words in (sheet.subject.strip(), *names) if words)
    change = _("Change") if sheet.uid else ""
    return " · ".join(filter(None, (change, named or untitled())))
