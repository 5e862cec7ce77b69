"""Use cases of offices: create a store's own, change its letterhead."""

from dataclasses import dataclass, fields, replace
from itertools import product

from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, NotAllowed, Problem
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.models import Office
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.delays import DAYS_TO_ANSWER, DAYS_TO_INFORM, MAX_DAYS
from outreach_app.rules.kinds import OfficeRole, SummarySection
from outreach_app.rules.names import Bilingual
from outreach_app.rules.office_numbers import find_office_number
from outreach_app.rules.phones import find_phone
from outreach_app.rules.text import is_in_letters_of
from outreach_app.rules.unit_names import bare_unit_name
from outreach_app.rules.validation import Checks
from outreach_app.services import records

_REQUIRED = (
    "name_ar",
    "name_fr",
    "city_ar",
    "city_fr",
    "chief_title_ar",
    "chief_title_fr",
    "letterhead_ar",
    "letterhead_fr",
)
_PRINTED = ("name", "city", "chief_title", "letterhead", "recipient")


@dataclass(frozen=True, slots=True)
class OfficeDraft:
    """An office; letterheads have one line per unit, the office itself last.

    `opening` and `closing` are the office's own phrases in its summaries, if it has any;
    `omitted_sections` (`SummarySection`) those that its summaries leave out; `phone` the number
    that its partners call; `cndp_number` that of the receipt or authorisation of its processing
    (law 09-08), which its notice prints; `inform_days` and `answer_days` its time limits, where the
    law leaves them open.
    """

    role: str
    number: str | None
    name_ar: str
    name_fr: str
    city_ar: str
    city_fr: str
    chief_title_ar: str
    chief_title_fr: str
    letterhead_ar: str
    letterhead_fr: str
    recipient_ar: str | None = None
    recipient_fr: str | None = None
    opening_ar: str | None = None
    opening_fr: str | None = None
    closing_ar: str | None = None
    closing_fr: str | None = None
    omitted_sections: tuple[str, ...] = ()
    phone: str | None = None
    cndp_number: str | None = None
    is_sample: bool = False
    inform_days: int = DAYS_TO_INFORM
    answer_days: int = DAYS_TO_ANSWER


_NAMES = tuple(field.name for field in fields(OfficeDraft))


def check_office(draft: OfficeDraft) -> list[Problem]:
    """Check the draft of an office: it prints in both languages, so both are required."""
    checks = Checks()
    checks.one_of("role", draft.role, OfficeRole)
    for name in _REQUIRED:
        checks.required(name, getattr(draft, name))
    checks.texts("office", draft)
    checks.contacts(draft.phone)
    if draft.number and find_office_number(draft.number) is None:
        checks.add("number", "invalid_number", _("Write the number alone, such as 7."))
    for section in draft.omitted_sections:
        checks.one_of("omitted_sections", section, SummarySection)
    for name in ("inform_days", "answer_days"):
        if not 1 <= getattr(draft, name) <= MAX_DAYS:
            message = _("A delay is from 1 to {most} days.")
            checks.add(name, "out_of_range", message.format(most=isolate(str(MAX_DAYS))))
    return checks.problems


def check_typed_office(draft: OfficeDraft) -> list[Problem]:
    """Check the draft of an office as a person types it: each language is in its own letters.

    Names that were stored before, or come from elsewhere, stay as they are.
    """
    checks = Checks()
    for name, language in product(_PRINTED, Language):
        if not is_in_letters_of(getattr(draft, f"{name}_{language}") or "", language):
            message = _("This is printed in French: write it in Latin letters.")
            if language is Language.ARABIC:
                message = _("This is printed in Arabic: write it in Arabic letters.")
            checks.add(f"{name}_{language}", "other_letters", message)
    return [*checks.problems, *check_office(draft)]


def create_office(session: Session, draft: OfficeDraft) -> Office:
    """Create the office. Raises InvalidDraft."""
    _require_valid(draft)
    office = Office()
    records.fill(office, _as_stored(draft), _NAMES)
    session.add(office)
    session.flush()
    return office


def draft_of_own_office(session: Session) -> OfficeDraft:
    """Return the draft of the store's own office."""
    office = get_own_office(session)
    return OfficeDraft(**{name: getattr(office, name) for name in _NAMES})


@use_case(Right.OFFICE)
def change_office(session: Session, draft: OfficeDraft) -> Office:
    """Change the store's own office. Raises InvalidDraft."""
    _require_valid(draft)
    office = get_own_office(session)
    records.fill(office, _as_stored(draft), _NAMES)
    return office


@use_case(Right.OFFICE)
def change_recipient(session: Session, recipient: Bilingual) -> None:
    """Change to whom the office sends documents, in each language. Raises InvalidDraft."""
    office = draft_of_own_office(session)
    office = replace(office, recipient_ar=recipient.ar, recipient_fr=recipient.fr)
    typed = check_typed_office(office)
    if problems := [problem for problem in typed if problem.field.startswith("recipient")]:
        raise InvalidDraft(problems[0].message, problems)
    change_office(session, office)


def _as_stored(draft: OfficeDraft) -> OfficeDraft:
    """Return a draft with its name, its number and its telephone in stored form."""
    if draft.role == OfficeRole.PRECINCT:
        draft = replace(
            draft,
            name_ar=bare_unit_name(draft.name_ar, Language.ARABIC),
            name_fr=bare_unit_name(draft.name_fr, Language.FRENCH),
        )
    return replace(
        draft,
        number=find_office_number(draft.number) if draft.number else None,
        phone=find_phone(draft.phone) if draft.phone else None,
    )


def require_headquarters(session: Session) -> Office:
    """Return the store's own office if it is headquarters.

    Raises NotAllowed (`headquarters_only`).
    """
    office = get_own_office(session)
    if office.role != OfficeRole.HEADQUARTERS:
        message = _("Only headquarters can do this. Ask it by telephone or in a note.")
        raise NotAllowed(message, code="headquarters_only")
    return office


def require_precinct(session: Session) -> Office:
    """Return the store's own office if it is a precinct. Raises NotAllowed (`precinct_only`)."""
    office = get_own_office(session)
    if office.role == OfficeRole.HEADQUARTERS:
        message = _("Only a precinct can do this: headquarters meets no partner of its own.")
        raise NotAllowed(message, code="precinct_only")
    return office


def _require_valid(draft: OfficeDraft) -> None:
    checks = Checks()
    checks.extend(check_office(draft))
    checks.raise_if_any()
