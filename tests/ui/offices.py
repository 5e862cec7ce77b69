"""The offices of the screen tests: the same records at the same time in each run."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import clock, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.models import Office
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.records import get_record
from outreach_app.rules.claims import ClaimKind
from outreach_app.services.claims import ClaimDraft, record_claim
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.findings import FindingDraft, record_finding
from outreach_app.services.offices import OfficeDraft
from outreach_app.services.partners import delete_partner
from outreach_app.services.points import PointDraft
from outreach_app.services.rumours import record_rumour
from outreach_app.startup import OpenOffice
from tests import makers
from tests.registry import add_precinct, enrol_office, precinct_draft
from tests.remarks import write_remark
from tests.reviews import ask, write_clarification, write_question

_ANFA = ("منطقة أمن أنفا", "District de police d'Anfa")
_AIN_CHOCK = ("منطقة أمن عين الشق", "District de police d'Aïn Chock")
_REGISTERED = (
    (("الوفاء", "Al Wafa"), _ANFA, "rrgrlrr."),
    (("الأندلس", "Al Andalous"), _ANFA, "........"),
    (("الزيتون", "Az-Zaytoun"), _ANFA, "rrrrrrlr"),
    (("الرياض", "Ar-Riad"), _AIN_CHOCK, "rrrr"),
    (("النسيم", "An-Nassim"), _AIN_CHOCK, "rrlrrrrr"),
    (("السلام", "As-Salam"), _AIN_CHOCK, "rrrrrll."),
    (("الأمل", "Al Amal"), _AIN_CHOCK, "rrrrgrr."),
)

NOW = datetime(2026, 10, 19, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Offices:
    """An open office of each role, sharing one rendering process, whose start costs a second."""

    precinct: OpenOffice
    headquarters: OpenOffice
    worker: DocumentWorker


@contextmanager
def the_offices(folder: Path, *, has_calendar: bool = True) -> Iterator[Offices]:
    """Open both offices under relative paths, so that no path of the machine is shown.

    So only one set of them can be open at a time.
    """
    before = Path.cwd()
    assert not Path("outreach").is_dir(), "other offices are open: they would read these stores"
    with ExitStack() as stack:
        stack.enter_context(at_the_same_time())
        stack.callback(os.chdir, before)
        os.chdir(folder)
        precinct = stack.enter_context(_new_office("outreach", makers.office_draft()))
        fill(precinct.database)
        summary = prepare_session_summary(precinct.database, str(held_meeting(precinct)))
        makers.give(precinct.database, summary)
        headquarters = stack.enter_context(_new_office("headquarters", makers.headquarters_draft()))
        consolidate(headquarters.database, has_calendar=has_calendar)
        worker = DocumentWorker()
        stack.callback(worker.close)
        yield Offices(precinct, headquarters, worker)


@contextmanager
def _new_office(name: str, draft: OfficeDraft) -> Iterator[OpenOffice]:
    makers.create_store(Path(name), draft)
    with startup.opened(Path(name), makers.PASSPHRASE) as office:
        yield office


@contextmanager
def at_the_same_time() -> Iterator[None]:
    """Stop the clock at NOW."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        yield


def fill(database: Database) -> None:
    """Write a month of partners and meetings in both languages; one partner is deleted, one is
    recorded twice, one was merged."""
    association = makers.write_partner(database)
    president = makers.write_person(
        database, association, capacity_ar="الرئيس", capacity_fr="Président"
    )
    with database.write(Actor.CHIEF) as session:
        asked = ClaimDraft(ClaimKind.RECTIFICATION, date(2026, 10, 18), about=president)
        record_claim(session, asked)
    pharmacists = makers.write_partner(
        database,
        name_ar="نقابة صيادلة الدار البيضاء",
        name_fr="Syndicat des pharmaciens de Casablanca",
        category="pt.liberal",
        type="pr.pharmacist",
        phone="0522123456",
    )
    traders = makers.write_partner(
        database,
        name_ar="ودادية تجار السوق",
        name_fr=None,
        category="pt.commerce",
        type=None,
        phone="0522334455",
    )
    makers.write_meeting(database, attendances=((association, True), (traders, False)))
    _write_other_meetings(database, pharmacists, traders)
    _write_rumours(database)
    _write_remarks(database)
    _write_twins(database, association)
    mistaken = makers.write_partner(database, name_ar="جمعية مكررة", name_fr=None, phone=None)
    with database.write(Actor.CHIEF) as session:
        row = next(row for row in list_partners(session) if row.uid == mistaken)
        delete_partner(session, mistaken, row.version)


def _write_remarks(database: Database) -> None:
    """Write a remark by telephone with a reaction, and thanks in a letter."""
    write_remark(
        database,
        topic="tp.8.1",
        kind="thanks",
        text="Merci pour l’accueil au guichet",
        language="fr",
        received_through="rv.letter",
        received_on=date(2026, 10, 12),
    )
    write_remark(database, received_on=date(2026, 10, 18), reaction="out.under_study")


