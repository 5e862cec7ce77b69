"""Commands of retention: records due, lists, archives, destruction."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from outreach_app.cli.documents import DocumentFiles
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress
from outreach_app.cli.rumours import day_of
from outreach_app.cli.second_person import Second, SecondFile, confirmed
from outreach_app.documents.worker import DocumentWorker
from outreach_app.field_words import ELIMINATION_WORDS, KEPT_WORDS, term_code_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.issuing import sealing
from outreach_app.issuing.eliminations import (
    archive_elimination,
    destroy_elimination,
    former_copies_of,
    prepare_destruction,
    prepare_elimination,
    unseal_archive,
)
from outreach_app.queries.records import uid_of
from outreach_app.queries.records_past_term import DueRow
from outreach_app.queries.retention import (
    EliminationRow,
    count_held_back,
    get_elimination_row,
    list_due,
    list_eliminations,
    list_items,
    terms_of_own_office,
)
from outreach_app.rights import Right
from outreach_app.rules.dates import date_text
from outreach_app.rules.retention import Kept
from outreach_app.search import upkeep
from outreach_app.services import eliminations

Uid = Annotated[str, typer.Argument(help=_("The uid of a list, as list and propose print it."))]
Kinds = Annotated[list[Kept] | None, typer.Option("--kind", help=_("Only these kinds."))]


def list_rows(common: Common) -> Answer:
    with common.opened() as office, office.database.read() as session:
        due, lists = list_due(session), list_eliminations(session)
        held, terms = count_held_back(session), terms_of_own_office(session)
    lines = [_due_line(row) for row in due] or [_("Nothing is kept past its retention period.")]
    if held:
        line = _(
            "Meetings and remarks past their retention period that are kept because of an open "
            "commitment: {count}."
        )
        lines.append(line.format(count=isolate(str(held))))
    result = {
        "due": [_due_result(row) for row in due],
        "held_back": held,
        "terms": {str(kind): months for kind, months in terms.items()},
        "lists": list(map(_result, lists)),
    }
    return Answer(result, lines + list(map(_line, lists)))


def show(common: Common, uid: Uid) -> Answer:
    with common.opened() as office, office.database.read() as session:
        row, items = get_elimination_row(session, uid_of(uid)), list_items(session, uid_of(uid))
    lines = [_line(row), *map(_due_line, items)]
    return Answer(_result(row) | {"on_it": list(map(_due_result, items))}, lines)


def change_term(
    common: Common,
    kind: Annotated[Kept, typer.Argument(help=_("The kind of record that the period applies to."))],
    months: Annotated[int, typer.Argument(help=_("The retention period in months."))],
) -> Answer:
    with common.opened() as office, office.database.write() as session:
        terms = terms_of_own_office(session) | {kind: months}
        eliminations.change_terms(session, terms)
    return Answer({"kind": kind, "months": months}, [term_code_words(f"{kind}-{months}")])


def propose(
    common: Common,
    files: DocumentFiles,
    kinds: Kinds = None,
) -> Answer:
    chosen = common.with_passphrase()
    with chosen.opened() as office, office.database.write() as session:
        uid = eliminations.propose_elimination(session, tuple(kinds or ())).uid
    made = issue(chosen, str(uid), files)
    return Answer({"uid": uid, **made.result}, [str(uid), *made.lines])


def issue(
    common: Common,
    uid: Uid,
    files: DocumentFiles,
) -> Answer:
    return files.write(common, lambda database: prepare_elimination(database, uid_of(uid)))


def withdraw(common: Common, uid: Uid) -> Answer:
    with common.opened() as office, office.database.write() as session:
        eliminations.withdraw_elimination(session, uid_of(uid))
    return Answer({"uid": uid}, [_("The list was withdrawn. Nothing was destroyed.")])


def archivist(
    common: Common,
    key: Annotated[
        Path | None, typer.Option("--key", help=_("A file with the key to seal to."))
    ] = None,
    new: Annotated[
        Path | None, typer.Option("--new", help=_("Create a key, and write its secret half here."))
    ] = None,
) -> Answer:
    asks = common.asks if key is None and new is None else Right.OFFICE
    with replace(common, asks=asks).opened() as office:
        if new is not None:
            sealing.make_archivist_key(office.database, new.absolute())
        elif key is not None:
            public = sealing.read_public_key(key)
            with office.database.write() as session:
                sealing.change_archivist(session, public)
        with office.database.read() as session:
            found = sealing.find_archivist(session)
    said = _("Archives are sealed to {key}.").format(key=isolate(found)) if found else ""
    return Answer({"archivist": found}, [said or _("No key to seal archives to has been chosen.")])


def open_archive(
    common: Common,
    file: Annotated[Path, typer.Argument(help=_("The archive, unaltered."))],
    key: Annotated[Path, typer.Argument(help=_("The file of the archivist's secret key."))],
    out: Annotated[Path, typer.Argument(help=_("The ZIP file to write."))],
) -> Answer:
    with common.opened() as office:
        unseal_archive(office.database, file, key, out.absolute())
    return Answer({"file": out.absolute()}, [_("Written: {file}").format(file=isolate(str(out)))])


def archive(
    common: Common,
    uid: Uid,
    file: Annotated[Path, typer.Argument(help=_("The file to write, such as archive.zip.age."))],
) -> Answer:
    with common.opened() as office, closing(DocumentWorker()) as worker:
        count = archive_elimination(
            office.database, uid_of(uid), file.absolute(), worker, console_progress()
        )
        with office.database.read() as session:
            row = get_elimination_row(session, uid_of(uid))
    said = _("The archive was written, sealed and read back: {file}, {count} records.")
    said = said.format(file=isolate(str(file.absolute())), count=isolate(str(count)))
    return Answer(_result(row) | {"file": file.absolute(), "archived": count}, [said])


def destroy(  # noqa: PLR0913, PLR0917  each is an option of the command
    common: Common,
    uid: Uid,
    agreement: Annotated[
        str, typer.Option(help=_("The number of the agreement of the Archives du Maroc."))
    ],
    agreed_on: Annotated[str, typer.Option(help=_("The day of that agreement."))],
    second: Second = None,
    second_passphrase_file: SecondFile = None,
    archive_file: Annotated[
        Path | None,
        typer.Option("--archive", help=_("The archive of the list, unaltered.")),
    ] = None,
) -> Answer:
    agreed = eliminations.AgreementDraft(agreement, day_of(agreed_on))
    with common.opened() as office:
        with office.database.read() as session:  # before anybody types a passphrase
            eliminations.require_agreement(session, uid_of(uid), agreed)
        who = confirmed(office, second, second_passphrase_file, Right.RETENTION)
        done = destroy_elimination(
            office.database, uid_of(uid), archive_file, agreed, who, office.backup_places
        )
        upkeep.purge(office.database)
        former = former_copies_of(done, office.folder, office.backup_places)
    said = _("Destroyed: {count}. Issue the certificate with retention certificate.")
    said = said.format(count=isolate(str(done.count)))
    result = {"uid": uid, "destroyed": done.count, **former.result}
    return Answer(result, [said, *former.words_of_destroyed()])


def certificate(common: Common, uid: Uid, files: DocumentFiles) -> Answer:
    return files.write(common, lambda database: prepare_destruction(database, uid_of(uid)))


def _due_result(row: DueRow) -> dict[str, object]:
    return {
        "kind": row.kind,
        "noun": row.entity,
        "key": row.key,
        "number": row.number,
        "day": row.day.isoformat(),
        "due_on": row.due_on.isoformat(),
        "count": row.count,
    }


def _due_line(row: DueRow) -> str:
    number = f" {row.number}" if row.number else ""
    days = f"{date_text(row.day)} → {date_text(row.due_on)}"
    return f"{KEPT_WORDS[row.kind]()} · {isolate(days)}{isolate(number) if number else ''}"


def _result(row: EliminationRow) -> dict[str, object]:
    return {
        "uid": row.uid,
        "state": row.state,
        "number": row.number,
        "items": row.items,
        "records": row.records,
        "agreement": row.agreement,
    }


def _line(row: EliminationRow) -> str:
    number = isolate(row.number) if row.number else isolate(str(row.uid))
    count = _("{count} on it").format(count=isolate(str(row.items)))
    return f"{number} · {ELIMINATION_WORDS[row.state]()} · {count}"
