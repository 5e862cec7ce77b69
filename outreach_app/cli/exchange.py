"""Commands between offices: export, import, acknowledge."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy.orm import Session

from outreach_app.atomic_files import disk_of
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress, say
from outreach_app.cli.stations import Out, station_name
from outreach_app.cli.watching import as_they_come
from outreach_app.exchange.exporting.bundles import WrittenBundle, write_bundles
from outreach_app.exchange.exporting.planning import (
    Receiver,
    list_named_records,
    plan_answers,
    plan_export,
    several_answers,
)
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ImportSummary, ReceivedFile
from outreach_app.exchange.importing.restorations import behind_warnings, find_restored
from outreach_app.exchange.stations import registry
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrolled_card
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.queries.records_naming_people import NamingRecord
from outreach_app.queries.stations import list_stations
from outreach_app.rules.dates import date_words
from outreach_app.rules.names import shown_name
from outreach_app.rules.statuses import BundleStatus

_STATUSES = (
    BundleStatus.IMPORTED,
    BundleStatus.DUPLICATE,
    BundleStatus.ELSEWHERE,
    BundleStatus.REFUSED,
    BundleStatus.QUARANTINED,
)
_NAMED = 50  # files with the same sentence: anybody can fill a folder with damaged ones


class To(StrEnum):
    """The receiver of an export."""

    HEADQUARTERS = Receiver.HEADQUARTERS.value
    SIBLING = Receiver.SIBLING.value


def export(
    common: Common,
    out: Out,
    to: Annotated[To, typer.Option(help=_("Who it is for."))] = To.HEADQUARTERS,
    full: Annotated[
        bool, typer.Option("--full", help=_("Send everything, including what was acknowledged."))
    ] = False,
    names: Annotated[
        bool,
        typer.Option("--names", help=_("Include names and contacts of people; this is logged.")),
    ] = False,
) -> Answer:
    folder = out.absolute()
    disk = disk_of(folder)  # before a passphrase is typed and checked
    with common.opened() as office:
        with office.database.read() as session:
            plan = plan_export(session, Receiver(to.value), is_full=full)
            named = list_named_records(session, [plan])
            receivers = [_receiver(session, device) for device in plan.stations]
        _say_names(named)
        written = write_bundles(
            office.database,
            [plan],
            folder,
            console_progress(),
            includes_names=names,
            disk=disk,
        )
    lines = [str(bundle.path) for bundle in written]
    if not plan.events:
        lines.append(_("Nothing changed since the last acknowledgement; the file states this."))
    uids = [row.uid for row in named]
    bundles = [_bundle_fields(row) for row in written]
    result = {"bundles": bundles, "named_records": uids, "receivers": receivers}
    return Answer(result, lines)


def _receiver(session: Session, device: UUID) -> dict[str, object]:
    """Return a receiver with the fingerprint of the card that it is known by; say it.

    Another program that changes the keys of the receiver in this store changes it too.
    """
    card = enrolled_card(session, device)
    digits = card_fingerprint(card)
    words = _("Fingerprint of its card: {digits}").format(digits=isolate(digits))
    say(f"{shown_name(card)} · {words}")
    return {"device": device, "fingerprint": digits}


def import_bundles(
    common: Common,
    paths: Annotated[list[Path], typer.Argument(help=_("Exchange files, or folders of them."))],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what would be done, and do nothing."))
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help=_("Keep watching these folders, and import new files."))
    ] = False,
) -> Answer:
    if not watch:
        return _import(common, paths, dry_run=dry_run)
    asked_once = common.with_passphrase()
    return as_they_come(paths, lambda ready: _import(asked_once, ready, dry_run=dry_run))


def _import(common: Common, paths: Sequence[Path], *, dry_run: bool) -> Answer:
    with common.opened() as office:
        if not dry_run:
            office.back_up_first()
        summary = import_paths(
            office.database,
            [path.absolute() for path in paths],
            console_progress(),
            dry_run=dry_run,
        )
        with office.database.read() as session:
            restored, held = find_restored(session), _acknowledged(session, summary)
    behind = [row.message for row in behind_warnings(restored)] if restored else []
    _say_sentences(summary.files)
    counts = {status: summary.count(status) for status in _STATUSES}
    totals = counts | {"events": sum(row.events for row in summary.files), "new": summary.new}
    line = _(
        "Imported: {imported}. Already there: {duplicate}. Refused: {refused}. Waiting for a "
        "decision: {quarantined}."
    )
    lines = [line.format(**counts)]
    if counts[BundleStatus.ELSEWHERE]:
        lines.append(
            _("For other computers: {number}.").format(number=counts[BundleStatus.ELSEWHERE])
        )
    lines += behind
    if held is not None:
        heard = _("Headquarters has your changes up to no. {number}.")
        lines.append(heard.format(number=isolate(str(held))))
    result = {"bundles": [_imported(file) for file in summary.files], "totals": totals}
    return Answer(result | {"behind": behind}, lines, _is_complete(summary))


def _say_sentences(files: Sequence[ReceivedFile]) -> None:
    """Print what is to be known of each file; of many with the same sentence only their number."""
    told = [file for file in files if file.sentence and file.status != BundleStatus.ELSEWHERE]
    said = Counter[str]()
    for file in told:
        said[file.sentence] += 1
        if said[file.sentence] <= _NAMED:
            say(f"{isolate_file(file.path.name)}: {file.sentence}")
    for sentence, count in said.items():
        if count > _NAMED:
            more = _("Other files of which the same is true: {count}. {sentence}")
            say(more.format(count=isolate(str(count - _NAMED)), sentence=sentence))


def acknowledge(common: Common, out: Out) -> Answer:
    folder = out.absolute()
    disk = disk_of(folder)
    with common.opened() as office:
        with office.database.read() as session:
            plans = plan_answers(session)
            rows = {row.device: row for row in list_stations(session)}
        written = write_bundles(office.database, plans, folder, console_progress(), disk=disk)
    receivers = [rows[bundle.stations[0]] for bundle in written]
    pairs = list(zip(written, receivers, strict=True))
    bundles = [
        _bundle_fields(bundle) | {"to": row.device, "office": row.office} for bundle, row in pairs
    ]
    lines = [f"{bundle.path}: {station_name(row)}" for bundle, row in pairs]
    note = several_answers(plans)
    lines += [note] if note else []
    none = _("No precinct is enrolled: there is nobody to answer.")
    return Answer({"bundles": bundles}, lines or [none])


def _acknowledged(session: Session, summary: ImportSummary) -> int | None:
    """Return the last change of this computer that headquarters acknowledged."""
    senders = {str(row.device) for row in registry.headquarters_stations(session)}
    said = [file.acknowledged for file in summary.files if file.device in senders]
    return max(filter(None, said), default=None)


def _is_complete(summary: ImportSummary) -> bool:
    return not summary.left_out and not any(
        map(summary.count, (BundleStatus.REFUSED, BundleStatus.QUARANTINED))
    )


def _bundle_fields(bundle: WrittenBundle) -> dict[str, object]:
    return {
        "path": bundle.path,
        "device": bundle.device,
        "first": bundle.first,
        "last": bundle.last,
        "count": bundle.count,
    }


def _imported(file: ReceivedFile) -> dict[str, object]:
    return {
        "path": file.path,
        "status": file.status,
        "code": file.code,
        "message": file.sentence,
        "device": file.device,
        "events": file.events,
        "new": file.new,
        "gaps": file.gaps,
        "acknowledged": file.acknowledged,
    }


def _say_names(records: Sequence[NamingRecord]) -> None:
    """Warn of names in free text, which is not withheld: a person must check it first."""
    for row in records:
        line = {
            "meeting": _(
                "Meeting {number} of {date} names a person: {names}. Remove the name from its "
                "text before you hand the files over."
            ),
            "rumour": _(
                "Rumour {number} of {date} names a person: {names}. Remove the name from its text "
                "before you hand the files over."
            ),
            "remark": _(
                "Remark {number} of {date} names a person: {names}. Remove the name from its text "
                "before you hand the files over."
            ),
            "proposal": _(
                "The proposed frequent point of {date} names a person: {names}. Withdraw it "
                "before you hand the files over."
            ),
            "publication": _(
                "The publication of {date} names a person: {names}. Remove the name from its text "
                "before you hand the files over."
            ),
            "partner": _(
                "Partner {number} bears the name of a person: {names}. Record it as named after a "
                "person, or change its name, before you hand the files over."
            ),
        }[row.entity]
        day = date_words(row.day) if row.day else ""
        told = line.format(number=row.number, date=day, names="، ".join(row.names))
        in_trash = _("It is in the trash: restore it first, then delete it again.")
        say(f"{told} {in_trash}" if row.is_deleted else told)
