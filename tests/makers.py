"""The only builder of test data: drafts with sensible values, changed field by field."""

from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Meeting, Partner
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import MeetingDraft, log_meeting
from outreach_app.services.offices import OfficeDraft
from outreach_app.services.partners import PartnerDraft, register_partner
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft

PASSPHRASE = "invented passphrase"


def office_draft() -> OfficeDraft:
    """A precinct of the sample."""
    return OfficeDraft(
        role="precinct",
        number="13",
        name_ar="النخيل",
        name_fr="Annakhil",
        city_ar="الدار البيضاء",
        city_fr="Casablanca",
        chief_title_ar="رئيس الدائرة الأمنية",
        chief_title_fr="Le chef de l'arrondissement de police",
        letterhead_ar="المملكة المغربية\nالمديرية العامة للأمن الوطني\nالدائرة الأمنية النخيل",
        letterhead_fr="Royaume du Maroc\nDirection générale de la Sûreté nationale\n"
        "Arrondissement de police Annakhil",
    )


def partner_draft(**changes: Any) -> PartnerDraft:
    """A neighbourhood association."""
    draft = PartnerDraft(
        name_ar="جمعية النخيل",
        name_fr="Association Annakhil",
        category="pt.association",
        type="as.residents",
        phone="0612345678",
    )
    return replace(draft, **changes)


def meeting_draft(**changes: Any) -> MeetingDraft:
    """A held thematic meeting with two points, a commitment and a referral."""
    draft = MeetingDraft(
        held_on=date(2026, 10, 14),
        kind="mt.thematic",
        channel="ch.inperson",
        starts_at=time(10, 30),
        place_ar="مقر الدائرة الأمنية",
        subject_ar="تأمين محيط المؤسسات التعليمية",
        headcount=14,
        women=6,
        points=(
            PointDraft("concern", "tp.6.1", "الزقاق مظلم ليلا", "ar"),
            PointDraft("request", "tp.8.4", "Plus de patrouilles le soir", "fr"),
        ),
        commitments=(
            CommitmentDraft(
                "تخصيص دورية راجلة", "ar", "office", due_on=date(2026, 10, 30), point=1
            ),
        ),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", sent_on=date(2026, 10, 15), point=0),),
    )
    return replace(draft, **changes)


def write_partner(database: Database, **changes: Any) -> UUID:
    """Register a partner and return its uid."""
    with database.write(Actor.CHIEF) as session:
        return register_partner(session, partner_draft(**changes)).uid


def write_meeting(database: Database, **changes: Any) -> UUID:
    """Log a meeting and return its uid."""
    with database.write(Actor.CHIEF) as session:
        return log_meeting(session, meeting_draft(**changes)).uid


def the_meeting(session: Session) -> Meeting:
    """The only meeting of the store."""
    return session.query(Meeting).one()


def the_partner(session: Session) -> Partner:
    """The only partner of the store."""
    return session.query(Partner).one()
