"""Use case of an objection (law 09-08, article 9): replace a name in texts by a capacity."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.access_log import Act, note
from outreach_app.errors import InvalidDraft, NotAllowed, NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import JOURNALED, Claim, Partner, Person, Record
from outreach_app.queries.mentions import (
    keeps_name,
    list_mentioning_texts,
    list_open_mentions,
)
from outreach_app.queries.namesakes import list_names
from outreach_app.queries.naming_texts import NamingText, finder_of, list_naming_texts
from outreach_app.queries.records import get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.claims import ERASING
from outreach_app.rules.text import clean_text
from outreach_app.rules.validation import Checks
from outreach_app.search.leftovers import note_erasure
from outreach_app.services import records

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


@dataclass(frozen=True, slots=True)
class AnonymousText:
    """The new wording of a text, with the text that was read."""

    read: NamingText
    text: str


@use_case(Right.ANSWER_CLAIMS, is_logged=False)
def list_texts_of_claim(session: Session, claim: UUID) -> list[NamingText]:
    """Return the texts that name the person of a claim. Raises NotFound and NotAllowed.

    After the erasure, those that the office's other computers found when they took it in.
    """
    erased = _erased(session, claim)
    if erased is not None:
        return list_mentioning_texts(session, erased)
    return list_naming_texts(session, _about(session, claim))


@use_case(Right.ANSWER_CLAIMS)
def put_capacity(session: Session, claim: UUID, draft: AnonymousText) -> Record:
    """Replace a text by one without the name, and reduce the lines that held it to hashes.

    Other holders do the same once the next file reaches them. Raises InvalidDraft, NotFound,
    Conflict, and NotAllowed if the claim asks for no erasure.
    """
    text = clean_text(draft.text)
    column, checks = draft.read.column, Checks()
    checks.required(column, text)
    if _is_named(session, claim, draft.read, text):
        checks.add(column, "still_named", _("The text still names the person."))
    checks.text(draft.read.entity, column, text)
    if checks.problems:
        raise InvalidDraft(checks.problems[0].message, checks.problems)
    model = _MODELS[draft.read.entity]
    record = records.take(session, model, draft.read.uid, draft.read.version)
    setattr(record, column, text)
    journal.clear(session, record)
    note_erasure(session)
    return record


@use_case(Right.ANSWER_CLAIMS, is_logged=False)
def keep_text_of_another(session: Session, claim: UUID, record: UUID, field: str) -> None:
    """Record that a text that was found after the erasure names another person; it stays.

    Raises NotFound if no such text waits for an answer.
    """
    erased = _erased(session, claim)
    found = [] if erased is None else list_open_mentions(session, erased)
    mention = next((each for each in found if each.is_of(record, field)), None)
    if mention is None:
        raise NotFound(_("No text waits there: claim texts lists those that do."))
    mention.is_deleted = True
    note(session, Act.RIGHTS, verb="keep_text_of_another", record=record)


def _is_named(session: Session, uid: UUID, read: NamingText, text: str) -> bool:
    """Return whether a new wording still names the person.

    After an erasure, whether it keeps a word of the name at the place where it was found.
    """
    erased = _erased(session, uid)
    if erased is not None:
        return keeps_name(session, erased, read, text)
    return finder_of(session, list_names(session, _about(session, uid).uid)).is_in(text)


def _erased(session: Session, uid: UUID) -> Claim | None:
    """Return a claim for which the name was erased, None for another."""
    claim = get_record(session, Claim, uid)
    return claim if claim.erased_record is not None else None


def _about(session: Session, uid: UUID) -> Person | Partner:
    claim = get_record(session, Claim, uid)
    about = claim.person or claim.partner
    if claim.kind not in ERASING or claim.decision is not None or about is None:
        raise NotAllowed(_("This request does not ask for an erasure."), code="no_erasure")
    return about
