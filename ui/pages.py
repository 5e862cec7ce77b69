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
from ui.page_actions import PageAction
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
    `actions` are those under its “…” that Ctrl+K begins from everywhere.
    """

    key: str
    title: Text
    icon: str
    factory: Callable[[AppContext], Page[Any]]
    takes: type | UnionType | tuple[()] = ()
    right: Right = Right.READ
    actions: tuple[PageAction, ...] = ()


def _summaries(context: AppContext) -> Page[DocumentRequest]:
    from ui.summaries.page import SummariesPage  # noqa: PLC0415  brings ReportLab: only when used

    return SummariesPage(context)


def _national(context: AppContext) -> Page[Never]:
    from ui.summaries.national_page import NationalPage  # noqa: PLC0415  likewise

    return NationalPage(context)


_VERIFY = PageAction(
    lambda: _("Verify a file"), "shield-check", lambda page: page.verify, Right.READ
)
_EXPORT_CALENDAR = PageAction(
    lambda: _("Export the calendar"), "export", lambda page: page.export, Right.ISSUE
)
_EXPORT_MEETINGS = PageAction(
    lambda: _("Export the meetings"), "export", lambda page: page.list.export, Right.ISSUE
)
_BRING_MEETINGS = PageAction(
    lambda: _("Import meetings"), "download-simple", lambda page: page.bring, Right.IMPORT
)
_BRING_PARTNERS = PageAction(
    lambda: _("Import partners"), "download-simple", lambda page: page.bring, Right.IMPORT
)
_EXPORT_PARTNERS = PageAction(
    lambda: _("Export the partners"), "export", lambda page: page.export, Right.NAMES_OUT
)
_CONTACT_CARDS = PageAction(
    lambda: _("Contact cards"), "address-book", lambda page: page.cards, Right.NAMES_OUT
)
_BRING_COMMUNICATION = PageAction(
    lambda: _("Import communication"), "download-simple", lambda page: page.bring, Right.IMPORT
)
_TAKE_OUT_COMMUNICATION = PageAction(
    lambda: _("Export the communication"), "export", lambda page: page.take_out, Right.NAMES_OUT
)
_EXPORT_PRECINCTS = PageAction(
    lambda: _("Export the precincts"), "export", lambda page: page.export, Right.ISSUE
)
_REMIND = PageAction(lambda: _("Copy the reminders"), "bell", lambda page: page.remind, Right.READ)

_FOLLOW_UP = PageEntry(
    PageKey.FOLLOW_UP, lambda: _("Follow-up"), "check-square", FollowUpPage, FollowUpRequest
)
_COMMUNICATION = PageEntry(
    PageKey.COMMUNICATION,
    lambda: _("Communication"),
    "megaphone-simple",
    CommunicationPage,
    CommunicationRequest,
    actions=(_BRING_COMMUNICATION, _TAKE_OUT_COMMUNICATION),
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
    PageEntry(
        *(PageKey.AGENDA, lambda: _("Calendar"), "calendar-blank", AgendaPage, PlanRequest),
        actions=(_EXPORT_CALENDAR,),
    ),
    PageEntry(
        *(PageKey.MEETINGS, lambda: _("Meetings"), "chats", MeetingsPage, MeetingRequest),
        actions=(_BRING_MEETINGS, _EXPORT_MEETINGS),
    ),
    PageEntry(
        *(PageKey.PARTNERS, lambda: _("Partners"), "handshake", PartnersPage, PartnerRequest),
        actions=(_BRING_PARTNERS, _EXPORT_PARTNERS, _CONTACT_CARDS),
    ),
    _FOLLOW_UP,
    _COMMUNICATION,
    PageEntry(
        *(PageKey.SUMMARIES, lambda: _("Summaries"), "article", _summaries, DocumentRequest),
        actions=(_VERIFY,),
    ),
    PageEntry(PageKey.DASHBOARD, lambda: _("Dashboard"), "chart-bar", DashboardPage),
    _EXCHANGE,
    PageEntry(PageKey.TRASH, lambda: _("Trash"), "trash", TrashPage, right=Right.REMOVE),
    _PREFERENCES,
)

HEADQUARTERS_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        *(PageKey.OFFICES, lambda: _("Precincts"), "buildings", OfficesPage, OpenPrecinct),
        actions=(_EXPORT_PRECINCTS, _REMIND),
    ),
    PageEntry(PageKey.COVERAGE, lambda: _("Overall figures"), "chart-bar", CoveragePage),
    PageEntry(
        *(PageKey.MEETINGS, lambda: _("Meetings"), "chats", ConsolidatedPage, MeetingListRequest),
        actions=(_EXPORT_MEETINGS,),
    ),
    _FOLLOW_UP,
    _COMMUNICATION,
    PageEntry(PageKey.SUMMARIES, lambda: _("Summaries"), "article", _national, actions=(_VERIFY,)),
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
