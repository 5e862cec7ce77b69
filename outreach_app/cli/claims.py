"""Commands of claims: requests of people about their own data (law 09-08)."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import typer

from outreach_app.cli.documents import DocumentFiles
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.rumours import On, day_of
from outreach_app.consultations import note_names_listed
from outreach_app.errors import NotFound
from outreach_app.former_copies import list_former_copies, words_of_drafts
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.issuing.privacy import prepare_proof
from outreach_app.queries.claims import ClaimRow, get_claim
from outreach_app.queries.drafts import count_drafts_of_all
from outreach_app.queries.naming_texts import NamingText
from outreach_app.queries.records import uid_of
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.rules.dates import date_words
from outreach_app.search import upkeep
from outreach_app.services.anonymising import (
    AnonymousText,
    keep_text_of_another,
    list_texts_of_claim,
    put_capacity,
)
from outreach_app.services.claims import (
    ClaimDraft,
    answer_claim,
    erase_for_claim,
    record_claim,
)

Uid = Annotated[str, typer.Argument(help=_("The uid of a request."))]


def record(
    common: Common,
    kind: Annotated[ClaimKind, typer.Argument(help=_("What the person asks."))],
    about: Annotated[
        str | None,
        typer.Option(
            help=_(
                "The uid of the person or practice; omit it for somebody who is not recorded here."
            )
        ),
    ] = None,
    checked: Annotated[
        IdentityCheck, typer.Option(help=_("How you verified the person's identity."))
    ] = IdentityCheck.NOT_YET,
    channel: Annotated[
        str, typer.Option(help=_("How it was received, such as rv.phone."))
    ] = "rv.desk",
    on: On = None,
) -> Answer:
    received_on = day_of(on)
    with common.opened() as office:
        person = uid_of(about) if about else None
        draft = ClaimDraft(kind, received_on, channel, person, checked)
        with office.database.write() as session:
            uid = record_claim(session, draft).uid
        with office.database.read() as session:
            row = get_claim(session, uid)
    said = _("The request was recorded under No. {number}: to be answered by {day}.")
    day = date_words(row.due_on)
    return _answer(row, said.format(number=isolate(row.number), day=day))


def answer(
    common: Common,
    uid: Uid,
    decision: Annotated[Decision, typer.Argument(help=_("How it is answered."))],
    on: On = None,
) -> Answer:
    with common.opened() as office:
        with office.database.write() as session:
            row = get_claim(session, uid_of(uid))
            answer_claim(session, row.uid, row.version, decision, day_of(on))
        with office.database.read() as session:
            row = get_claim(session, row.uid)
    return _answer(row, _("The answer was recorded."))


def list_texts(common: Common, uid: Uid) -> Answer:
    with common.opened() as office, office.database.read() as session:
        texts = list_texts_of_claim(session, uid_of(uid))
        if texts:
            note_names_listed(office.database)
    lines = [_lines_of(text) for text in texts]
    if texts and texts[0].person:
        said = _("The request is about {person}. A text that names another person can be kept.")
        lines.insert(0, said.format(person=isolate(texts[0].person)))
    result = {
        "texts": [
            {
                "noun": text.entity,
                "record": text.uid,
                "field": text.column,
                "number": text.number,
                "day": text.day.isoformat(),
                "text": text.text,
                "proposed": text.proposed,
            }
            for text in texts
        ]
    }
    return Answer(result, lines or [_("No text of this office names the person.")])


def _lines_of(text: NamingText) -> str:
    """Return a text under its place; a name that was erased leaves nothing to propose."""
    lines = [_place(text), f"  {text.text}"]
    return "\n".join([*lines, f"→ {text.proposed}"] if text.proposed != text.text else lines)


def write_capacity(
    common: Common,
    uid: Uid,
    record: Annotated[str, typer.Argument(help=_("The uid of the record, as texts prints it."))],
    field: Annotated[str, typer.Argument(help=_("The field, as texts prints it."))],
    text: Annotated[
        str | None, typer.Option(help=_("The text without the name; by default the one proposed."))
    ] = None,
) -> Answer:
    with common.opened() as office:
        with office.database.write() as session:
            read = _find_text(list_texts_of_claim(session, uid_of(uid)), record, field)
            wanted = AnonymousText(read, read.proposed if text is None else text)
            put_capacity(session, uid_of(uid), wanted)
        upkeep.purge(office.database)
        with office.database.read() as session:
            left = len(list_texts_of_claim(session, uid_of(uid)))
    said = (
        _("The text was written without the name. Texts left: {count}.")
        if read.person
        else _(
            "The new text was written. This computer no longer knows the name: read the text once"
            " more. Texts left: {count}."
        )
    )
    return Answer({"uid": uid, "left": left}, [said.format(count=isolate(str(left)))])


def keep_text(
    common: Common,
    uid: Uid,
    record: Annotated[str, typer.Argument(help=_("The uid of the record, as texts prints it."))],
    field: Annotated[str, typer.Argument(help=_("The field, as texts prints it."))],
) -> Answer:
    with common.opened() as office, office.database.write() as session:
        claim = uid_of(uid)
        keep_text_of_another(session, claim, uid_of(record), field)
        left = len(list_texts_of_claim(session, claim))
    said = _("The text was kept: it names another person. Texts left: {count}.")
    return Answer({"uid": uid, "left": left}, [said.format(count=isolate(str(left)))])


def erase(
    common: Common,
    uid: Uid,
    also: Annotated[
        list[str] | None,
        typer.Option("--also", help=_("The uid of another record of the same person.")),
    ] = None,
    alone: Annotated[
        bool, typer.Option("--alone", help=_("There is no other record of the same person."))
    ] = False,
    another: Annotated[
        list[str] | None,
        typer.Option(
            "--another",
            help=_(
                "A text that names another person of such a name, as RECORD:FIELD: it is kept, and "
                "the log says so."
            ),
        ),
    ] = None,
) -> Answer:
    kept = [each.partition(":") for each in another or ()]
    with common.opened() as office:
        others = [uid_of(each) for each in also or ()]
        with office.database.write() as session:
            row = get_claim(session, uid_of(uid))
            texts = list_texts_of_claim(session, row.uid) if kept else []
            of_others = [_find_text(texts, record, field) for record, _colon, field in kept]
            asked = others if others or alone else None
            drafts = count_drafts_of_all(session)
            erase_for_claim(session, row.uid, row.version, asked, of_others)
            drafts -= count_drafts_of_all(session)
        upkeep.purge(office.database)
        with office.database.read() as session:
            row = get_claim(session, row.uid)
        former = list_former_copies(office.folder, office.backup_places)
    answer = _answer(row, _("The name and the contacts were erased."))
    lines = [*answer.lines, *words_of_drafts(drafts), *former.words_of_name()]
    return Answer({**answer.result, **former.result, "drafts": drafts}, lines)


def write_proof(
    common: Common,
    uid: Uid,
    files: DocumentFiles,
) -> Answer:
    return files.write(common, lambda database: prepare_proof(database, uid_of(uid)))


def _find_text(texts: Sequence[NamingText], record: str, field: str) -> NamingText:
    """Return the text in a field of a record. Raises NotFound."""
    place = (uid_of(record), field)
    found = next((each for each in texts if (each.uid, each.column) == place), None)
    if found is None:
        message = _("This text does not name the person: claim texts lists those that do.")
        raise NotFound(message)
    return found


def _place(text: NamingText) -> str:
    number = isolate(f"{text.number} {text.day:%d/%m/%Y}".strip())
    return f"{number} · {isolate(str(text.uid))} {text.column}"


def _answer(row: ClaimRow, said: str) -> Answer:
    answer: dict[str, UUID | str | int | None] = {
        "uid": row.uid,
        "number": row.number,
        "due_on": row.due_on.isoformat(),
        "days_left": row.days_left,
        "decision": row.decision,
        "erased_on": row.erased_on.isoformat() if row.erased_on else None,
    }
    return Answer(answer, [said])
