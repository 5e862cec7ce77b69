"""Commands on a whole store: init, connect, check, backup, restore, move."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import typer

from outreach_app import (
    accounts,
    clock,
    i18n,
    journal,
    register_moves,
    restoring,
    server_connections,
    startup,
)
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress, say
from outreach_app.cli.second_person import Second, SecondFile, passphrase_of_second
from outreach_app.database.address import read_address
from outreach_app.errors import Locked, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.models import Restoration
from outreach_app.older_stores import GoingOn
from outreach_app.readying import Confirmed
from outreach_app.restored_words import passphrases_of_its_day
from outreach_app.rules.dates import date_text
from outreach_app.rules.names import shown_name
from outreach_app.services.offices import OfficeDraft
from outreach_app.startup import NewStore, OpenOffice
from outreach_app.transfer.json_file import read_json
from outreach_app.untrusted_files import MAX_SMALL

_TO_FILE = "file"


def init(
    common: Common,
    role: Annotated[str, typer.Option(help=_("precinct or headquarters"))],
    office: Annotated[Path, typer.Option(help=_("A JSON file that describes the office."))],
    database: Annotated[
        str | None,
        typer.Option(
            help=_("Headquarters only: an empty database on a server, postgresql+psycopg://…")
        ),
    ] = None,
) -> Answer:
    draft = read_office(office, role)
    server = read_address(database) if database else None
    passphrase = common.new_passphrase()
    made = startup.create_store(common.folder, passphrase, draft, server=server)
    return created(common, passphrase, draft, made)


def connect(
    common: Common,
    database: Annotated[
        str,
        typer.Option(help=_("Where the register is: postgresql+psycopg://NAME@SERVER/DATABASE")),
    ],
) -> Answer:
    server_connections.connect(common.folder, read_address(database))
    line = _("On this computer the register is opened with the passphrase of an account: {folder}.")
    return Answer({"store": common.folder}, [line.format(folder=isolate(str(common.folder)))])


def created(common: Common, passphrase: str, draft: OfficeDraft, new: NewStore) -> Answer:
    """Return the answer of a new store: its folder, and codes that are shown only once."""
    result: dict[str, object] = {
        "store": common.folder,
        "office": shown_name(draft),
        "device": _device(common.folder, passphrase),
        "recovery_code": new.recovery_code,
    }
    done = _("The store was created in {folder}.")
    code = _("Recovery code, shown only now. Print it and keep it in a safe place: {code}")
    lines = [
        done.format(folder=isolate(str(common.folder))),
        code.format(code=i18n.isolate(new.recovery_code)),
    ]
    if new.recovery_key is not None:
        result["recovery_key"] = new.recovery_key
        key = _(
            "Recovery key of headquarters, shown only now."
            " Keep it off this computer, in a safe: {key}"
        )
        lines.append(key.format(key=i18n.isolate(new.recovery_key)))
    return Answer(result, lines)


def confirm_date(common: Common) -> Answer:
    common = common.with_passphrase()
    notice, has_confirmed = _confirmed(common, lambda: Confirmed(is_date=True))
    if notice:
        say(notice)
    today = date_text(clock.today())
    line = _("The register continues with this date: {date}.")
    if not has_confirmed:
        line = _("There was no date to confirm: {date} is likely, and the register goes by it.")
    result = {"date": today, "confirmed": has_confirmed}
    return Answer(result, [line.format(date=isolate(today))])


def confirm_older(common: Common, second: Second = None, second_file: SecondFile = None) -> Answer:
    def decided() -> Confirmed:
        if second is None:
            return Confirmed(older=GoingOn())
        return Confirmed(older=GoingOn(common.uid_of(second), passphrase_of_second(second_file)))

    common = common.with_passphrase()
    notice, has_confirmed = _confirmed(common, decided)
    lines = [notice] if notice else []
    if not has_confirmed:
        lines.append(_("The register is not older than when it was last closed."))
    return Answer({"store": common.folder, "confirmed": has_confirmed}, lines)


def _confirmed(common: Common, decided: Callable[[], Confirmed]) -> tuple[str | None, bool]:
    """Open the store, by the decision if it needs one; return its notice, and if it did."""
    secret, account = common.passphrase(), common.account_uid()
    try:
        return _notice(common, startup.opened(common.folder, secret, account)), False
    except Locked as error:
        if not error.details.get("may_confirm"):
            raise
    opening = startup.opened(common.folder, secret, account, confirmed=decided())
    return _notice(common, opening), True


def _notice(common: Common, opening: AbstractContextManager[OpenOffice]) -> str | None:
    with opening as office:
        accounts.require_settled(office.account)
        common.admit(office)
        return office.notice


def check(common: Common) -> Answer:
    checks = startup.check(common.folder, common.passphrase(), common.account_uid())
    rows = [{"name": row.name, "ok": row.is_sound, "detail": row.detail} for row in checks]
    lines = [f"{'✓' if row.is_sound else '✗'} {row.name}: {row.detail}" for row in checks]
    lines += dict.fromkeys(row.advice for row in checks if row.advice is not None)
    is_sound = all(row.is_sound for row in checks)
    return Answer({"ok": is_sound, "checks": rows}, lines, is_sound)


def backup(
    common: Common, out: Annotated[Path, typer.Option(help=_("The backup file to write."))]
) -> Answer:
    with common.opened() as office:
        records = office.back_up_to(out.absolute())
    line = _("Backed up and verified: {file}. Records: {records}.")
    return Answer(
        {"path": out, "records": records},
        [line.format(file=isolate(str(out.absolute())), records=records)],
    )


def restore(
    common: Common, file: Annotated[Path, typer.Argument(help=_("The backup file."))]
) -> Answer:
    secret = common.passphrase()
    records = restoring.restore(file.absolute(), common.folder, secret)
    with startup.opened(common.folder, secret) as office, office.database.read() as session:
        device = journal.current_device(session).uid
        as_of = session.get_one(Restoration, device).as_of
    result = {"store": common.folder, "device": device, "records": records, "as_of": as_of}
    line = _("Restored into {folder}. Records: {records}.")
    again = _("It ends on {date}: names that were erased later are in it again. Erase them again.")
    lines = [
        line.format(folder=isolate(str(common.folder)), records=records),
        again.format(date=clock.moment_words(as_of)),
        passphrases_of_its_day(),
    ]
    return Answer(result, lines)


def move(
    common: Common,
    to: Annotated[str, typer.Option(help=_("An address postgresql+psycopg://…, or: file"))],
) -> Answer:
    server = None if to == _TO_FILE else read_address(to)
    secret, account = common.passphrase(), common.account_uid()
    rows = register_moves.move_store(common.folder, secret, account, server, console_progress())
    line = _("Moved, and compared table by table. Rows: {rows}.")
    return Answer({"to": to, "rows": rows}, [line.format(rows=rows)])


def read_office(file: Path, role: str) -> OfficeDraft:
    """Read an office from a JSON file; a letterhead may be a list of lines.

    Raises UnreadableFile.
    """
    described = read_json(file, most=MAX_SMALL)[1]
    if not isinstance(described, dict):
        message = _(
            "The file {file} does not describe an office. Write its fields, such as {field}, in "
            "one JSON object."
        )
        field = isolate("name_ar")
        raise UnreadableFile(message.format(file=isolate_file(file.name), field=field))
    return _office_draft({name: _text(file, name, described[name]) for name in described}, role)


def _text(file: Path, name: str, value: object) -> str:
    """Return a text, or the lines of a letterhead, as one. Raises UnreadableFile for another."""
    if value is None:
        return ""
    lines = value if isinstance(value, list) and name.startswith("letterhead_") else [value]
    texts = [line for line in lines if isinstance(line, str)]
    if len(texts) == len(lines):
        return "\n".join(texts)
    message = _("“{field}” of {file} is not text. Put it in quotation marks.")
    words = {"field": isolate(name), "file": isolate_file(file.name)}
    raise UnreadableFile(message.format(**words))


def _office_draft(described: Mapping[str, str], role: str) -> OfficeDraft:
    """Return an office's draft from its description; missing text becomes ""."""

    def text(name: str) -> str:
        return described.get(name, "")

    return OfficeDraft(
        role=role,
        number=text("number") or None,
        name_ar=text("name_ar"),
        name_fr=text("name_fr"),
        city_ar=text("city_ar"),
        city_fr=text("city_fr"),
        chief_title_ar=text("chief_title_ar"),
        chief_title_fr=text("chief_title_fr"),
        letterhead_ar=text("letterhead_ar"),
        letterhead_fr=text("letterhead_fr"),
        recipient_ar=text("recipient_ar") or None,
        recipient_fr=text("recipient_fr") or None,
        opening_ar=text("opening_ar") or None,
        opening_fr=text("opening_fr") or None,
        closing_ar=text("closing_ar") or None,
        closing_fr=text("closing_fr") or None,
    )


def _device(folder: Path, secret: str) -> object:
    with startup.opened(folder, secret) as office, office.database.read() as session:
        return journal.current_device(session).uid
