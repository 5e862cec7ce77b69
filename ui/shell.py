"""The window of an open office: rail, pages, status line."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.queries.records import get_own_office
from outreach_app.startup import OpenOffice
from ui import languages
from ui.changes import Changes
from ui.context import AppContext
from ui.pages import PAGES, PageEntry
from ui.rail import Rail
from ui.settings import Settings
from ui.tasks import Tasks
from ui.widgets.banner import Banner
from ui.widgets.page import Page
from ui.widgets.shortcuts import ShortcutsDialog
from ui.widgets.status_line import StatusLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated


class Shell(Translated, Surface):
    """Pages are built when they are first shown, and kept."""

    lock_asked = Signal()

    def __init__(
        self,
        office: OpenOffice,
        settings: Settings,
        tasks: Tasks,
        entries: Sequence[PageEntry] = PAGES,
    ) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._page: Page
        self.rail = Rail(entries)
        self.stack = QStackedWidget()
        self.banner = Banner()
        self.status = StatusLine()
        self.changes = Changes(self)
        self.context = AppContext(
            office, self.changes, tasks, settings, self.open_page, self.status.say
        )
        self._build()
        self._connect()
        self.retranslate()
        self.open_page(entries[0].key)
        if office.notice:
            self.banner.show_notice(office.notice)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def open_page(self, key: str, uid: UUID | None = None, *, begin: str = "") -> None:
        """Show a page, and on it one record or something new begun. Raises KeyError."""
        if key not in self._pages:
            self._pages[key] = self._entries[key].factory(self.context)
            self.stack.addWidget(self._pages[key])
        self._page = self._pages[key]
        self.stack.setCurrentWidget(self._page)
        self.rail.select(key)
        self._page.setFocus()
        if uid is not None:
            self._page.show_record(uid)
        if begin:
            self._page.begin(begin)

    def set_search(self, search: Callable[[], None]) -> None:
        """Let Ctrl+K do this, instead of putting the cursor in the page's own search."""
        self._search.activated.disconnect()
        self._search.activated.connect(search)

    def show_shortcuts(self) -> None:
        """List the shortcuts in a dialog that blocks nothing."""
        ShortcutsDialog(self.page.shortcuts(), self).open()

    def retranslate(self) -> None:
        with self.context.office.database.read() as session:
            office = get_own_office(session)
            if i18n.current().is_right_to_left:
                name, city = office.name_ar, office.city_ar
            else:
                name, city = office.name_fr, office.city_fr
        place = "{city}"
        if office.role == "precinct":
            name = _("Precinct {name}").format(name=name)
            place = _("Police precinct · {city}")
        self.rail.show_office(name, place.format(city=city), is_sample=office.is_sample)

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(column, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open_page)
        self.rail.language_asked.connect(self._switch_language)
        self.rail.help_asked.connect(self.show_shortcuts)
        self.rail.lock_asked.connect(self.lock_asked)
        self._on_keys("F1", self.show_shortcuts)
        self._search = self._on_keys("Ctrl+K", self._search_page)
        self._on_keys("Ctrl+L", self.lock_asked.emit)
        for number, key in enumerate(list(self._entries)[:9], start=1):
            self._on_keys(f"Ctrl+{number}", partial(self.open_page, key))

    def _search_page(self) -> None:
        self._page.search()

    def _on_keys(self, keys: str, do: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(do)
        return shortcut

    def _switch_language(self) -> None:
        settings = self.context.settings
        settings.language = settings.language.other
        settings.save()
        languages.switch(settings.language)
