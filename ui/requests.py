"""Requests from one page to another; each page declares which types it handles.

The type of a request determines its page, so a request without a page is a type error.
"""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Literal
from uuid import UUID

from outreach_app.queries.awareness import AwarenessFilter
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.partner_lists import PartnerFilter
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.publications import PublicationFilter
from outreach_app.queries.readings import ReadingFilter
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.remarks import RemarkFilter
from outreach_app.queries.rumours import RumourFilter
from outreach_app.rules.document_numbers import DocumentKind
from ui.draft_requests import (
    ContinueClaim,
    ContinueDraft,
    ContinueEntry,
    ContinuePartner,
    ContinuePlan,
    ContinuePromise,
)
from ui.import_requests import ImportMeetings, ImportPartners
from ui.page_keys import PageKey
from ui.program_requests import ProgramRequest, SearchEverything
from ui.widgets.translated import Text


@dataclass(frozen=True, slots=True)
class ShowPage:
    """Show a page in its current state."""

    key: PageKey


@dataclass(frozen=True, slots=True)
class LogSession:
    """Log a new session, with partners where they are known, or that of a meeting here."""

    partners: tuple[UUID, ...] = ()
    meeting: UUID | None = None


@dataclass(frozen=True, slots=True)
class PlanMeeting:
    """Plan a meeting, on a day, with partners and at an hour where they are known."""

    day: date | None = None
    partners: tuple[UUID, ...] = ()
    starts_at: time | None = None


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """Show a meeting in its list."""

    uid: UUID


@dataclass(frozen=True, slots=True)
class ShowMeetings:
    """Show the meetings of a filter, which `words` names above the list."""

    wanted: MeetingFilter
    words: Text


@dataclass(frozen=True, slots=True)
class NewPartner:
    """Register a partner, whose name may be typed already."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class OpenPartner:
    """Show a partner in its list, or a person in its partner."""

    uid: UUID


@dataclass(frozen=True, slots=True)
class ShowDuplicates:
    """Show what may be recorded twice, first of all the two partners that are meant."""

    pair: tuple[UUID, UUID] | None = None


@dataclass(frozen=True, slots=True)
class ShowPartners:
    """Show the partners of a filter, which `words` names above the list."""

    wanted: PartnerFilter
    words: Text


@dataclass(frozen=True, slots=True)
class OpenFollowed:
    """Show a commitment, a point or a referral in its list."""

    uid: UUID


@dataclass(frozen=True, slots=True)
class ShowFollowed:
    """Show the commitments, points or referrals of a filter, which `words` names above the list."""

    wanted: CommitmentFilter | PointFilter | ReferralFilter
    words: Text


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Open an empty form of communication: `entity` names its list, `kind` what is recorded."""

    entity: Literal["rumour", "point", "publication", "meeting", "reading"]
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class OpenRumour:
    """Show a rumour in its list."""

    uid: UUID


@dataclass(frozen=True, slots=True)
class ShowRumours:
    """Show the rumours of a filter, which `words` names above the list."""

    wanted: RumourFilter
    words: Text


@dataclass(frozen=True, slots=True)
class OpenRemark:
    """Show a remark in its list."""

    uid: UUID


@dataclass(frozen=True, slots=True)
class ShowRemarks:
    """Show the remarks of a filter, which `words` names above the list."""

    wanted: RemarkFilter
    words: Text


@dataclass(frozen=True, slots=True)
class ShowAwareness:
    """Show the awareness actions of a filter, which `words` names above the list."""

    wanted: AwarenessFilter
    words: Text


@dataclass(frozen=True, slots=True)
class OpenPublication:
    """Show a publication in its list."""

    uid: UUID


@dataclass(frozen=True, slots=True)
class ShowPublications:
    """Show publications, or what was read of them; `words` names the filter above the list."""

    wanted: PublicationFilter | ReadingFilter
    words: Text


@dataclass(frozen=True, slots=True)
class ShowSummary:
    """Show the summary of a meeting."""

    meeting: UUID


@dataclass(frozen=True, slots=True)
class ShowHandOut:
    """Show the sheet that a partner is given, or those of several, to save them at once."""

    partners: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ShowClaims:
    """Show what persons ask about their own data, and one of these where it is meant."""

    claim: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShowProposals:
    """Show the points that are written often, and one that was proposed where it is meant."""

    proposal: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShowDocument:
    """Show a document of a kind, about one record if one is meant; None: the register of all."""

    kind: DocumentKind | None
    record: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShowProgramme:
    """Show the programme of the month that a day is in."""

    day: date


@dataclass(frozen=True, slots=True)
class SendChanges:
    """Show what would leave now, to `office` where it is one of the precincts."""

    office: UUID | None = None


@dataclass(frozen=True, slots=True)
class ChooseFiles:
    """Ask for exchange files, and try them."""


@dataclass(frozen=True, slots=True)
class ReceiveFiles:
    """Try these exchange files."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ReviewConflicts:
    """Show the conflicts that wait for a decision."""


@dataclass(frozen=True, slots=True)
class ShowSetting:
    """Show one of the screens of the settings."""

    screen: Literal["retention", "backups", "accounts"]


@dataclass(frozen=True, slots=True)
class EnrolCard:
    """Ask for the card of a station of the exchange, and show what enrols it."""


@dataclass(frozen=True, slots=True)
class OpenPrecinct:
    """Show a precinct in the list of headquarters."""

    uid: UUID


BeginningRequest = LogSession | PlanMeeting | NewPartner | NewEntry
MeetingListRequest = OpenMeeting | ShowMeetings
MeetingRequest = LogSession | ContinueDraft | ImportMeetings | MeetingListRequest
PartnerListRequest = OpenPartner | ShowPartners | ShowDuplicates
PartnerRequest = NewPartner | ImportPartners | PartnerListRequest | ContinuePartner
PlanRequest = PlanMeeting | ContinuePlan
FollowUpRequest = OpenFollowed | ShowFollowed | ContinuePromise
RumourRequest = OpenRumour | ShowRumours
RemarkRequest = OpenRemark | ShowRemarks
PublicRequest = OpenPublication | ShowPublications | ShowAwareness
CommunicationRequest = NewEntry | RumourRequest | RemarkRequest | PublicRequest | ContinueEntry
SettingsRequest = ShowClaims | ContinueClaim | ShowProposals | ShowSetting
DocumentRequest = ShowSummary | ShowHandOut | ShowProgramme | ShowDocument
ExchangeRequest = SendChanges | ChooseFiles | ReceiveFiles | ReviewConflicts | EnrolCard
Request = (
    ShowPage
    | SearchEverything
    | MeetingRequest
    | PartnerRequest
    | PlanRequest
    | ProgramRequest
    | FollowUpRequest
    | CommunicationRequest
    | DocumentRequest
    | ExchangeRequest
    | OpenPrecinct
    | SettingsRequest
)
