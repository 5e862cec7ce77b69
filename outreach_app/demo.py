"""The whole job on invented data: stores, meetings over a year, their summaries."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock, startup
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import Receiver, plan_answers, plan_export
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.registry import own_card, precinct_stations
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import FilesWanted, PreparedDocument, write_documents
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.progress import Progress
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.points import list_points
from outreach_app.queries.referrals import list_referrals
from outreach_app.queries.replies import list_replies
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.periods import Period
from outreach_app.samples.awareness import invent_awareness
from outreach_app.samples.communication import CommunicationWriter
from outreach_app.samples.meetings import SampleWriter
from outreach_app.samples.offices import invent_headquarters, invent_office, invent_reply
from outreach_app.samples.partners import SamplePartner
from outreach_app.services.awareness import AwarenessDraft, record_awareness
from outreach_app.services.meetings import log_meeting
from outreach_app.services.offices import OfficeDraft
from outreach_app.services.partners import register_partner
from outreach_app.services.people import register_person
from outreach_app.services.replies import reply_to_point
from outreach_app.startup import OpenOffice
from outreach_app.summaries.session.plan import SessionPlan

_COUNTED: dict[str, Callable[[Session], Sequence[object]]] = {
    "partners": list_partners,
    "meetings": list_meetings,
    "points": list_points,
    "commitments": lambda session: list_commitments(session, clock.local(clock.now()).date()),
    "referrals": list_referrals,
    "replies": list_replies,
}


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """Choose what to invent, and the formats (`issuing.files.FORMATS`) of its documents."""

    meetings: int
    precincts: int
    seed: int = 1
    formats: tuple[str, ...] = ("pdf",)


@dataclass(slots=True)
class DemoFiles:
    """The files that the demo wrote, and what headquarters then counts."""

    stores: list[Path] = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)
    bundles: list[Path] = field(default_factory=list)
    headquarters: dict[str, int] = field(default_factory=dict)


def write_demo(folder: Path, passphrase: str, plan: DemoPlan, progress: Progress) -> DemoFiles:
    """Make sample stores, write the summaries of their meetings, exchange with headquarters.

    Raises NotAllowed where a store is there already, DocumentFailed, Cancelled.
    """
    files = DemoFiles()
    with ExitStack() as stores, closing(DocumentWorker()) as worker:
        offices = []
        for place in range(plan.precincts):
            name = f"precinct-{place + 1}"
            office = _new_store(stores, folder / name, passphrase, invent_office(place))
            offices.append(office)
            seed = f"{plan.seed} {place}"
            issued = _fill(office.database, seed, plan.meetings, progress)
            wanted = FilesWanted(folder / "documents" / name, tuple(Language), plan.formats)
            written = write_documents(office.database, issued, wanted, worker, progress)
            files.documents += [file.path for file in written]
        headquarters = _new_store(
            stores, folder / "headquarters", passphrase, invent_headquarters()
        )
        files.stores = [office.folder for office in (*offices, headquarters)]
        files.bundles = _exchange(offices, headquarters, folder, progress)
        database = headquarters.database
        national = prepare_national_summary_now(database, _last_month())
        wanted = FilesWanted(folder / "documents" / "headquarters", tuple(Language), plan.formats)
        written = write_documents(database, [national], wanted, worker, progress)
        files.documents += [file.path for file in written]
        files.headquarters = _count_all(headquarters.database)
    return files


def _last_month() -> Period:
    """Return the last whole month, which the reports that the demo sends today cover."""
    last = clock.local(clock.now()).date().replace(day=1) - timedelta(days=1)
    return Period(last.replace(day=1), last)


def _new_store(stores: ExitStack, folder: Path, passphrase: str, draft: OfficeDraft) -> OpenOffice:
    startup.create_store(folder, passphrase, draft)
    return stores.enter_context(startup.opened(folder, passphrase))


def _exchange(
    offices: Sequence[OpenOffice], headquarters: OpenOffice, folder: Path, progress: Progress
) -> list[Path]:
    """Enrol and export each precinct; let headquarters import and answer."""
    bundles = []
    for office in offices:
        _enrol(office, headquarters)
        _enrol(headquarters, office)
        with office.database.read() as session:
            plan = plan_export(session, Receiver.HEADQUARTERS)
        bundles += write_bundles(office.database, [plan], folder / "bundles", progress)
    import_paths(headquarters.database, [folder / "bundles"], progress)
    with headquarters.database.write() as session:
        for point in _points_to_answer(session):
            reply_to_point(session, point, invent_reply(clock.local(clock.now()).date()))
    with headquarters.database.read() as session:
        plans = plan_answers(session)
    answers = write_bundles(headquarters.database, plans, folder / "answers", progress)
    for office, answer in zip(offices, answers, strict=True):
        import_paths(office.database, [answer.path], progress)
    return [bundle.path for bundle in (*bundles, *answers)]


def _enrol(station: OpenOffice, other: OpenOffice) -> None:
    with other.database.read() as session:
        card = own_card(session)
    enrol_card(station.database, station.folder, card, card_fingerprint(card))


def _points_to_answer(session: Session) -> list[UUID]:
    """Return the newest request of each precinct."""
    requests = {
        row.office: row.uid
        for row in reversed(list_points(session))
        if row.kind == PointKind.REQUEST
    }
    return list(requests.values())


def _count_all(database: Database) -> dict[str, int]:
    """Count what headquarters holds of the precincts."""
    with database.read() as session:
        counts = {name: len(find(session)) for name, find in _COUNTED.items()}
        return {"offices": len(precinct_stations(session))} | counts


def _fill(
    database: Database, seed: str, meetings: int, progress: Progress
) -> list[PreparedDocument[SessionPlan]]:
    today, writer = clock.local(clock.now()).date(), SampleWriter(seed)
    partners = _register_partners(database, writer)
    actions = deque(invent_awareness(seed, today))
    names: list[str] = []
    for place in range(meetings):
        progress.step(place, meetings, _("Logging meetings"))
        is_last = place == meetings - 1
        held_on = writer.day(today, place, meetings)
        _hold_awareness(database, actions, held_on)
        names.append(_log(database, writer, partners, held_on, today, is_last=is_last))
    progress.step(meetings, meetings, _("Logging meetings"))
    _hold_awareness(database, actions, today)
    with database.write() as session:
        CommunicationWriter(session, seed, partners, today).write()
    return [prepare_session_summary(database, name) for name in names]


def _hold_awareness(database: Database, actions: deque[AwarenessDraft], until: date) -> None:
    """Record the actions until a day: meetings are numbered as they follow each other."""
    with database.write() as session:
        while actions and actions[0].held_on is not None and actions[0].held_on <= until:
            record_awareness(session, actions.popleft())


def _register_partners(database: Database, writer: SampleWriter) -> dict[UUID, SamplePartner]:
    registered = {}
    with database.write() as session:
        for sample in writer.partners.partners():
            partner = register_partner(session, sample.draft)
            register_person(session, writer.partners.person(partner.uid))
            registered[partner.uid] = sample
    return registered


def _log(
    database: Database,
    writer: SampleWriter,
    partners: Mapping[UUID, SamplePartner],
    held_on: date,
    today: date,
    *,
    is_last: bool,
) -> str:
    draft = writer.meeting(held_on, partners, today)
    with database.write() as session:
        meeting = log_meeting(session, draft)
        if is_last:
            log_meeting(session, writer.next_meeting(draft, meeting.uid, today))
        return str(meeting.uid)
