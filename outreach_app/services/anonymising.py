"""Use case of an objection (law 09-08, article 9): replace a name in texts by a capacity."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import JOURNALED, Claim, Partner, Person, Record
from outreach_app.queries.namesakes import list_names
from outreach_app.queries.naming_texts import NamingText, list_naming_texts
from outreach_app.queries.records import get_record
from outreach_app.queries.records_naming_people import families_alone
from outreach_app.rights import Right, use_case
from outreach_app.rules.claims import ERASING
from outreach_app.rules.naming import NameFinder
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
    """Return the texts that name the person of a claim. Raises NotFound and NotAllowed."""
    return list_naming_texts(session, _about(session, claim))


@use_case(Right.ANSWER_CLAIMS)
def put_capacity(session: Session, claim: UUID, draft: AnonymousText) -> Record:
    """Replace a text by one without the name, and reduce the lines that held it to hashes.

    Other holders do the same once the next file reaches them. Raises InvalidDraft, NotFound,
    Conflict, and NotAllowed if the claim asks for no erasure.
    """
    about, text = _about(session, claim), clean_text(draft.text)
    names = list_names(session, about.uid)
    column, checks = draft.read.column, Checks()
    checks.required(column, text)
    if NameFinder(names, families_alone(session, names)).is_in(text):
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


def _about(session: Session, uid: UUID) -> Person | Partner:
    claim = get_record(session, Claim, uid)
    about = claim.person or claim.partner
    if claim.kind not in ERASING or claim.decision is not None or about is None:
        raise NotAllowed(_("This request does not ask for an erasure."), code="no_erasure")
    return about
