"""The whole job on invented data: stores, meetings over a year, their summaries."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from outreach_app import clock, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing import IssuedSummary, issue_session_summary, write_session_summaries
from outreach_app.progress import Progress
from outreach_app.samples import SamplePartner, SampleWriter, invent_office
from outreach_app.services.meetings import log_meeting
from outreach_app.services.partners import register_partner
from outreach_app.services.people import register_person

DEMO_PASSPHRASE = "demo"  # noqa: S105 - it guards invented data only


@dataclass(slots=True)
class DemoFiles:
    """What the demo wrote."""

    stores: list[Path] = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)


def write_demo(
    folder: Path,
    passphrase: str,
    *,
    meetings: int,
    precincts: int,
    seed: int,
    progress: Progress,
) -> DemoFiles:
    """Make the sample stores and write twin summaries of their meetings.

    Raises NotAllowed where a store is there already, DocumentFailed, Cancelled.
    """
    files = DemoFiles()
    with closing(DocumentWorker()) as worker:
        for place in range(precincts):
            name = f"precinct-{place + 1}"
            startup.create_store(folder / name, passphrase, invent_office(place))
            with startup.opened(folder / name, passphrase) as office:
                writer = SampleWriter(f"{seed} {place}")
                issued = _fill(office.database, writer, meetings, progress)
            files.stores.append(folder / name)
            target = folder / "documents" / name
            written = write_session_summaries(
                issued, tuple(Language), ("pdf",), target, worker, progress
            )
            files.documents += [file.path for file in written]
    return files


def _fill(
    database: Database, writer: SampleWriter, meetings: int, progress: Progress
) -> list[IssuedSummary]:
    today = clock.local(clock.now()).date()
    partners = _register_partners(database, writer)
    names: list[str] = []
    for place in range(meetings):
        progress.step(place, meetings, _("Logging meetings"))
        is_last = place == meetings - 1
        held_on = writer.day(today, place, meetings)
        names.append(_log(database, writer, partners, held_on, today, is_last=is_last))
    progress.step(meetings, meetings, _("Logging meetings"))
    return [issue_session_summary(database, name) for name in names]


def _register_partners(database: Database, writer: SampleWriter) -> list[SamplePartner]:
    registered = []
    with database.write(Actor.CHIEF) as session:
        for draft in writer.partners():
            partner = register_partner(session, draft)
            register_person(session, writer.person(partner.uid))
            registered.append(SamplePartner(partner.uid, partner.type))
    return registered


def _log(
    database: Database,
    writer: SampleWriter,
    partners: Sequence[SamplePartner],
    held_on: date,
    today: date,
    *,
    is_last: bool,
) -> str:
    draft = writer.meeting(held_on, list(partners), today)
    with database.write(Actor.CHIEF) as session:
        meeting = log_meeting(session, draft)
        if is_last:
            log_meeting(session, writer.next_meeting(draft, meeting.uid, today))
        return str(meeting.uid)
