"""The only builder of test data: drafts with sensible values, changed field by field."""

from dataclasses import asdict, replace
from datetime import date, time
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from PIL import Image
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from outreach_app import key_files, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.stations.registry import own_station
from outreach_app.issuing.files import PlanT, PreparedDocument, record_documents
from outreach_app.issuing.hand_outs import prepare_partner_sheet
from outreach_app.models import Meeting, Office, Partner, Person, Point, Reply
from outreach_app.models.sources import source_of
from outreach_app.queries.records import find_place, get_record
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.findings import FindingDraft, publish_rectification, record_finding
from outreach_app.services.meetings import MeetingDraft, log_meeting
from outreach_app.services.merging import MergeDraft, merge_partners
from outreach_app.services.offices import OfficeDraft, change_office, create_office
from outreach_app.services.partners import PartnerDraft, register_partner
from outreach_app.services.people import PersonDraft, register_person
from outreach_app.services.points import PointDraft, refresh_states
from outreach_app.services.publications import PublicationDraft, record_publication
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.replies import ReplyDraft
from outreach_app.services.rumours import RumourDraft, record_rumour
from outreach_app.services.undo import Change, changes_so_far
from outreach_app.startup import NewStore
from outreach_app.summaries.hand_outs.plan import HandOutPlan

PASSPHRASE = "invented passphrase"
_YEARS = 10 * 365 * 86_400_000  # ms, the first part of a uid
# Importing this module makes key derivation cheap; `real_key_file` restores the real cost.
REAL_WORK = {name: vars(key_files)[name] for name in ("_MEMORY_KIB", "_PASSES", "_LANES")}
key_files._MEMORY_KIB = key_files._MIN_MEMORY_KIB = 64
key_files._PASSES = key_files._MIN_PASSES = key_files._LANES = 1  # a lane is a thread: it waits


def office_draft() -> OfficeDraft:
    """Return the draft of a precinct."""
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
    """Return the draft of a neighbourhood association."""
    names = ("جمعية النخيل", "Association Annakhil")
    draft = PartnerDraft(*names, "pt.association", type="as.residents", phone="0522345678")
    return replace(draft, **changes)


def person_draft(partner: UUID, **changes: Any) -> PersonDraft:
    """Return the draft of an association's president."""
    draft = PersonDraft(partner, "خالد الإدريسي", "Khalid Idrissi", phone="0612345678")
    return replace(draft, **changes)


def _days_after(changes: dict[str, Any]) -> list[date]:
    rows, names = [*changes.get("commitments", ())], ("due_on", "status_on", "sent_on")
    days = (getattr(row, n, None) for row in [*rows, *changes.get("referrals", ())] for n in names)
    return [date(2026, 10, 14), *filter(None, days)]


def meeting_draft(**changes: Any) -> MeetingDraft:
    """Return the draft of a thematic meeting, held before what follows it."""
    held_on = changes.get("held_on", min(_days_after(changes)))
    due_on, sent_on = max(date(2026, 10, 30), held_on), max(date(2026, 10, 15), held_on)
    draft = MeetingDraft(
        held_on=held_on,
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
        commitments=(CommitmentDraft("تخصيص دورية راجلة", "ar", "office", due_on=due_on, point=1),),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", sent_on=sent_on, point=0),),
    )
    return replace(draft, **changes)


def rumour_draft(**changes: Any) -> RumourDraft:
    """Return the draft of a rumour heard one evening in the neighbourhood."""
    words = "اختطاف تلميذة أمام إعدادية النخيل"
    draft = RumourDraft(words, "ar", date(2026, 10, 15), time(18, 20), channel="rc.messaging")
    return replace(draft, **changes)


def publication_draft(**changes: Any) -> PublicationDraft:
    """Return the draft of a communiqué of one morning."""
    draft = PublicationDraft(
        "pb.communique",
        date(2026, 10, 16),
        time(11, 5),
        title_ar="بلاغ حول السلامة الطرقية",
        title_fr="Communiqué sur la sécurité routière",
        channels=("pc.x", "pc.epress"),
    )
    return replace(draft, **changes)


def rectification_draft(**changes: Any) -> PublicationDraft:
    """Return the draft of the rectification of `rumour_draft`, of the next morning."""
    draft = publication_draft(
        kind="pb.rectification",
        title_ar="بيان حقيقة بشأن اختطاف مزعوم",
        title_fr="Mise au point sur un enlèvement supposé",
        text_ar="لم تسجل مصالح الأمن الوطني أي حالة اختطاف.",
        text_fr="Les services de la Sûreté nationale n’ont enregistré aucun cas d’enlèvement.",
    )
    return replace(draft, **changes)


def finding_draft(**changes: Any) -> FindingDraft:
    """Return the draft of a finding: false news, established the next morning."""
    draft = FindingDraft("vr.false", date(2026, 10, 16), time(10, 10), "vs.own")
    return replace(draft, **changes)


def create_store(folder: Path, draft: OfficeDraft, **where: Any) -> NewStore:
    """Create a store that opens with the passphrase of the tests."""
    return startup.create_store(folder, PASSPHRASE, draft, **where)


def write_partner(database: Database, **changes: Any) -> UUID:
    """Register a partner, years ago by its uid if `is_old`, and return its uid."""
    age = _YEARS if changes.pop("is_old", False) else 0
    with database.write(changes.pop("actor", Actor.CHIEF)) as session:
        partner = register_partner(session, partner_draft(**changes))
        partner.uid = UUID(int=partner.uid.int - (age << 80))
        return partner.uid


def write_person(database: Database, partner: UUID, **changes: Any) -> UUID:
    """Register a person of a partner and return its uid."""
    with database.write(changes.pop("actor", Actor.CHIEF)) as session:
        return register_person(session, person_draft(partner, **changes)).uid


