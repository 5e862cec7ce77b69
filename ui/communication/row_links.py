"""The links of a selected row: its form, its sheet, its history."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import AwarenessRow
from outreach_app.queries.publications import PublicationRow
from outreach_app.queries.remarks import RemarkFilter
from outreach_app.queries.rumours import RumourRow
from outreach_app.rights import Right
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.ids import OfficeId
from ui.actions.rumour_actions import can_rectify
from ui.communication.words import awareness_words, publication_words, rumour_words
from ui.context import AppContext
from ui.history.dialog import HistoryDialog
from ui.listings.subject import Way
from ui.listings.territory import RowT
from ui.requests import OpenMeeting, ShowDocument, ShowRemarks


def rumour_ways(
    parent: QWidget,
    context: AppContext,
    own: OfficeId,
    rectify: Callable[[RumourRow], None],
    edit: Callable[[RumourRow], None],
) -> tuple[Way[RumourRow], ...]:
    """Return the links of a rumour; a precinct can print the sheet of its own rumours."""

    def can_print(row: RumourRow) -> bool:
        return row.office == own and not context.is_headquarters and row.has_result_to_tell

    return (
        Way(
            lambda: _("Publish a rectification"),
            "newspaper",
            rectify,
            can_rectify,
            right=Right.RECORD,
            leads=True,
        ),
        Way(
            lambda: _("Print the sheet"),
            "printer",
            lambda row: context.open_page(ShowDocument(DocumentKind.RECTIFICATION, row.uid)),
            can_print,
        ),
        *record_ways(parent, context, own, edit, rumour_words),
    )


def awareness_ways(
    parent: QWidget, context: AppContext, own: OfficeId, edit: Callable[[AwarenessRow], None]
) -> tuple[Way[AwarenessRow], ...]:
    """Return the links of an awareness action, which is a meeting too."""
    return (
        Way(
            lambda: _("Open the meeting"),
            "chats",
            lambda row: context.open_page(OpenMeeting(row.uid)),
        ),
        *record_ways(parent, context, own, edit, awareness_words),
    )


def record_ways(
    parent: QWidget,
    context: AppContext,
    own: OfficeId,
    edit: Callable[[RowT], None],
    words: Callable[[RowT], str],
) -> tuple[Way[RowT], ...]:
    """Return the links of a record with a form; another office's is read-only."""
    return (
        Way(
            lambda: _("Edit"),
            "pencil-simple",
            edit,
            lambda row: row.office == own,
            right=Right.RECORD,
        ),
        Way(
            lambda: _("History"),
            "clock-counter-clockwise",
            lambda row: HistoryDialog(context, row.uid, words(row), parent).open(),
            keys="F4",
        ),
    )


def publication_ways(
    parent: QWidget,
    context: AppContext,
    own: OfficeId,
    edit: Callable[[PublicationRow], None],
    read: Callable[[PublicationRow], None],
    comment: Callable[[PublicationRow], None],
) -> tuple[Way[PublicationRow], ...]:
    """Return the links of a publication; a total has no reading and no remark."""

    def is_single(row: PublicationRow) -> bool:
        return row.office == own and row.count == 1

    def show_remarks(row: PublicationRow) -> None:
        wanted = RemarkFilter(publication=row.uid)
        context.open_page(ShowRemarks(wanted, lambda: publication_words(row)))

    return (
        Way(lambda: _("Add a reading"), "chart-bar", read, is_single, right=Right.RECORD),
        Way(
            lambda: _("Add a remark on it"),
            "chat-circle-text",
            comment,
            is_single,
            right=Right.RECORD,
        ),
        Way(lambda: _("Show its remarks"), "list-bullets", show_remarks, is_single),
        *record_ways(parent, context, own, edit, publication_words),
    )
