"""Use cases of the rules that bind the office itself: what its register is for, two persons."""

from dataclasses import dataclass, fields

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Office
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.validation import Checks
from outreach_app.second_person import (
    SecondPerson,
    list_seconds,
    require_second,
    require_where_set,
)
from outreach_app.services import records


@dataclass(frozen=True, slots=True)
class PurposeDraft:
    """What the register is for, and why that changes; without words it is the program's own."""

    purpose_ar: str | None
    purpose_fr: str | None
    purpose_reason: str | None


_NAMES = tuple(field.name for field in fields(PurposeDraft))


def draft_of_purpose(session: Session) -> PurposeDraft:
    """Draft the purpose as it stands; each change needs a reason of its own."""
    office = get_own_office(session)
    return PurposeDraft(office.purpose_ar, office.purpose_fr, None)


def check_purpose(draft: PurposeDraft) -> list[Problem]:
    """Check a purpose: in both languages, for the notice hangs in both, and with a reason."""
    checks = Checks()
    if draft.purpose_ar or draft.purpose_fr:
        checks.required("purpose_ar", draft.purpose_ar)
        checks.required("purpose_fr", draft.purpose_fr)
    if not draft.purpose_reason:
        message = _("Say why the purpose changes: the reason stays in the history.")
        checks.add("purpose_reason", "reason_required", message)
    checks.texts("office", draft)
    return checks.problems


@use_case(Right.PURPOSE)
def change_purpose(
    session: Session, draft: PurposeDraft, confirmed_by: SecondPerson | None = None
) -> Office:
    """Change what the register is for; the next notice says it. Source: law 09-08, article 3.

    Raises InvalidDraft, and NotAllowed where the office asks for two persons and one came.
    """
    checks = Checks()
    checks.extend(check_purpose(draft))
    checks.raise_if_any()
    require_where_set(session, confirmed_by, Right.PURPOSE, "change_purpose")
    office = get_own_office(session)
    records.fill(office, draft, _NAMES)
    return office


@use_case(Right.ACCOUNTS)
def ask_two_persons(
    session: Session, *, is_asked: bool, confirmed_by: SecondPerson | None = None
) -> None:
    """Have two persons enrol, revoke, change accounts, answer for a passphrase, or one.

    Raises NotAllowed (`second_person_needed`): two persons end it, and it does not begin before
    there is a second one.
    """
    office = get_own_office(session)
    if office.asks_two_persons == is_asked:
        return
    if not is_asked:
        require_second(session, confirmed_by, Right.ACCOUNTS, "ask_two_persons")
    elif not list_seconds(session, Right.STATIONS):
        message = _(
            "There is no second person yet. Add an account that administers, and let it open the"
            " register once with a passphrase of its own."
        )
        raise NotAllowed(message, code="second_person_needed")
    office.asks_two_persons = is_asked
