"""Use cases of the office's own rules: the purpose of its register, and the two-person rule."""

from dataclasses import dataclass, fields

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Office
from outreach_app.queries.accounts import list_accounts
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, holder_words, use_case
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
    """The purpose of the register, and why it changes; without words it is the program's own."""

    purpose_ar: str | None
    purpose_fr: str | None
    purpose_reason: str | None


_NAMES = tuple(field.name for field in fields(PurposeDraft))


def draft_of_purpose(session: Session) -> PurposeDraft:
    """Return the draft of the present purpose; each change needs a reason of its own."""
    office = get_own_office(session)
    return PurposeDraft(office.purpose_ar, office.purpose_fr, None)


def check_purpose(draft: PurposeDraft) -> list[Problem]:
    """Check a purpose: in both languages, as the notice hangs in both, and with a reason."""
    checks = Checks()
    if draft.purpose_ar or draft.purpose_fr:
        checks.required("purpose_ar", draft.purpose_ar)
        checks.required("purpose_fr", draft.purpose_fr)
    if not draft.purpose_reason:
        message = _("State why the purpose changes: the reason stays in the history.")
        checks.add("purpose_reason", "reason_required", message)
    checks.texts("office", draft)
    return checks.problems


@use_case(Right.PURPOSE)
def change_purpose(
    session: Session, draft: PurposeDraft, confirmed_by: SecondPerson | None = None
) -> Office:
    """Change the purpose of the register, as the next notice states it.

    Source: law 09-08, article 3. Raises InvalidDraft, and NotAllowed if the office requires two
    persons and only one acts.
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
    """Set whether enrolling, revoking, accounts and passphrase help need two persons.

    Raises NotAllowed (`second_person_needed`): ending the rule takes two persons, and it cannot
    begin before there is a second one.
    """
    office = get_own_office(session)
    if office.asks_two_persons == is_asked:
        return
    if not is_asked:
        require_second(session, confirmed_by, Right.ACCOUNTS, "ask_two_persons")
    elif not list_seconds(session, Right.STATIONS):
        message = _(
            "There is no second person yet. Add another account of this role: {roles}. Let it open "
            "the register once with a passphrase of its own."
        )
        present = [row.role for row in list_accounts(session)]
        message = message.format(roles=holder_words(Right.STATIONS, present))
        raise NotAllowed(message, code="second_person_needed")
    office.asks_two_persons = is_asked
