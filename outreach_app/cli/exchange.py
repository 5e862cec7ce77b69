"""Commands between offices: card, enrol, revoke, renew, export, import, acknowledge."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy.orm import Session

from outreach_app import i18n
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress, say
from outreach_app.cli.watching import as_they_come
from outreach_app.errors import NotFound
from outreach_app.exchange.exporting.bundles import WrittenBundle, write_bundles
from outreach_app.exchange.exporting.planning import Receiver, plan_answers, plan_export
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ImportSummary, ReceivedFile
from outreach_app.exchange.importing.restorations import behind_warnings, find_restored
from outreach_app.exchange.stations import registry, revocation
from outreach_app.exchange.stations.cards import SUFFIX, card_fingerprint, read_card, write_card
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.renewal import renew_station
from outreach_app.exchange.stations.standing import find_standing
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.acceptance import dependent_devices
from outreach_app.queries.named_people import NamingRecord
from outreach_app.queries.stations import StationRow, list_stations
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.statuses import BundleStatus
from outreach_app.whole import make_folder

Out = Annotated[Path, typer.Option(help=_("The folder to write into."))]
_STATUSES = (
    BundleStatus.IMPORTED,
    BundleStatus.DUPLICATE,
    BundleStatus.ELSEWHERE,
    BundleStatus.REFUSED,
    BundleStatus.QUARANTINED,
)


class To(StrEnum):
    """The receiver of an export."""

    HEADQUARTERS = Receiver.HEADQUARTERS.value
    SIBLING = Receiver.SIBLING.value


def card(common: Common, out: Out) -> Answer:
    with common.opened() as office, office.database.read() as session:
        own = registry.own_card(session)
    make_folder(out)
    path = out.absolute() / f"{own.device}{SUFFIX}"
    write_card(own, path)
    digits = card_fingerprint(own)
    line = _("Read this fingerprint aloud by telephone: {fingerprint}")
    lines = [str(path), line.format(fingerprint=i18n.isolate(digits))]
    return Answer({"path": path, "device": own.device, "fingerprint": digits}, lines)


def enrol(
    common: Common,
    file: Annotated[Path, typer.Argument(metavar="CARD", help=_("The card of a station."))],
    digits: Annotated[
        str, typer.Option("--fingerprint", help=_("The fingerprint, as it was read to you."))
    ],
    second: Annotated[
        bool,
        typer.Option(
            "--second-computer",
            help=_("Its office was called, and says that this is a further computer of it."),
        ),
    ] = False,
) -> Answer:
    enrolled = read_card(file)
    with common.opened() as office:
        with office.database.read() as session:
            verdict = find_standing(session, enrolled, is_confirmed=second).verdict
        device = enrol_card(office.database, office.folder, enrolled, digits, is_confirmed=second)
        with office.database.read() as session:
            row = _station(session, device)
    line = _("Enrolled: {office}.").format(office=_name(row))
    result = {"device": device, "office": row.office, "role": row.role, "verdict": verdict}
    return Answer(result, [line])


def revoke(
    common: Common,
    device: Annotated[str, typer.Argument(help=_("The device of the station."))],
    from_seq: Annotated[int, typer.Option("--from", help=_("The first change that is refused."))],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Say what would be done, do nothing."))
    ] = False,
) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            dependent = dependent_devices(session, _device(device))
        with office.database.write() as session:
            revocation.revoke(session, _device(device), from_seq)
            row = _station(session, _device(device))
            along = [_station(session, other) for other in sorted(dependent)]
            if dry_run:
                session.rollback()
    line = _("{office}: nothing is taken in any more from change no. {number} on.")
    lines = [line.format(office=_name(row), number=i18n.isolate(str(from_seq)))]
    line = _("{office}, computer {device}: nothing is taken in until its card is enrolled.")
    lines += [
        line.format(office=_name(other), device=isolate(str(other.device))) for other in along
    ]
    result = {"device": row.device, "revoked_from": from_seq, "along": [r.device for r in along]}
    return Answer(result, lines)


def renew(common: Common) -> Answer:
    with common.opened() as office:
        with office.database.write() as session:
            former = registry.own_station(session).device
            renew_station(session)
        with office.database.read() as session:
            own = registry.own_card(session)
    command = "outreach acknowledge" if own.role == OfficeRole.HEADQUARTERS else "outreach export"
    line = _("This computer has a new number. Now export again: {command}.")
    result = {"device": own.device, "former": former, "fingerprint": card_fingerprint(own)}
    return Answer(result, [line.format(command=isolate(command))])


def export(
    common: Common,
    out: Out,
    to: Annotated[To, typer.Option(help=_("Whom it is for."))] = To.HEADQUARTERS,
    full: Annotated[
        bool, typer.Option("--full", help=_("Everything, whatever was acknowledged."))
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help=_("Names and contacts of people too; this is logged."))
    ] = False,
) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            plan = plan_export(session, Receiver(to.value), is_full=full)
        _say_names(plan.named_records)
        plans = [plan] if plan.events else []
        written = write_bundles(
            office.database, plans, out.absolute(), console_progress(), includes_names=names
        )
    lines = [str(bundle.path) for bundle in written]
    nothing = _("Nothing to export: all was acknowledged. --full exports it again.")
    named = [row.uid for row in plan.named_records]
    result = {"bundles": [_written(row) for row in written], "named_records": named}
    return Answer(result, lines or [nothing])


def import_bundles(
    common: Common,
    paths: Annotated[list[Path], typer.Argument(help=_("Exchange files, or folders of them."))],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Say what would be done, do nothing."))
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help=_("Go on with what comes into these folders."))
    ] = False,
) -> Answer:
    if not watch:
        return _import(common, paths, dry_run=dry_run)
    asked_once = common.with_passphrase()
    return as_they_come(paths, lambda ready: _import(asked_once, ready, dry_run=dry_run))


def _import(common: Common, paths: Sequence[Path], *, dry_run: bool) -> Answer:
    with common.opened() as office:
        if not dry_run:
            office.back_up()
        summary = import_paths(
            office.database,
            [path.absolute() for path in paths],
            console_progress(),
            dry_run=dry_run,
        )
        with office.database.read() as session:
            restored, held = find_restored(session), _acknowledged(session, summary)
    behind = [row.message for row in behind_warnings(restored)] if restored else []
    for file in summary.files:
        if file.sentence and file.status != BundleStatus.ELSEWHERE:
            say(f"{file.path.name}: {file.sentence}")
    counts = {status: summary.count(status) for status in _STATUSES}
    totals = counts | {"events": sum(row.events for row in summary.files), "new": summary.new}
    line = _(
        "Imported: {imported}. Already there: {duplicate}. Refused: {refused}."
        " Waiting for a person: {quarantined}."
    )
    lines = [line.format(**counts)]
    if counts[BundleStatus.ELSEWHERE]:
        lines.append(
            _("For other computers: {number}.").format(number=counts[BundleStatus.ELSEWHERE])
        )
    if held is not None:
        heard = _("Headquarters holds your changes up to no. {number}.")
        lines.append(heard.format(number=isolate(str(held))))
    result = {"bundles": [_imported(file) for file in summary.files], "totals": totals}
    return Answer(result | {"behind": behind}, lines + behind, _is_complete(summary))


def acknowledge(common: Common, out: Out) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            plans = plan_answers(session)
            rows = {row.device: row for row in list_stations(session)}
        written = write_bundles(office.database, plans, out.absolute(), console_progress())
    receivers = [rows[bundle.stations[0]] for bundle in written]
    pairs = list(zip(written, receivers, strict=True))
    bundles = [_written(bundle) | {"to": row.device, "office": row.office} for bundle, row in pairs]
    lines = [f"{bundle.path}: {_name(row)}" for bundle, row in pairs]
    none = _("No precinct is enrolled: there is nobody to answer.")
    return Answer({"bundles": bundles}, lines or [none])


def _acknowledged(session: Session, summary: ImportSummary) -> int | None:
    """Return the last change of this computer that an answer of headquarters acknowledged."""
    senders = {str(row.device) for row in registry.headquarters_stations(session)}
    said = [file.acknowledged for file in summary.files if file.device in senders]
    return max(filter(None, said), default=None)


def _is_complete(summary: ImportSummary) -> bool:
    return not summary.left_out and not any(
        map(summary.count, (BundleStatus.REFUSED, BundleStatus.QUARANTINED))
    )


def _written(bundle: WrittenBundle) -> dict[str, object]:
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
    """Warn of names in free text, which are not withheld: a person must look first."""
    for row in records:
        line = {
            "meeting": _(
                "Meeting {number} of {date} names a person: {names}."
                " Take the name out of its text before you hand the files over."
            ),
            "rumour": _(
                "Rumour {number} of {date} names a person: {names}."
                " Take the name out of its text before you hand the files over."
            ),
            "remark": _(
                "Remark {number} of {date} names a person: {names}."
                " Take the name out of its text before you hand the files over."
            ),
            "publication": _(
                "The publication of {date} names a person: {names}."
                " Take the name out of its text before you hand the files over."
            ),
        }[row.entity]
        day = i18n.isolate(f"{row.day:%d/%m/%Y}")
        say(line.format(number=row.number, date=day, names="، ".join(row.names)))


def _station(session: Session, device: UUID) -> StationRow:
    return next(row for row in list_stations(session) if row.device == device)


def _device(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        message = _("No station is enrolled under {device}.").format(device=isolate(text))
        raise NotFound(message) from error


def _name(row: StationRow) -> str:
    is_arabic = i18n.current() is Language.ARABIC
    name, city = (row.name.ar, row.city.ar) if is_arabic else (row.name.fr, row.city.fr)
    return f"{name} ({city})"
