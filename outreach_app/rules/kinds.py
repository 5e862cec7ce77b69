"""The closed sets of kinds; those of statuses are in `statuses`.

Their columns stay text: a record from elsewhere may hold a value that this version does not know,
and that is shown as it is.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class OfficeRole(StrEnum):
    """The role of an office in the network; it decides its rights and its pages."""

    PRECINCT = "precinct"
    HEADQUARTERS = "headquarters"


class PointKind(StrEnum):
    """What a partner raised in a meeting."""

    CONCERN = "concern"
    REQUEST = "request"
    SUGGESTION = "suggestion"
    QUESTION = "question"
    RUMOUR = "rumour"
    INFORMATION = "information"
    THANKS = "thanks"


# The kinds of points that are concerns: questions and thanks are not, rumours have a figure.
CONCERNS = (PointKind.CONCERN, PointKind.REQUEST, PointKind.SUGGESTION)


class CommitmentOwner(StrEnum):
    """Who has to keep a commitment; `OFFICE` is the one in whose meeting it was made."""

    OFFICE = "office"
    PARTNER = "partner"
    AUTHORITY = "authority"


class PartnerCategory(StrEnum):
    """The catalogue of categories of partners."""

    ASSOCIATION = "pt.association"
    LIBERAL = "pt.liberal"
    COMMERCE = "pt.commerce"
    INSTITUTION = "pt.institution"
    COMPANY = "pt.company"
    MEDIA = "pt.media"


# The catalogue of types of each category that has one.
PARTNER_TYPES: Mapping[str, str] = {
    PartnerCategory.ASSOCIATION: "as",
    PartnerCategory.LIBERAL: "pr",
}


def categories_of(kinds: Iterable[str]) -> set[str]:
    """Return the categories of types of partners, `pt.liberal` of `pr.notary`; none of another."""
    catalogues = {kind.partition(".")[0] for kind in kinds}
    return {category for category, types in PARTNER_TYPES.items() if types in catalogues}


class MeetingKind(StrEnum):
    """The catalogue of kinds of meetings."""

    PERIODIC = "mt.periodic"
    THEMATIC = "mt.thematic"
    LISTENING = "mt.listening"
    AWARENESS = "mt.awareness"
    SCHOOL = "mt.school"
    OPEN_DAY = "mt.openday"
    FIELD = "mt.field"
    COORDINATION = "mt.coordination"
    RECEPTION = "mt.reception"
    STUDY = "mt.study"


class Channel(StrEnum):
    """The catalogue of channels by which the participants of a meeting communicate."""

    IN_PERSON = "ch.inperson"
    OFFICE = "ch.office"
    PARTNER_PLACE = "ch.partner_place"
    PERMANENCE = "ch.permanence"
    PHONE = "ch.phone"
    VIDEO = "ch.video"
    MAIL = "ch.mail"
    EMAIL = "ch.email"
    SOCIAL = "ch.social"


class VerificationResult(StrEnum):
    """The catalogue of results of the verification of a rumour."""

    FALSE = "vr.false"
    MISLEADING = "vr.misleading"
    TRUE = "vr.true"
    UNVERIFIABLE = "vr.unverifiable"
    IMPERSONATION = "vr.impersonation"
    UNOFFICIAL = "vr.unofficial"


class VerificationSource(StrEnum):
    """The catalogue of sources that establish the result."""

    OWN = "vs.own"
    HEADQUARTERS = "vs.hq"
    COMPETENT = "vs.competent"
    AUTHORITY = "vs.authority"
    BODY = "vs.body"


class TextKind(StrEnum):
    """The free texts of a meeting that its summary prints, and that can be translated."""

    SUBJECT = "subject"
    PLACE = "place"
    POINT = "point"
    REPLY = "reply"
    COMMITMENT = "commitment"
    OUTCOME = "outcome"
    ANSWER = "answer"
    ASSESSMENT = "assessment"


class SummarySection(StrEnum):
    """The sections of a session's summary that an office can leave out."""

    NAMES = "names"
    EARLIER = "earlier"
    RAISERS = "raisers"
    NEXT_MEETING = "next_meeting"
    ASSESSMENT = "assessment"


class BundleDirection(StrEnum):
    """Whether an exchange file left this store or arrived."""

    OUT = "out"
    IN = "in"
