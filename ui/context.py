"""The context of every page: the open office, and how to read, write and open other pages."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from outreach_app import consultations, journal, rights
from outreach_app.access_log import Act
from outreach_app.database import StoreSession
from outreach_app.errors import Conflict, OutreachError
from outreach_app.i18n import ScreenLanguage
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right
from outreach_app.rows_apart import NotLogged, note_seen
from outreach_app.startup import OpenOffice
from ui import languages
from ui.changes import Changes, Topic
from ui.files import Files
from ui.held_drafts import HeldDrafts
from ui.requests import Request
from ui.settings import Settings
from ui.tasks import Tasks
from ui.undone import Undone
from ui.widgets.translated import Text

T = TypeVar("T")


class Say(Protocol):
    """Show a status message, with Undo or a follow-up action (`go_on`) beside it."""

    def __call__(
        self,
        message: str,
        undo: Callable[[], None] | None = None,
        *,
        go_on: Callable[[], None] | None = None,
        onward: Text | None = None,
        is_refusal: bool = False,
        is_notice: bool = False,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class AppContext:
    """What every page is constructed with, in place of globals.

    `open_page` shows the page that handles a request, `status` shows what was done, `files` asks
    the user for files and folders, `held` are the drafts that the register could not store,
    `undone` what was undone since the opening; `confine_undo` keeps Undo to what is done in an
    editor while it is in sight. At headquarters most records belong to other offices
    and are read-only.
    """

    office: OpenOffice
    changes: Changes
    tasks: Tasks
    settings: Settings
    open_page: Callable[[Request], None]
    status: Say
    is_headquarters: bool = False
    files: Files = field(default_factory=Files)
    held: HeldDrafts = field(default_factory=HeldDrafts)
    undone: Undone = field(default_factory=Undone)
    confine_undo: Callable[[QWidget], None] = lambda _editor: None

    def may(self, right: Right) -> bool:
        """Return whether the open account has a right."""
        return rights.may(self.office.database.actor, right)

    def invite(self, words: Text, otherwise: Text = str, right: Right = Right.RECORD) -> Text:
        """Return words that invite to an act, and `otherwise` for an account without its right.

        Every sentence of a page that says how to record something is said through this.
        """
        return lambda: words() if self.may(right) else otherwise()

    def refuse(self, error: OutreachError) -> None:
        """Show in the status line why something was not done."""
        self.status(error.message, is_refusal=True)

    def notice(
        self,
        words: str,
        go_on: Callable[[], None] | None = None,
        onward: Text | None = None,
    ) -> None:
        """Show what changed no record, such as a file written: acts before it are still undone."""
        self.status(words, go_on=go_on, onward=onward, is_notice=True)

    def read(self, query: Callable[[StoreSession], T]) -> T:
        """Run a query in a read session and return its result, which must not hold entities."""
        with self.office.database.read() as session:
            return query(session)

    def use_language(self, language: ScreenLanguage) -> None:
        """Switch the language of the window, which is remembered.

        The pages are then read again. If they cannot be, nothing is switched: one would be in two
        languages. Raises StoreFailed.
        """
        self.read(get_own_office)
        self.settings.language = language
        self.settings.save()
        languages.switch(language)

    def tell_log(self, act: Act, records: Collection[UUID]) -> str | None:
        """Log that personal data is about to be shown; return why if the log cannot be written."""
        try:
            note_seen(self.office.database, act, records)
        except NotLogged as error:
            return error.message
        return None

    def note_search(self, typed: str) -> None:
        """Log that people were possibly searched for, if words were typed; never the words."""
        consultations.note_search(self.office.database, typed)

    def tell_search(self, typed: str) -> str | None:
        """Log a search as `note_search`; return why if the log cannot be written."""
        try:
            self.note_search(typed)
        except NotLogged as error:
            return error.message
        return None

    def write(
        self,
        use_case: Callable[[StoreSession], T],
        said: str,
        undo: Callable[[], None] | None = None,
    ) -> T:
        """Run one use case, commit it, notify every page, and show `said` with Undo.

        The result must not hold entities. Raises what the use case raises; then nothing is
        written. On Conflict every page is refreshed, so that a retry can succeed.
        """
        try:
            with self.office.database.write() as session:
                answer = use_case(session)
                session.flush()
                changes = journal.changes(session)
                topics = {Topic(each.entity) for each in changes}
                versions = {each.version for each in changes}
        except Conflict as error:
            self._refresh(error)
            raise
        self.undone.note(versions)
        if topics:
            self.changes.tell(topics)
        self.status(said, undo and self.undone.way_back(undo, versions))
        return answer

    def _refresh(self, conflict: Conflict) -> None:
        """Make the pages reread the record that caused a conflict; else every retry would fail."""
        uid = conflict.details.get("uid")
        if uid is not None:
            events = self.read(lambda session: journal.events_of(session, UUID(str(uid))))
            self.changes.tell(Topic(event.entity) for event in events)
