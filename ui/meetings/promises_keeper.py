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

        def keep(session: StoreSession) -> CommitmentRow:
            kept = keep_commitment(session, row.uid, row.version, kept_on=kept_on)
            return get_commitment(session, kept.uid, self._today)

        try:
            closed = self._context.write(
                keep,
                _("A commitment was closed."),
                lambda: self._open_again(closed),
            )
        except OutreachError as error:
            self._say_stale(error)
        else:
            self._shown.replace_row(closed)

    def _open_again(self, row: CommitmentRow) -> None:
        try:
            opened = self._context.write(
                lambda session: get_commitment(
                    session, reopen_commitment(session, row.uid, row.version).uid, self._today
                ),
                _("The commitment is open again."),
            )
        except OutreachError as error:
            self._say_stale(error)
        else:
            self._shown.replace_row(opened)

    def _say_stale(self, error: OutreachError) -> None:
        """Report why a commitment was not changed, and reload it."""
        self._shown.clear()
        self.show(self._partners, self._meeting)
        self._refuse(error.message)
