"""Commands of claims: what persons ask about their own data (law 09-08)."""

from typing import Annotated
from uuid import UUID

import typer

from outreach_app.cli.documents import Form, Format, Lang, Languages, Out, written
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.rumours import On, day_of
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.issuing.privacy import prepare_proof
from outreach_app.queries.claims import ClaimRow, get_claim
from outreach_app.queries.records import uid_of
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.search import upkeep
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
        typer.Option(help=_("The uid of the person or practice; none for nobody here.")),
    ] = None,
    checked: Annotated[
        IdentityCheck, typer.Option(help=_("How you made sure who asks."))
    ] = IdentityCheck.NOT_YET,
    channel: Annotated[str, typer.Option(help=_("How it came, as rv.phone."))] = "rv.desk",
    on: On = None,
) -> Answer:
    person = uid_of(about) if about else None
    draft = ClaimDraft(kind, day_of(on), channel, person, checked)
    with common.opened() as office:
        with office.database.write() as session:
            uid = record_claim(session, draft).uid
        with office.database.read() as session:
            row = get_claim(session, uid)
    said = _("The request was recorded under No. {number}: to be answered by {day}.")
    day = isolate(f"{row.due_on:%d/%m/%Y}")
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


def erase(common: Common, uid: Uid) -> Answer:
    with common.opened() as office:
        with office.database.write() as session:
            row = get_claim(session, uid_of(uid))
            erase_for_claim(session, row.uid, row.version)
        upkeep.purge(office.database)
        with office.database.read() as session:
            row = get_claim(session, row.uid)
    return _answer(row, _("The name and the contacts were erased."))


def write_proof(
    common: Common,
    uid: Uid,
    out: Out,
    lang: Lang = Languages.BOTH,
    format_: Form = Format.PDF,
) -> Answer:
    return written(
        common, lambda database: prepare_proof(database, uid_of(uid)), lang, format_, out
    )


def _answer(row: ClaimRow, said: str) -> Answer:
    answer: dict[str, UUID | str | int | None] = {
        "claim": row.uid,
        "number": row.number,
        "due_on": row.due_on.isoformat(),
        "days_left": row.days_left,
        "decision": row.decision,
        "erased_on": row.erased_on.isoformat() if row.erased_on else None,
    }
    return Answer(answer, [said])
