"""The whole job on invented data: stores, a year of meetings, summaries, exchange."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
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
from outreach_app.issuing.files import FileFormat, FilesWanted, PreparedDocument, write_documents
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.models import Meeting
from outreach_app.progress import Progress
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.points import list_points
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import list_referrals
from outreach_app.queries.replies import list_replies
from outreach_app.readying import Confirmed
from outreach_app.rules.kinds import MeetingKind, PointKind
from outreach_app.rules.periods import Period, last_whole_month
from outreach_app.samples.agenda import Agenda
from outreach_app.samples.awareness import invent_awareness
from outreach_app.samples.communication import CommunicationWriter
from outreach_app.samples.meetings import SampleWriter
from outreach_app.samples.offices import invent_headquarters, invent_office, invent_reply
from outreach_app.samples.partners import SamplePartner
from outreach_app.samples.progress import Step, take
from outreach_app.services.awareness import AwarenessDraft, record_awareness
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting, log_meeting
from outreach_app.services.partners import register_partner
from outreach_app.services.people import register_person
from outreach_app.services.replies import reply_to_point
from outreach_app.startup import OpenOffice
from outreach_app.summaries.session.plan import SessionPlan

_COUNTED: dict[str, Callable[[Session], Sequence[object]]] = {
    "partners": list_partners,
    "meetings": list_meetings,
    "points": list_points,
    "commitments": lambda session: list_commitments(session, clock.today()),
    "referrals": list_referrals,
    "replies": list_replies,
}


_LATELY = timedelta(days=7)
# These lead to another meeting; a campaign or an open day has nobody to agree one with.
_FOLLOWED = {
    *(MeetingKind.PERIODIC, MeetingKind.THEMATIC),
    *(MeetingKind.COORDINATION, MeetingKind.LISTENING),
}


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """Say how much to invent, from which seed, and in which formats its documents are written."""

    meetings: int
    precincts: int
    seed: int = 1
    formats: tuple[FileFormat, ...] = (FileFormat.PDF,)


@dataclass(slots=True)
class DemoFiles:
    """The files that the demo wrote, and headquarters' counts afterwards."""

    stores: list[Path] = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)
    bundles: list[Path] = field(default_factory=list)
    headquarters: dict[str, int] = field(default_factory=dict)


def write_demo(folder: Path, passphrase: str, plan: DemoPlan, progress: Progress) -> DemoFiles:
    """Make sample stores, write the summaries of their meetings, exchange with headquarters.

    Raises NotAllowed if a store exists already, DocumentFailed and Cancelled.
    """
    files = DemoFiles()
    with ExitStack() as stores, closing(DocumentWorker()) as worker:
        offices = []
        for place in range(plan.precincts):
            name = f"precinct-{place + 1}"
            with clock.at(_first_evening(clock.today())):
                startup.create_store(folder / name, passphrase, invent_office(place))
                lived = startup.open_office(folder / name, passphrase)
            with closing(lived):
                seed = f"{plan.seed} {place}"
                issued = _fill(lived.database, seed, plan.meetings, progress)
            office = _opened_today(stores, folder / name, passphrase)
            offices.append(office)
            wanted = FilesWanted(folder / "documents" / name, tuple(Language), plan.formats)
            written = write_documents(office.database, issued, wanted, worker, progress)
            files.documents += [file.path for file in written]
        startup.create_store(folder / "headquarters", passphrase, invent_headquarters())
        headquarters = _opened_today(stores, folder / "headquarters", passphrase)
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
    """Return the period of the reports that the demo sends."""
    return last_whole_month(clock.today())


def _opened_today(stores: ExitStack, folder: Path, passphrase: str) -> OpenOffice:
    """Open a store whose sample year has passed, so that the next opening sees no clock jump."""
    return stores.enter_context(
        startup.opened(folder, passphrase, confirmed=Confirmed(is_date=True))
    )


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
            reply_to_point(session, point, invent_reply(clock.today()))
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
    """Simulate a year: meetings, their summaries some days later, and their follow-up."""
    today = clock.today()
    writer = SampleWriter(seed, today)
    with clock.at(_first_evening(today)):
        partners = _register_partners(database, writer)
    agenda, year = Agenda(), _Year(database, writer, partners, today)
    for action in invent_awareness(seed, today):
        if action.held_on is not None:
            came = [uid for uid, sample in partners.items() if sample.is_of(("as.",))]
            agenda.add(action.held_on, partial(_hold_awareness, database, action, came))
    for place in range(meetings):
        is_last = place == meetings - 1
        held_on = writer.day(place, meetings)
        agenda.add(held_on, partial(progress.step, place, meetings, _("Logging meetings")))
        agenda.add(held_on, partial(year.hold, agenda, held_on, is_last=is_last))
    agenda.live_until(today)
    progress.step(meetings, meetings, _("Logging meetings"))
    with database.write() as session:
        CommunicationWriter(session, seed, partners, today).write()
        for partner, sample in list(partners.items())[:2]:  # a recent one, not informed yet
            register_person(session, writer.partners.person(partner, sample, informed_on=None))
    return year.issued


def _first_evening(today: date) -> datetime:
    """Return the start of a sample's year: before its first meeting."""
    return clock.moment_of(today - timedelta(days=366), time(18))


@dataclass(slots=True)
class _Year:
    """The meetings of one office as they are held, followed up and summarised."""

    database: Database
    writer: SampleWriter
    partners: Mapping[UUID, SamplePartner]
    today: date
    issued: list[PreparedDocument[SessionPlan]] = field(default_factory=list)

    def hold(self, agenda: Agenda, held_on: date, *, is_last: bool) -> None:
        sample = self.writer.meeting(held_on, self.partners)
        with self.database.write() as session:
            uid = log_meeting(session, sample.draft).uid
            if is_last:
                follows = uid if sample.draft.kind in _FOLLOWED else None
                log_meeting(session, self.writer.next_meeting(sample.draft, follows))
        # The summary first: what is done on the evening of its day is not in it.
        agenda.add(min(sample.issued_on, self.today), partial(self.issue, uid))
        for step in sample.steps:
            agenda.add(step.on, partial(self.take, uid, step, sample.language))

    def take(self, meeting: UUID, step: Step, language: Language) -> None:
        # The office's newest entries still await their translation; answers came in both languages.
        is_translated = step.status is None or self.today - step.on > _LATELY
        with self.database.write() as session:
            meeting_now = get_record(session, Meeting, meeting)
            take(session, meeting_now, step, language, is_translated=is_translated)

    def issue(self, meeting: UUID) -> None:
        self.issued.append(prepare_session_summary(self.database, str(meeting)))


def _hold_awareness(database: Database, action: AwarenessDraft, associations: list[UUID]) -> None:
    """Record an action, and which of the office's associations took part."""
    with database.write() as session:
        uid = record_awareness(session, action).uid
        came = tuple(
            (association, True) for association in associations[: action.associations or 0]
        )
        change_meeting(session, uid, replace(draft_of_meeting(session, uid), attendances=came))


def _register_partners(database: Database, writer: SampleWriter) -> dict[UUID, SamplePartner]:
    registered = {}
    with database.write() as session:
        for sample in writer.partners.partners():
            partner = register_partner(session, sample.draft)
            informed_on = clock.today()
            register_person(session, writer.partners.person(partner.uid, sample, informed_on))
            registered[partner.uid] = sample
    return registered
