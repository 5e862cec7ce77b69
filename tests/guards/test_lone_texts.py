"""Texts outside the draft of a record are screened as well."""

import ast
import re
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.models import Person, Rumour
from outreach_app.queries.records import get_record
from outreach_app.rules.identifiers import Identifier
from outreach_app.services.catalogue_entries import EntryDraft, add_entry, reword_entry
from outreach_app.services.commitments import change_status, keep_commitment
from outreach_app.services.meetings import change_meeting_status
from outreach_app.services.offices import change_office
from outreach_app.services.people import inform_person
from outreach_app.services.points import answer_point, give_reply
from outreach_app.services.referrals import record_answer
from outreach_app.services.rumours import close_rumour
from outreach_app.summaries.period.author_words import AuthorWords, require_sayable
from tests import makers
from tests.guards.sources import ROOT

NUMBER = "AB.123456"
DAY = date(2026, 10, 20)
# Parameters without free text: codes, versions, uids and references, secrets, names of
# files, and an account's own filters and mappings, which nothing prints.
PLAIN = {
    *("decision", "destination", "digest", "file_name", "fingerprint", "hashes", "headings", "key"),
    *("language", "list_key", "mapping", "name", "new", "numbers", "older", "papers", "partner"),
    *("passphrase", "person", "reaction", "recipient", "recovery_code", "recovery_key"),
    *("restored", "spent", "status", "typed", "version", "decline_proposal.reason"),
    "keep_text_of_another.field",
}


def lone_texts() -> set[str]:
    """Return the parameters of text of every use case and every document, as `function.name`."""
    found = set()
    for path in sorted((ROOT / "outreach_app").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            marks = " ".join(map(ast.unparse, function.decorator_list))
            if "use_case" not in marks and not function.name.startswith("prepare_"):
                continue
            for argument in (*function.args.args, *function.args.kwonlyargs):
                written = ast.unparse(argument.annotation) if argument.annotation else ""
                if argument.arg not in PLAIN and re.search(r"\bstr\b|Words\b", written):
                    found.add(f"{function.name}.{argument.arg}")
    return found - PLAIN


def _reword(session: Session, arabic: str, french: str) -> None:
    change_office(session, makers.headquarters_draft())
    entry = add_entry(session, EntryDraft("tp.6.9", "حدائق", "jardins"))
    session.flush()
    reword_entry(session, entry.uid, entry.version, arabic, french)


def _answer_point(session: Session) -> None:
    point = makers.the_meeting(session).points[0]
    answer_point(session, point.uid, point.version, "out.answered", NUMBER, "fr")


def _give(session: Session, to: str | None, how: str | None) -> None:
    point = makers.the_meeting(session).points[0]
    give_reply(session, point.uid, point.version, DAY, to, how)


def _answer(session: Session) -> None:
    referral = makers.the_meeting(session).referrals[0]
    record_answer(session, referral.uid, referral.version, DAY, NUMBER, "fr")


def _change_promise(session: Session) -> None:
    promise = makers.the_meeting(session).commitments[0]
    change_status(session, promise.uid, promise.version, "cst.dropped", NUMBER)  # type: ignore[arg-type]


def _keep_promise(session: Session) -> None:
    promise = makers.the_meeting(session).commitments[0]
    keep_commitment(session, promise.uid, promise.version, NUMBER)


def _change_meeting(session: Session) -> None:
    meeting = makers.the_meeting(session)
    change_meeting_status(session, meeting.uid, meeting.version, "cancelled", NUMBER)


def _inform(session: Session) -> None:
    person = session.query(Person).one()
    inform_person(session, person.uid, person.version, DAY, NUMBER)


def _close_rumour(session: Session) -> None:
    rumour = get_record(session, Rumour, session.query(Rumour).one().uid)
    close_rumour(session, rumour.uid, rumour.version, DAY, NUMBER)


WRITERS: dict[str, Callable[[Session], None]] = {
    "answer_point.reply": _answer_point,
    "change_meeting_status.reason": _change_meeting,
    "change_status.reason": _change_promise,
    "close_rumour.reason": _close_rumour,
    "give_reply.given_how": lambda session: _give(session, None, NUMBER),
    "give_reply.given_to": lambda session: _give(session, NUMBER, None),
    "inform_person.informed_how": _inform,
    "keep_commitment.what_was_done": _keep_promise,
    "prepare_period_report.said": lambda _session: require_sayable(AuthorWords((NUMBER,))),
    "record_answer.answer": _answer,
    "reword_entry.arabic": lambda session: _reword(session, NUMBER, "jardins"),
    "reword_entry.french": lambda session: _reword(session, "حدائق", NUMBER),
}


def test_every_text_outside_a_draft_is_known_here() -> None:
    assert lone_texts() == set(WRITERS)


def test_none_takes_an_identity_number(database: Database) -> None:
    makers.write_person(database, makers.write_partner(database))
    makers.write_meeting(database)
    makers.write_rumour(database)
    for name, write in WRITERS.items():
        with pytest.raises(InvalidDraft) as refused, database.write(Actor.PROGRAM) as session:
            write(session)
        codes = {problem.code for problem in refused.value.problems}
        assert Identifier.IDENTITY_NUMBER in codes, name
