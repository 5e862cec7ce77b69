"""Entities, one module per noun."""

from outreach_app.models.access_rows import AccessRow
from outreach_app.models.accounts import Account
from outreach_app.models.attendances import Attendance
from outreach_app.models.base import Base, OwnedRecord, Record
from outreach_app.models.bundles import (
    Acknowledgement,
    Bundle,
    Confirmation,
    FoundConflict,
    Oddity,
    Seam,
    WaitingRecord,
)
from outreach_app.models.catalogue_entries import CatalogueEntry
from outreach_app.models.claims import Claim
from outreach_app.models.clarifications import Clarification
from outreach_app.models.commitments import Commitment
from outreach_app.models.devices import Device, GivenUpEvent, KeptHead, Restoration
from outreach_app.models.distinctions import Distinction
from outreach_app.models.drafts import SavedDraft
from outreach_app.models.eliminations import Elimination, EliminationItem
from outreach_app.models.emblems import Emblem
from outreach_app.models.events import JournalEvent
from outreach_app.models.findings import Finding
from outreach_app.models.identities import Identity
from outreach_app.models.imports import ImportBatch, ImportedRecord
from outreach_app.models.issues import Issue
from outreach_app.models.kept_key_files import KeptKeyFile
from outreach_app.models.meetings import Meeting
from outreach_app.models.mentions import Mention
from outreach_app.models.month_totals import MonthTotal
from outreach_app.models.offices import Office
from outreach_app.models.partners import Partner
from outreach_app.models.people import Person
from outreach_app.models.points import Point
from outreach_app.models.printed_parts import PrintedParts
from outreach_app.models.proposals import Proposal
from outreach_app.models.publications import Publication
from outreach_app.models.readings import Reading
from outreach_app.models.referrals import Referral
from outreach_app.models.replies import Reply
from outreach_app.models.reviews import Review
from outreach_app.models.rumours import Rumour
from outreach_app.models.saved_filters import SavedFilter
from outreach_app.models.stations import Station, StationSecret

# Parents before children: the order in which records can be written or checked.
JOURNALED: tuple[type[Record], ...] = (
    Office,
    CatalogueEntry,
    Partner,
    Person,
    Identity,
    Distinction,
    Claim,
    Mention,
    Meeting,
    Publication,
    Rumour,
    Attendance,
    Point,
    Commitment,
    Referral,
    Issue,
    Reply,
    Finding,
    Reading,
    Review,
    Clarification,
    Proposal,
)

__all__ = [
    "JOURNALED",
    "AccessRow",
    "Account",
    "Acknowledgement",
    "Attendance",
    "Base",
    "Bundle",
    "CatalogueEntry",
    "Claim",
    "Clarification",
    "Commitment",
    "Confirmation",
    "Device",
    "Distinction",
    "Elimination",
    "EliminationItem",
    "Emblem",
    "Finding",
    "FoundConflict",
    "GivenUpEvent",
    "Identity",
    "ImportBatch",
    "ImportedRecord",
    "Issue",
    "JournalEvent",
    "KeptHead",
    "KeptKeyFile",
    "Meeting",
    "Mention",
    "MonthTotal",
    "Oddity",
    "Office",
    "OwnedRecord",
    "Partner",
    "Person",
    "Point",
    "PrintedParts",
    "Proposal",
    "Publication",
    "Reading",
    "Record",
    "Referral",
    "Reply",
    "Restoration",
    "Review",
    "Rumour",
    "SavedDraft",
    "SavedFilter",
    "Seam",
    "Station",
    "StationSecret",
    "WaitingRecord",
]