def _write_rumours(database: Database) -> None:
    """Write a rectified rumour, one being verified, and a new one."""
    makers.rectify(database, makers.write_rumour(database))
    urgent = makers.write_rumour(
        database,
        text="لصوص بزي مستخدمي شركة الماء",
        heard_on=date(2026, 10, 18),
        heard_at=time(21, 5),
        is_urgent=True,
    )
    with database.write(Actor.CHIEF) as session:
        record_finding(session, urgent, FindingDraft())
    makers.write_rumour(
        database,
        text="Un radar caché serait installé avenue des Palmiers",
        language="fr",
        heard_on=date(2026, 10, 17),
        heard_at=time(10, 40),
        channel="rc.mouth",
    )
    makers.write_publication(database)


def _write_twins(database: Database, association: UUID) -> None:
    """Write the association again in the other script, and once in its own, which is merged."""
    makers.write_partner(
        database, name_ar=None, name_fr="Asso. An-Nakhil", phone="0522987654", place="Hay Annakhil"
    )
    again = makers.write_partner(database, name_ar="جمعية  النخيل", name_fr=None, phone=None)
    makers.merge(database, association, again)


def _write_other_meetings(database: Database, pharmacists: UUID, traders: UUID) -> None:
    """Write a French meeting with a late commitment, which is questioned, and one of today."""
    questioned = makers.write_meeting(
        database,
        held_on=date(2026, 9, 22),
        starts_at=time(16, 0),
        kind="mt.periodic",
        subject_ar=None,
        subject_fr="Sécurité aux abords des pharmacies de garde",
        place_ar=None,
        place_fr="Siège de l'arrondissement",
        attendances=((pharmacists, True),),
        points=(PointDraft("concern", "tp.6.1", "Éclairage insuffisant rue des Palmiers", "fr"),),
        commitments=(
            CommitmentDraft("Passer chaque soir", "fr", "office", due_on=date(2026, 10, 1)),
        ),
        referrals=(),
    )
    write_question(
        database,
        questioned,
        text="Combien de pharmacies étaient représentées ?",
        language="fr",
        translation=None,
        reviewed_on=date(2026, 10, 16),
    )
    makers.write_meeting(
        database,
        held_on=date(2026, 10, 19),
        status="planned",
        subject_ar="لقاء دوري مع التجار",
        attendances=((traders, True),),
        points=(),
        commitments=(),
        referrals=(),
        headcount=None,
        women=None,
    )


def consolidate(database: Database, *, has_calendar: bool) -> None:
    """Write two precincts with meetings, one of them in French, and others of two districts."""
    other = replace(
        makers.office_draft(), number="7", name_ar="المعاريف", name_fr="Maârif", recipient_ar=None
    )
    palms, maarif = makers.consolidate(database, makers.office_draft(), other)
    makers.write_partner_of(database, palms)
    _review(database, makers.write_meeting_of(database, palms))
    makers.write_meeting_of(
        database,
        maarif,
        held_on=date(2026, 10, 8),
        subject_ar=None,
        subject_fr="Stationnement autour du marché",
    )
    for day in (date(2026, 8, 12), date(2026, 9, 10)):
        makers.write_meeting_of(database, palms, held_on=day)
    makers.write_meeting_of(database, maarif, held_on=date(2026, 9, 24), headcount=31, women=12)
    for precinct, text in (
        (palms, "اختطاف تلميذة أمام إعدادية النخيل"),
        (maarif, "خطف تلميذة قدام إعدادية النخيل"),
    ):
        with database.write(Actor.PROGRAM) as session:
            rumour = record_rumour(session, makers.rumour_draft(text=text))
            rumour.office_id = get_record(session, Office, precinct).id
    if has_calendar:
        _register(database, {palms: "rrrrrrrr", maarif: "rrlrrrlr"})


def _review(database: Database, meeting: UUID) -> None:
    """Question a meeting, which its precinct clarifies."""
    question = ask(database, meeting, reviewed_on=date(2026, 10, 16))
    write_clarification(database, meeting, question)


def _register(database: Database, of_meetings: Mapping[UUID, str]) -> None:
    """Write precincts in every state that the calendar of weeks shows."""
    with database.write(Actor.PROGRAM) as session:
        for uid, sent in of_meetings.items():
            enrol_office(session, get_record(session, Office, uid), sent)
        for number, (name, district, sent) in enumerate(_REGISTERED, start=20):
            add_precinct(session, precinct_draft(name, str(number), district), sent)


def held_meeting(office: OpenOffice) -> UUID:
    """Return the newest meeting that was held."""
    with office.database.read() as session:
        held = [row for row in list_meetings(session) if row.status == "held"]
        return max(held, key=lambda row: row.held_on).uid
