"""The window of an open office: the rail, pages built when first shown, the status line."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import gettext as _
from outreach_app.i18n import set_apart
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, require
from outreach_app.rules.kinds import OfficeRole
from outreach_app.startup import OpenOffice
from ui.changes import Changes, Topic
from ui.context import AppContext
from ui.draft_requests import ContinueDraft
from ui.drafts.entry_drafts import going_on, list_entry_drafts, request_of_form
from ui.drafts.session_drafts import list_session_drafts
from ui.exchange.sticks import StickWatch
from ui.files import Files
from ui.find.completion import IndexCompletion
from ui.find.overlay import FindOverlay
from ui.fonts import scaled
from ui.held_drafts import HeldDrafts
from ui.help.dialog import HelpDialog
from ui.help.pages import help_topics
from ui.listings.subject import allowed
from ui.notices import NoticesWatch, counted_words, waiting_words
from ui.page import Page
from ui.page_actions import PageAction
from ui.page_keys import PageKey
from ui.pages import PageEntry, pages_for
from ui.preferences.backup_timer import BackupTimer
from ui.program_requests import ProgramRequest, SearchEverything
from ui.rail import COUNTED, Rail, other_language_name
from ui.request_commands import request_commands
from ui.requests import BeginningRequest, NewEntry, Request, ShowPage
from ui.settings import Settings
from ui.store_checks import begin_look
from ui.tasks import Tasks
from ui.widgets.banner import Banner
from ui.widgets.commands import Command, commands_in_sight
from ui.widgets.fitting import Fitting
from ui.widgets.help_topic import topic_of
from ui.widgets.layouts import column_in, row_in
from ui.widgets.page_area import PageArea
from ui.widgets.reading_order import ReadingSurface
from ui.widgets.shortcuts import FILTER, offered
from ui.widgets.stack import Stack
from ui.widgets.status_line import StatusLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import numbers_words

_ROOM_FOR_WORDS = 1240  # px of a window whose rail shows words beside the icons


class Shell(Fitting, Translated, Surface):
    """The window of an open office. Signal: `program_asked` carries a request to the program."""

    lock_asked = Signal()
    program_asked = Signal(object)

    def __init__(
        self,
        office: OpenOffice,
        settings: Settings,
        tasks: Tasks,
        entries: Sequence[PageEntry] | None = None,
        files: Files | None = None,
        held: HeldDrafts | None = None,
    ) -> None:
        super().__init__()
        with office.database.read() as session:
            is_headquarters = get_own_office(session).role == OfficeRole.HEADQUARTERS
        entries = entries or pages_for(office.database.actor, is_headquarters=is_headquarters)
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page[Any]] = {}
        self._key = ""
        self._page: Page[Any]
        self.rail, self.stack = Rail(entries), Stack()
        self.banner, self.status = Banner(), StatusLine()
        self.changes = Changes(self)
        self.context = AppContext(
            office=office,
            changes=self.changes,
            tasks=tasks,
            settings=settings,
            open_page=self.open_page,
            status=self.status.say,
            is_headquarters=is_headquarters,
            files=files or Files(),
            held=held or HeldDrafts(),
            confine_undo=self.status.steps.confine,
        )
        self._build()
        self._connect()
        self.show_page(entries[0].key)
        if office.notice:
            self.banner.show_notice(set_apart(office.notice))  # in the language of that time
        if not office.database.is_copy:
            self._keep_watch()
        self.retranslate()

    @property
    def page(self) -> Page[Any]:
        """The page that is shown."""
        return self._page

    def open_page(self, request: Request) -> None:
        """Show the page that takes a request, and hand it over.

        Raises LookupError for no page, and NotAllowed for a form that the account cannot save.
        """
        if isinstance(request, BeginningRequest):
            require(self.context.office.database, Right.RECORD)
        if isinstance(request, ProgramRequest):
            self.program_asked.emit(request)
            return
        if isinstance(request, ShowPage):
            self.show_page(request.key)
            return
        if isinstance(request, SearchEverything):
            self._search.activated.emit()
            return
        takers = [key for key, it in self._entries.items() if isinstance(request, it.takes)]
        if not takers:
            raise LookupError(request)
        self.show_page(takers[0])
        self._page.take(request)
        self.take_focus()  # what had it may be gone: the cursor would be on « Add »

    def show_page(self, key: str) -> None:
        """Show a page in its current state. Raises KeyError."""
        if key != self._key:
            self.status.leave()
        if key not in self._pages:
            self._pages[key] = self._entries[key].factory(self.context)
            self.stack.addWidget(self._pages[key])
        self._key, self._page = key, self._pages[key]
        left_at = self._page.focusWidget()  # the stack would put the cursor somewhere by itself
        self.stack.setCurrentWidget(self._page)
        self.rail.select(key)
        self._page.refresh_if_stale()
        self._page.take_focus(left_at)

    def way_back(self) -> Request:
        """Return the request that shows again what is worked on: a form's draft, or the page."""
        begun: Request | None = request_of_form(self.context, self._page)
        return begun or self._page.way_back() or ShowPage(PageKey(self._key))

    def take_focus(self) -> None:
        """Focus the current page."""
        self._page.take_focus(self._page.focusWidget())

    def commands(self) -> list[Command]:
        """Return the global commands: new records first, then pages, then the window."""
        pages = [
            Command(
                entry.title,
                entry.icon,
                partial(self.show_page, entry.key),
                f"Ctrl+{number}" if number < 10 else "",
            )
            for number, entry in enumerate(self._entries.values(), start=1)
        ]
        return [
            *request_commands(self.context, is_recording=PageKey.TODAY in self._entries),
            *pages,
            *self._page_actions(),
            Command(lambda: _("Help"), "question", self.show_help, "F1"),
            Command(lambda: _("Lock"), "lock-simple", self.lock_asked.emit, "Ctrl+L"),
            Command(other_language_name, "translate", self._switch_language),
        ]

    def _page_actions(self) -> Iterator[Command]:
        """Yield what is under “…” on the pages that the account may do."""

        def begin(key: str, action: PageAction) -> None:
            self.show_page(key)
            action.begin(self._page)

        for entry in self._entries.values():
            for action in allowed(self.context, entry.actions):
                yield Command(action.words, action.icon, partial(begin, entry.key, action))

    def offer_search(self) -> None:
        """Open the search of everything by Ctrl+K from now on."""
        commands, on_page = self.commands(), lambda: commands_in_sight(self._page)
        find = FindOverlay(self.context, self, commands, on_page)
        self.set_search(find.appear)
        find.left.connect(self.take_focus)

    def set_search(self, search: Callable[[], None]) -> None:
        """Set the action of Ctrl+K, instead of focusing the page's own search."""
        self._search.activated.disconnect()
        self._search.activated.connect(search)

    def fit(self) -> None:
        """Collapse the rail to icons if the window is narrow."""
        self.rail.set_narrow(self.width() < scaled(_ROOM_FOR_WORDS))

    def show_help(self) -> None:
        """Explain the part of the page that is seen, in a dialog that blocks nothing."""
        topics = help_topics(list(self._entries), is_headquarters=self.context.is_headquarters)
        topic = topic_of(self.page) or self._key
        filters = type(self.page).search is not Page.search
        of_page = (*((FILTER,) if filters else ()), *self.page.shortcuts())
        over = QApplication.activeModalWidget() or self
        HelpDialog(topic, topics, offered(of_page, self.context.may), over).open()

    def retranslate(self) -> None:
        self.rail.register.show_register(self.context.office)
        if COUNTED in self._entries:
            self._show_due()

    def _build(self) -> None:
        beside = ReadingSurface()  # Tab stays in it, so that no typed space presses "Lock"
        column = column_in(beside)
        column.addWidget(PageArea(self.stack), 1)
        column.addWidget(self.banner)
        column.addWidget(self.status)
        layout = row_in(self)
        layout.addWidget(self.rail)
        layout.addWidget(beside, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._show_start)
        self.rail.language_asked.connect(self._switch_language)
        self.rail.help_asked.connect(self.show_help)
        self.rail.lock_asked.connect(self.lock_asked)
        self._on_keys("F1", self.show_help)
        self.changes.happened.connect(self._follow)
        self._search = self._on_keys("Ctrl+K", self._search_page)
        self._on_keys("Ctrl+L", self.lock_asked.emit)
        self._on_keys("Ctrl+0", partial(self.rail.swap_focus, self.take_focus))
        if PageKey.COMMUNICATION in self._entries and self.context.may(Right.RECORD):
            self._on_keys("F11", lambda: self.open_page(NewEntry("rumour")))
            self._on_keys("F12", lambda: self.open_page(NewEntry("point")))
        for number, key in enumerate(list(self._entries)[:9], start=1):
            self._on_keys(f"Ctrl+{number}", partial(self.show_page, key))

    def _say_unfinished(self) -> None:
        """Remind at the start of what is unfinished, left by a lock or a crash."""
        sessions, others = list_session_drafts(self.context), list_entry_drafts(self.context)
        if sessions or others:
            last = ContinueDraft(sessions[0].key) if sessions else going_on(others[0])
            words = numbers_words(
                (len(sessions), _("Unfinished sessions: {number}")),
                (len(others), _("Unfinished entries: {number}")),
            )
            self.status.say(words, go_on=lambda: self.open_page(last))

    def _show_start(self, key: str) -> None:
        """Show a page that was chosen in the rail as it begins."""
        try:
            self.show_page(key)
        finally:
            self.rail.select(self._key)  # a page that could not be read is not shown
        self._page.show_start()

    def _follow(self, topics: frozenset[Topic]) -> None:
        if Topic.OFFICE in topics:
            self.retranslate()

    def _show_due(self) -> None:
        """Show the counts of what is due today; nothing if nothing is due."""
        due = self.notices.due
        self.rail.show_count(due.waiting, counted_words(due))
        self.status.show_state(waiting_words(due))

    def _keep_watch(self) -> None:
        """Start the background work: drives, reminders, search index, backups."""
        self._say_unfinished()
        self.sticks = StickWatch(self.context, self)
        self.status.add_offer(self.sticks.offer)
        if COUNTED in self._entries:
            self.notices = NoticesWatch(self.context, self)
            self.notices.counted.connect(self._show_due)
            self.status.add_offer(self.notices.offer)
            self.notices.look()
        begin_look(self.context, self, self.banner.show_error)
        self._completion = IndexCompletion(self.context, self)
        self.status.add_offer(self._completion.offer)
        self._backups = BackupTimer(self.context, self)
        self._backups.failed.connect(self.banner.show_error)

    def _search_page(self) -> None:
        self._page.search()

    def _on_keys(self, keys: str, do: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(do)
        return shortcut

    def _switch_language(self) -> None:
        self.context.use_language(self.context.settings.language.next)
