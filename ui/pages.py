"""The pages of the window, in the order of the rail: a precinct's, and headquarters'."""

from collections.abc import Callable
from dataclasses import dataclass
from types import UnionType
from typing import Any, Never

from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right, may
from ui.agenda.page import AgendaPage
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.dashboard.page import DashboardPage
from ui.exchange.page import ExchangePage
from ui.follow_up.page import FollowUpPage
from ui.headquarters.catalogue_page import CataloguePage
from ui.headquarters.coverage_page import CoveragePage
from ui.headquarters.page import OfficesPage
from ui.meetings.consolidated_page import ConsolidatedPage
from ui.meetings.page import MeetingsPage
from ui.page import Page
from ui.page_keys import PageKey
from ui.partners.page import PartnersPage
from ui.preferences.page import PreferencesPage
from ui.requests import (
    CommunicationRequest,
    DocumentRequest,
    ExchangeRequest,
    FollowUpRequest,
    MeetingListRequest,
    MeetingRequest,
    OpenPrecinct,
    PartnerRequest,
    PlanRequest,
    SettingsRequest,
)
from ui.today.page import TodayPage
from ui.trash.page import TrashPage
from ui.widgets.translated import Text


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page and its entry in the rail; `factory` is called when it is first shown.

    `takes` are the types of requests that the page handles; without `right` there is no such page.
    """

    key: str
    title: Text
    icon: str
    factory: Callable[[AppContext], Page[Any]]
    takes: type | UnionType | tuple[()] = ()
    right: Right = Right.READ


def _summaries(context: AppContext) -> Page[DocumentRequest]:
    from ui.summaries.page import SummariesPage  # noqa: PLC0415  brings ReportLab: only when used

    return SummariesPage(context)


def _national(context: AppContext) -> Page[Never]:
    from ui.summaries.national_page import NationalPage  # noqa: PLC0415  likewise

    return NationalPage(context)


_FOLLOW_UP = PageEntry(
    PageKey.FOLLOW_UP, lambda: _("Follow-up"), "check-square", FollowUpPage, FollowUpRequest
)
_COMMUNICATION = PageEntry(
    PageKey.COMMUNICATION,
    lambda: _("Communication"),
    "megaphone-simple",
    CommunicationPage,
    CommunicationRequest,
)
_EXCHANGE = PageEntry(
    PageKey.EXCHANGE,
    lambda: _("Exchange"),
    "swap",
    ExchangePage,
    ExchangeRequest,
    Right.EXCHANGE,
)
_PREFERENCES = PageEntry(
    PageKey.PREFERENCES, lambda: _("Settings"), "gear-six", PreferencesPage, SettingsRequest
)

PRECINCT_PAGES: tuple[PageEntry, ...] = (
    PageEntry(PageKey.TODAY, lambda: _("Today"), "sun-horizon", TodayPage),
    PageEntry(PageKey.AGENDA, lambda: _("Calendar"), "calendar-blank", AgendaPage, PlanRequest),
    PageEntry(PageKey.MEETINGS, lambda: _("Meetings"), "chats", MeetingsPage, MeetingRequest),
    PageEntry(PageKey.PARTNERS, lambda: _("Partners"), "handshake", PartnersPage, PartnerRequest),
    _FOLLOW_UP,
    _COMMUNICATION,
    PageEntry(PageKey.SUMMARIES, lambda: _("Summaries"), "article", _summaries, DocumentRequest),
    PageEntry(PageKey.DASHBOARD, lambda: _("Dashboard"), "chart-bar", DashboardPage),
    _EXCHANGE,
    PageEntry(PageKey.TRASH, lambda: _("Trash"), "trash", TrashPage, right=Right.REMOVE),
    _PREFERENCES,
)

HEADQUARTERS_PAGES: tuple[PageEntry, ...] = (
    PageEntry(PageKey.OFFICES, lambda: _("Precincts"), "buildings", OfficesPage, OpenPrecinct),
    PageEntry(PageKey.COVERAGE, lambda: _("Overall figures"), "chart-bar", CoveragePage),
    PageEntry(
        PageKey.MEETINGS, lambda: _("Meetings"), "chats", ConsolidatedPage, MeetingListRequest
    ),
    _FOLLOW_UP,
    _COMMUNICATION,
    PageEntry(PageKey.SUMMARIES, lambda: _("Summaries"), "article", _national),
    _EXCHANGE,
    PageEntry(
        PageKey.CATALOGUE, lambda: _("Catalogue"), "books", CataloguePage, right=Right.CATALOGUE
    ),
    _PREFERENCES,
)


def pages_for(actor: Actor, *, is_headquarters: bool) -> list[PageEntry]:
    """Return the pages of an office that a role may use."""
    entries = HEADQUARTERS_PAGES if is_headquarters else PRECINCT_PAGES
    return [entry for entry in entries if may(actor, entry.right)]


def pages_of_copy(actor: Actor, *, is_headquarters: bool) -> list[PageEntry]:
    """Return the pages of a backup being read, without Today and Settings."""
    entries = pages_for(actor, is_headquarters=is_headquarters)
    return [it for it in entries if it.key not in (PageKey.TODAY, PageKey.PREFERENCES)]
