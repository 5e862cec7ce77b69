"""The pages of the window, in the order of the rail: a precinct's, and headquarters'."""

from collections.abc import Callable
from dataclasses import dataclass

from outreach_app.i18n import gettext as _
from ui.agenda.page import AgendaPage
from ui.context import AppContext
from ui.dashboard.page import DashboardPage
from ui.exchange.page import ExchangePage
from ui.follow_up.page import FollowUpPage
from ui.headquarters.catalogue_page import CataloguePage
from ui.headquarters.page import OfficesPage
from ui.meetings.consolidated_page import ConsolidatedPage
from ui.meetings.page import MeetingsPage
from ui.partners.page import PartnersPage
from ui.preferences.page import PreferencesPage
from ui.today.page import TodayPage
from ui.trash.page import TrashPage
from ui.widgets.page import Page
from ui.widgets.translated import Text


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page and its place in the rail; `factory` is called when it is first shown."""

    key: str
    title: Text
    icon: str
    factory: Callable[[AppContext], Page]


def _summaries(context: AppContext) -> Page:
    from ui.summaries.page import SummariesPage  # noqa: PLC0415  brings ReportLab: only when used

    return SummariesPage(context)


def _national(context: AppContext) -> Page:
    from ui.summaries.national_page import NationalPage  # noqa: PLC0415  likewise

    return NationalPage(context)


_FOLLOW_UP = PageEntry("follow_up", lambda: _("Follow-up"), "check-square", FollowUpPage)
_EXCHANGE = PageEntry("exchange", lambda: _("Exchange"), "swap", ExchangePage)
_PREFERENCES = PageEntry("preferences", lambda: _("Settings"), "gear-six", PreferencesPage)

PRECINCT_PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", lambda: _("Today"), "sun-horizon", TodayPage),
    PageEntry("agenda", lambda: _("Calendar"), "calendar-blank", AgendaPage),
    PageEntry("meetings", lambda: _("Meetings"), "chats", MeetingsPage),
    PageEntry("partners", lambda: _("Partners"), "handshake", PartnersPage),
    _FOLLOW_UP,
    PageEntry("summaries", lambda: _("Summaries"), "article", _summaries),
    PageEntry("dashboard", lambda: _("Dashboard"), "chart-bar", DashboardPage),
    _EXCHANGE,
    PageEntry("trash", lambda: _("Trash"), "trash", TrashPage),
    _PREFERENCES,
)

HEADQUARTERS_PAGES: tuple[PageEntry, ...] = (
    PageEntry("offices", lambda: _("Precincts"), "buildings", OfficesPage),
    PageEntry("meetings", lambda: _("Meetings"), "chats", ConsolidatedPage),
    _FOLLOW_UP,
    PageEntry("summaries", lambda: _("Summaries"), "article", _national),
    _EXCHANGE,
    PageEntry("catalogue", lambda: _("Catalogue"), "books", CataloguePage),
    _PREFERENCES,
)