def write_meeting(database: Database, **changes: Any) -> UUID:
    """Log a meeting and return its uid."""
    with database.write(changes.pop("actor", Actor.CHIEF)) as session:
        return log_meeting(session, meeting_draft(**changes)).uid


def write_rumour(database: Database, **changes: Any) -> UUID:
    """Record a rumour and return its uid."""
    with database.write(Actor.CHIEF) as session:
        return record_rumour(session, rumour_draft(**changes)).uid


def write_publication(database: Database, **changes: Any) -> UUID:
    """Record a publication and return its uid."""
    with database.write(Actor.CHIEF) as session:
        return record_publication(session, publication_draft(**changes)).uid


def rectify(database: Database, rumour: UUID) -> UUID:
    """Find a rumour false and publish its rectification; return that of the rectification."""
    with database.write(Actor.CHIEF) as session:
        record_finding(session, rumour, finding_draft())
        return publish_rectification(session, rumour, rectification_draft()).uid


def the_meeting(session: Session) -> Meeting:
    """Return the only meeting of the store."""
    return session.query(Meeting).one()


def the_partner(session: Session) -> Partner:
    """Return the only partner of the store."""
    return session.query(Partner).one()


def headquarters_draft() -> OfficeDraft:
    """Return the draft of headquarters."""
    return replace(
        office_draft(),
        role="headquarters",
        number=None,
        name_ar="المصالح المركزية",
        name_fr="Services centraux",
        city_ar="الرباط",
        city_fr="Rabat",
        letterhead_ar="المملكة المغربية\nالمديرية العامة للأمن الوطني\nمديرية الأمن العمومي",
        letterhead_fr="Royaume du Maroc\nDirection générale de la Sûreté nationale\n"
        "Direction de la sécurité publique",
    )


def consolidate(database: Database, *precincts: OfficeDraft) -> list[UUID]:
    """Make the store headquarters' and write these precincts into it; return their uids."""
    with database.write(Actor.PROGRAM) as session:
        change_office(session, headquarters_draft())
        own_station(session).role = "headquarters"
        return [create_office(session, precinct).uid for precinct in precincts]


def write_partner_of(database: Database, office: UUID, **changes: Any) -> UUID:
    """Register a precinct's partner, as the consolidated store has it."""
    with database.write(Actor.PROGRAM) as session:
        partner = register_partner(session, partner_draft(**changes))
        partner.office_id = get_record(session, Office, office).id
        return partner.uid


def write_meeting_of(database: Database, office: UUID, **changes: Any) -> UUID:
    """Log a precinct's meeting with its records, as the consolidated store has it."""
    with database.write(Actor.PROGRAM) as session:
        meeting = log_meeting(session, meeting_draft(**changes))
        parts = (meeting.attendances, meeting.points, meeting.commitments, meeting.referrals)
        for record in (meeting, *chain.from_iterable(parts)):
            record.office_id = get_record(session, Office, office).id
        return meeting.uid


def write_reply(database: Database, point: UUID, **changes: Any) -> None:
    """Write headquarters' reply to a point, as the store of its precinct has it."""
    draft = replace(ReplyDraft("ستُصلح الإنارة", "ar", date(2026, 10, 20)), **changes)
    with database.write(Actor.PROGRAM) as session:
        answered, owner = get_record(session, Point, point), headquarters_of(session)
        session.add(Reply(office_id=owner, point=answered, **asdict(draft)))
        refresh_states(source_of(answered))


def headquarters_of(session: Session) -> int:
    """Return the local id of headquarters, which is created if unknown."""
    known = session.scalar(select(Office.id).where(Office.role == "headquarters"))
    return known or create_office(session, headquarters_draft()).id


def merge_draft(session: Session, winner: UUID, loser: UUID, *taken: str) -> MergeDraft:
    """Return the draft that merges two partners, or two people, as they are."""
    pair = []
    for uid in (winner, loser):
        place = find_place(session, uid)
        model: type[Partner | Person] = Partner if place and place[0] == "partner" else Person
        pair.append(get_record(session, model, uid))
    return MergeDraft(winner, pair[0].version, loser, pair[1].version, frozenset(taken))


def merge(database: Database, winner: UUID, loser: UUID, *taken: str) -> tuple[Change, ...]:
    """Merge a partner into another; return what the write changed."""
    with database.write(Actor.CHIEF) as session:
        merge_partners(session, merge_draft(session, winner, loser, *taken))
        return changes_so_far(session)


def give_sheet(database: Database, partner: str, period: Period) -> PreparedDocument[HandOutPlan]:
    """Issue a partner's sheet, as the window and the command do, without the files."""
    return give(database, prepare_partner_sheet(database, partner, period))


def give(database: Database, document: PreparedDocument[PlanT]) -> PreparedDocument[PlanT]:
    """Issue a document, as the window and the command do, without the files."""
    record_documents(database, [(document, ())], "write_documents")
    return document


def emblem_image(
    size: tuple[int, int] = (300, 360), kind: str = "PNG", mode: str = "RGB", **options: Any
) -> bytes:
    """Return a plain teal image for an emblem."""
    file = BytesIO()
    Image.new("RGB", size, (15, 76, 82)).convert(mode).save(file, kind, **options)
    return file.getvalue()


def another_office(session: Session) -> int:
    """Insert another precinct, as its own file would, and return its local id."""
    said = asdict(replace(office_draft(), number="7", name_fr="Maârif"))
    head = {"uid": uuid4(), "version": "1@x", "is_deleted": False}
    statement = insert(Office).values(**head, **said).returning(Office.id)
    return session.connection().execute(statement).scalar_one()
