"""The closed sets that say what kind a thing is; the sets of statuses are in `statuses`.

The columns that hold one of them stay text: what came from elsewhere may hold a value that this
version does not know, and is shown as it is.
"""

from enum import StrEnum


class OfficeRole(StrEnum):
    """What an office is in the network; it decides what it may do and which pages it has."""

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


# The kinds of points that are a concern: questions and thanks are none, rumours have a figure.
CONCERNS = (PointKind.CONCERN, PointKind.REQUEST, PointKind.SUGGESTION)


class CommitmentOwner(StrEnum):
    """Who has to keep a commitment; `OFFICE` is the one whose meeting it was made in."""

    OFFICE = "office"
    PARTNER = "partner"
    AUTHORITY = "authority"


class PartnerCategory(StrEnum):
    """The catalogue of what a partner is."""

    ASSOCIATION = "pt.association"
    LIBERAL = "pt.liberal"
    COMMERCE = "pt.commerce"
    INSTITUTION = "pt.institution"
    COMPANY = "pt.company"
    MEDIA = "pt.media"


class MeetingKind(StrEnum):
    """The catalogue of what a meeting is."""

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
    """The catalogue of how those present in a meeting speak to each other."""

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
    """The catalogue of what the verification of a rumour establishes."""

    FALSE = "vr.false"
    MISLEADING = "vr.misleading"
    TRUE = "vr.true"
    UNVERIFIABLE = "vr.unverifiable"
    IMPERSONATION = "vr.impersonation"
    UNOFFICIAL = "vr.unofficial"


class VerificationSource(StrEnum):
    """The catalogue of who establishes it."""

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
    """What the summary of a session tells unless its office leaves it out."""

    NAMES = "names"
    EARLIER = "earlier"
    RAISERS = "raisers"
    NEXT_MEETING = "next_meeting"
    ASSESSMENT = "assessment"


class BundleDirection(StrEnum):
    """Whether an exchange file left this store or came to it."""

    OUT = "out"
    IN = "in"
