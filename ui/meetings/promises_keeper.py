"""Closing and reopening of earlier promises from the session editor."""

from collections.abc import Callable
from uuid import UUID

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow, get_commitment
from outreach_app.queries.details import list_open_commitments_with
from outreach_app.rules.dates import parse_date
from outreach_app.services.commitments import keep_commitment, reopen_commitment
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.meetings.promises_list import PromisesList


class PromisesKeeper:
    """Lists the commitments to the partners present; closes and reopens them.

    `held_on` returns the day of the session as typed: a commitment closed here is kept since.
    """

    def __init__(
        self,
        context: AppContext,
        shown: PromisesList,
        refuse: Callable[[str], None],
        held_on: Callable[[], str],
    ) -> None:
        self._context = context
        self._shown = shown
        self._refuse = refuse
        self._held_on = held_on
        self._partners: list[UUID] = []
        self._today = clock.today()
        self._meeting: UUID | None = None

    def show(self, partners: list[UUID], meeting: UUID | None) -> None:
        """Show the open commitments to these partners, except those of this meeting."""
        self._partners = partners
        self._meeting = meeting
        self._today = today = clock.today()
        rows = self._context.read(
            lambda session: list_open_commitments_with(session, partners, today, meeting)
        )
        self._shown.show_rows(rows, has_partners=bool(partners))

    def turn(self, row: CommitmentRow) -> None:
        """Close a commitment, or reopen one that was closed here."""
        if row.is_closed:
            self._open_again(row)
        else:
            self._close(row)

    def _close(self, row: CommitmentRow) -> None:
        # A planned session has not kept anything yet.
        kept_on = min(parse_date(self._held_on()) or self._today, self._today)

        def keep(session: StoreSession) -> None:
            keep_commitment(session, row.uid, row.version, kept_on=kept_on)

        self._write(keep, row.uid, _("A commitment was closed."))

    def _open_again(self, row: CommitmentRow) -> None:
        def reopen(session: StoreSession) -> None:
            reopen_commitment(session, row.uid, row.version)

        self._write(reopen, row.uid, _("The commitment is open again."))

    def _write(self, use_case: Callable[[StoreSession], None], uid: UUID, said: str) -> None:
        """Change a commitment, with Undo, and show it as it then is."""

        def show() -> None:
            row = self._context.read(lambda session: get_commitment(session, uid, self._today))
            self._shown.replace_row(row)

        try:
            write_undoable(self._context, use_case, said, undone=show, redone=show)
        except OutreachError as error:
            self._say_stale(error)
        else:
            show()

    def _say_stale(self, error: OutreachError) -> None:
        """Report why a commitment was not changed, and reload it."""
        self._shown.clear()
        self.show(self._partners, self._meeting)
        self._refuse(error.message)
