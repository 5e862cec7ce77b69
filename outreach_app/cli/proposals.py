"""Commands of frequent points: list, propose, withdraw, adopt, decline."""

from dataclasses import replace
from typing import Annotated
from uuid import UUID

import typer

from outreach_app import clock
from outreach_app.cli.options import Answer, Common
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.proposals import ProposalRow, list_proposals
from outreach_app.queries.records import uid_of
from outreach_app.queries.repeated_points import RepeatedPoint, list_repeated_points
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import PointKind
from outreach_app.services.proposals import (
    AdoptionDraft,
    adopt_proposal,
    decline_proposal,
    draft_of_repeated,
    propose_phrase,
    withdraw_proposal,
)

Uid = Annotated[str, typer.Argument(help=_("The uid of a proposal."))]
Topic = Annotated[
    str | None, typer.Option(help=_("The topic, such as tp.6.1; by default its own."))
]
Kind = Annotated[PointKind | None, typer.Option(help=_("The kind; by default its own."))]


def list_rows(common: Common) -> Answer:
    with common.opened() as office, office.database.read() as session:
        repeated, proposed = list_repeated_points(session), list_proposals(session)
    often = _("Written {count} times: {words}")
    lines = [often.format(count=row.count, words=isolate(row.text)) for row in repeated]
    lines += [f"{row.uid}  {row.state}  {isolate(row.text)}" for row in proposed]
    return Answer({"repeated": repeated, "proposals": proposed}, lines)


def propose(
    common: Common,
    words: Annotated[str, typer.Argument(help=_("The words that were written often."))],
    reworded: Annotated[
        str | None, typer.Option(help=_("More general words to propose instead."))
    ] = None,
    translation: Annotated[
        str | None, typer.Option(help=_("The words in the other language."))
    ] = None,
    topic: Topic = None,
    kind: Kind = None,
) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            row = _find_repeated(list_repeated_points(session), words)
        draft = replace(
            draft_of_repeated(row, clock.today()),
            text=reworded or row.text,
            translation=translation or (None if reworded else row.translation),
            topic=topic or row.topic,
            kind=kind or row.kind,
        )
        with office.database.write() as session:
            uid = propose_phrase(session, draft).uid
    leaves = {"kind": draft.kind, "topic": draft.topic, "count": draft.count}
    leaves |= {"text": draft.text, "language": draft.language, "translation": draft.translation}
    said = _("Proposed. The next file sends only this: {what}.")
    what = " · ".join(isolate(str(value)) for value in leaves.values() if value)
    return Answer({"uid": uid, "leaves": leaves}, [said.format(what=what)])


def withdraw(common: Common, proposal: Uid) -> Answer:
    with common.opened() as office, office.database.write() as session:
        uid = uid_of(proposal)
        withdraw_proposal(session, uid, _find_proposal(list_proposals(session), uid).version)
    return Answer({"uid": uid}, [_("The proposal was withdrawn.")])


def adopt(
    common: Common,
    proposal: Uid,
    ar: Annotated[str, typer.Option(help=_("Its words in Arabic."))],
    fr: Annotated[str, typer.Option(help=_("Its words in French."))],
    topic: Topic = None,
    kind: Kind = None,
) -> Answer:
    with common.opened() as office, office.database.write() as session:
        uid = uid_of(proposal)
        row = _find_proposal(list_proposals(session), uid)
        draft = AdoptionDraft(ar, fr, kind or row.kind, topic or row.topic)
        code = adopt_proposal(session, uid, draft).code
    said = _("Adopted as {code}: the precincts receive it with the next answers.")
    return Answer({"uid": uid, "code": code}, [said.format(code=isolate(code))])


def decline(
    common: Common,
    proposal: Uid,
    reason: Annotated[str, typer.Option(help=_("The reason, such as dr.known."))],
) -> Answer:
    with common.opened() as office, office.database.write() as session:
        uid = uid_of(proposal)
        decline_proposal(session, uid, reason)
    said = _("Declined: its precinct receives the reason with the next answers.")
    return Answer({"uid": uid}, [said])


def _find_repeated(rows: list[RepeatedPoint], words: str) -> RepeatedPoint:
    for row in rows:
        if fold_words(row.text) == fold_words(words):
            return row
    raise NotFound(_("These words were not written often here: phrase list shows which were."))


def _find_proposal(rows: list[ProposalRow], uid: UUID) -> ProposalRow:
    for row in rows:
        if row.uid == uid:
            return row
    raise NotFound(_("There is no such record: {uid}.").format(uid=uid))
