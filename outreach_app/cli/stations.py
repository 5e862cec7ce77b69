"""Commands on stations: card, enrol, revoke, renew, rotate, and another headquarters."""

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy.orm import Session

from outreach_app import i18n
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.second_person import Second, SecondFile, confirmed
from outreach_app.cli.secret_files import first_line
from outreach_app.errors import NotFound
from outreach_app.exchange.stations import registry, replacing, revocation
from outreach_app.exchange.stations.cards import SUFFIX, card_fingerprint, read_card
from outreach_app.exchange.stations.enrolment import enrol_card, give_card
from outreach_app.exchange.stations.renewal import renew_station, rotate_keys
from outreach_app.exchange.stations.standing import find_standing
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.acceptance import dependent_devices
from outreach_app.queries.stations import StationRow, list_stations
from outreach_app.rights import Right
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import OfficeRole

Out = Annotated[Path, typer.Option(help=_("The folder to write into."))]


def card(common: Common, out: Out) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            own = registry.own_card(session)
        path = out.absolute() / f"{own.device}{SUFFIX}"
        give_card(office.database, path)
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
    second_of: Annotated[
        str | None,
        typer.Option(
            metavar="OFFICE",
            help=_(
                "The name of the registered office that was called and confirmed that the card is "
                "its own."
            ),
        ),
    ] = None,
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    with common.opened() as office:
        enrolled = read_card(file)
        with office.database.read() as session:
            holder = _registered(session, second_of) if second_of else None
            verdict = find_standing(session, enrolled, second_of=holder).verdict
        device = enrol_card(
            office.database,
            office.folder,
            enrolled,
            digits,
            second_of=holder,
            confirmed_by=confirmed(office, second, second_file, Right.STATIONS),
        )
        with office.database.read() as session:
            row = _station(session, device)
    line = _("Enrolled: {office}.").format(office=station_name(row))
    result = {"device": device, "office": row.office, "role": row.role, "verdict": verdict}
    return Answer(result, [line])


def replace_headquarters(
    common: Common,
    file: Annotated[
        Path, typer.Argument(metavar="CARD", help=_("The card of the new headquarters."))
    ],
    digits: Annotated[
        str, typer.Option("--fingerprint", help=_("The fingerprint, as it was read to you."))
    ],
    recovery_code_file: Annotated[
        Path, typer.Option(help=_("A file whose first line is the recovery code."))
    ],
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    with common.opened() as office:
        card, code = read_card(file), first_line(recovery_code_file)
        by = confirmed(office, second, second_file, Right.STATIONS)
        device = replacing.replace_headquarters(
            office.database, office.folder, card, digits, code, by
        )
        with office.database.read() as session:
            row = _station(session, device)
    line = _("Your headquarters is now: {office}. Now export everything to it: {command}.")
    words = line.format(office=station_name(row), command=isolate("outreach export"))
    return Answer({"device": device, "office": row.office}, [words])


def revoke(
    common: Common,
    device: Annotated[str, typer.Argument(help=_("The device of the station."))],
    from_seq: Annotated[int, typer.Option("--from", help=_("The first change that is refused."))],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what would be done, and do nothing."))
    ] = False,
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    with common.opened() as office:
        by = confirmed(office, second, second_file, Right.STATIONS)
        with office.database.read() as session:
            dependent = dependent_devices(session, _device(device))
        with office.database.write() as session:
            revocation.revoke(session, _device(device), from_seq, by)
            revoked = _station(session, _device(device))
            along = [_station(session, other) for other in sorted(dependent)]
            if dry_run:
                session.rollback()
    line = _("{office}: changes from no. {number} on are no longer accepted.")
    lines = [line.format(office=station_name(revoked), number=i18n.isolate(str(from_seq)))]
    line = _("{office}, computer {device}: nothing is accepted until its card is enrolled.")
    lines += [
        line.format(office=station_name(other), device=isolate(str(other.device)))
        for other in along
    ]
    devices = [row.device for row in along]
    result = {"device": revoked.device, "revoked_from": from_seq, "along": devices}
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


def rotate(common: Common) -> Answer:
    with common.opened() as office:
        with office.database.write() as session:
            former = registry.own_station(session).device
            rotate_keys(session)
        with office.database.read() as session:
            own = registry.own_card(session)
    line = _(
        "Former number, which the others must revoke if somebody else may have its keys: {device}"
    )
    lines = [
        _("This computer has new keys, which the former ones vouch for: export again."),
        line.format(device=isolate(str(former))),
    ]
    result = {"device": own.device, "former": former, "fingerprint": card_fingerprint(own)}
    return Answer(result, lines)


def _station(session: Session, device: UUID) -> StationRow:
    return next(row for row in list_stations(session) if row.device == device)


def _registered(session: Session, name: str) -> UUID:
    """Return the registered office of a name. Raises NotFound, also if several have it."""
    rows = {row.office: row for row in list_stations(session)}
    asked = fold_words(name)
    found = [
        uid
        for uid, row in rows.items()
        if asked in {fold_words(words or "") for words in (row.name.ar, row.name.fr)}
        or name == str(uid)
    ]
    if len(found) != 1:
        message = _("No office is registered under this name, or several are: {name}.")
        raise NotFound(message.format(name=isolate(name)))
    return found[0]


def _device(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        message = _("No station is enrolled under {device}.").format(device=isolate(text))
        raise NotFound(message) from error


def station_name(row: StationRow) -> str:
    """Return a station's office and its city, in the current language."""
    is_arabic = i18n.current() is Language.ARABIC
    name, city = (row.name.ar, row.city.ar) if is_arabic else (row.name.fr, row.city.fr)
    return f"{name} ({city})"
