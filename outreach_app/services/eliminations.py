"""Use cases of retention: terms, elimination lists, their archives, and destruction.

Nothing is destroyed by date alone: it must be on a list that was issued, be archived if that is
required, and be confirmed by a second person. Source: law 69-99, articles 9 and 10.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import access_log, clock
from outreach_app.database import state_of
from outreach_app.errors import InvalidDraft, NotAllowed, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Elimination, EliminationItem, Identity
from outreach_app.models.base import new_uid
from outreach_app.queries.accounts import list_accounts
from outreach_app.queries.listed_records import ListedItem, listed_items
from outreach_app.queries.records import get_own_office
from outreach_app.queries.retention import (
    computer_date,
    find_issue,
    get_elimination,
    list_due,
)
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import date_words
from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.retention import (
    MAX_MONTHS,
    UNARCHIVED,
    WHOLE_YEARS,
    Kept,
    term_codes,
)
from outreach_app.rules.screens import NUMBERS
from outreach_app.rules.text import clean_line
from outreach_app.rules.validation import Checks
from outreach_app.second_person import SecondPerson, require_second
from outreach_app.services.elimination_checks import (
    digest_of_items,
    require_issued,
    require_open,
    take_listed,
)
from outreach_app.services.erasure import erase_one
from outreach_app.services.purging import purge_tree

MAX_ITEMS = 500
_AGREEMENT = Words(60, NUMBERS)
# Letters, a number and its year, as the Archives du Maroc write it: « AM/77-2026 ».
_OF_ARCHIVES = re.compile(r"[^\W\d_]{1,6}/\d{1,4}[-/]((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """The agreement of the Archives du Maroc to a list: its number and its day."""

    number: str
    agreed_on: date | None


@dataclass(frozen=True, slots=True)
class Destroyed:
    """The result of a destruction: the number of records, and names that the screen must drop.

    `backups` are the names of those to delete once this is written.
    """

    count: int
    names: tuple[str, ...]
    backups: tuple[str, ...]

    @property
    def is_in_former_copies(self) -> bool:
        """Return whether earlier copies of the register hold some: not only backups were listed."""
        return self.count > len(self.backups)


def check_terms(terms: Mapping[Kept, int]) -> list[Problem]:
    """Check terms in months; that of names is in whole years, as in the notice."""
    problems = []
    for kind in Kept:
        months = terms.get(kind, 0)
        if not 1 <= months <= MAX_MONTHS:
            message = _("A retention period is from 1 to {most} months.")
            message = message.format(most=isolate(str(MAX_MONTHS)))
            problems.append(Problem(kind, "out_of_range", message))
        elif kind in WHOLE_YEARS and months % 12:
            message = _("The notice states this period in years: use 12, 24, 36 … months.")
            problems.append(Problem(kind, "no_whole_years", message))
    return problems


@use_case(Right.OFFICE)
def change_terms(session: Session, terms: Mapping[Kept, int]) -> None:
    """Change the terms of the office, in months. Raises InvalidDraft."""
    problems = check_terms(terms)
    if problems:
        sentences = dict.fromkeys(problem.message for problem in problems)
        raise InvalidDraft(" ".join(sentences), problems)
    get_own_office(session).terms = term_codes(terms)


@use_case(Right.RETENTION)
def propose_elimination(session: Session, kinds: Sequence[Kept] = ()) -> Elimination:
    """Create an elimination list of what is due (optionally of some kinds), up to the maximum.

    What exceeds it waits for the next list. Nothing is destroyed yet. Raises NotAllowed
    (`nothing_due`).
    """
    today = computer_date()
    due = [row for row in list_due(session, today=today) if not kinds or row.kind in kinds]
    items = listed_items(session, due[:MAX_ITEMS])
    if not items:
        message = _("Nothing is kept past its retention period: there is nothing to put on a list.")
        raise NotAllowed(message, code="nothing_due")
    elimination = Elimination(uid=new_uid(), proposed_at=clock.now())
    elimination.items = [_item(item) for item in items]
    elimination.digest = digest_of_items(elimination)
    session.add(elimination)
    session.flush()
    return elimination


@use_case(Right.RETENTION)
def withdraw_elimination(session: Session, uid: UUID) -> None:
    """Withdraw a list: its records are due as before.

    Raises NotFound, and NotAllowed if it was carried out.
    """
    elimination = get_elimination(session, uid)
    require_open(elimination)
    session.delete(elimination)


@use_case(Right.RETENTION)
def note_archive(session: Session, uid: UUID, digest: str) -> None:
    """Record the SHA-256 of a list's archive, once it was written and read back.

    Raises NotFound, NotAllowed, and Conflict if something on the list changed.
    """
    elimination = get_elimination(session, uid)
    require_issued(session, elimination)
    take_listed(session, elimination)
    elimination.archived_at = clock.now()
    elimination.archive_hash = digest


@use_case(Right.DESTROY)
def destroy_listed(
    session: Session,
    uid: UUID,
    digest: str | None,
    agreement: AgreementDraft,
    second: SecondPerson | None,
) -> Destroyed:
    """Destroy everything on a list, or nothing, and record who agreed.

    `digest` is the SHA-256 of the archive as it is read now, None if nothing on the list is
    archived. Other stations purge the records when the events reach them. Call `upkeep.purge`
    afterwards. Raises NotFound, InvalidDraft (`number`, `agreed_on`), NotAllowed (`not_issued`,
    `not_archived`, `another_archive`, `destroyed`, those of `require_second`), and Conflict if
    something on the list changed since.
    """
    elimination = get_elimination(session, uid)
    require_issued(session, elimination)
    _require_archive(elimination, digest)
    items = take_listed(session, elimination)
    require_agreement(session, uid, agreement)
    require_second(session, second, Right.RETENTION, "destroy_listed")
    names: list[str] = []
    for item in items:
        names += _destroy(session, item)
    elimination.destroyed_at = clock.now()
    elimination.agreement = clean_line(agreement.number)
    elimination.agreed_on = agreement.agreed_on
    elimination.destroyed_count = sum(item.count for item in items)
    codes = {row.uid: row.code for row in list_accounts(session)}
    account = state_of(session).account
    elimination.account = codes.get(account) if account else None
    elimination.second = codes.get(second.account) if second else None
    backups = tuple(item.backup for item in items if item.backup is not None)
    return Destroyed(elimination.destroyed_count, tuple(names), backups)


def is_archived(items: Sequence[EliminationItem]) -> bool:
    """Return whether anything on a list must be archived first."""
    return any(Kept(item.kind) not in UNARCHIVED for item in items)


def _destroy(session: Session, item: ListedItem) -> tuple[str, ...]:
    names: tuple[str, ...] = ()
    if item.draft is not None:
        session.delete(item.draft)
    elif item.last_row is not None:
        access_log.cut(session, item.last_row)
    elif item.bundles:
        for bundle in item.bundles:
            session.delete(bundle)
    elif item.backup is not None:
        pass  # a file: it is deleted once this is written
    elif isinstance(item.tree[0], Identity) and len(item.tree) == 1:
        names = erase_one(session, item.tree[0])
    else:
        purge_tree(session, item.tree)
    return names


def _require_archive(elimination: Elimination, digest: str | None) -> None:
    if not is_archived(elimination.items):
        return
    if elimination.archived_at is None:
        message = _("Write the archive first: it is read back before anything is destroyed.")
        raise NotAllowed(message, code="not_archived")
    if digest != elimination.archive_hash:
        message = _(
            "This is not the archive of the list, or it was altered: nothing was destroyed. Choose"
            " the file that was written for it, or write the archive again."
        )
        raise NotAllowed(message, code="another_archive")


def check_agreement(agreement: AgreementDraft, issued_on: date) -> list[Problem]:
    """Check an agreement to a list issued on a day: given since then, and before today is over."""
    checks, agreed_on = Checks(), agreement.agreed_on
    if not clean_line(agreement.number):
        message = _("Type the number of the agreement of the Archives du Maroc for this list.")
        checks.add("number", "required", message)
    if not _is_of_archives(agreement.number, issued_on):
        checks.words("number", clean_line(agreement.number), _AGREEMENT)
    if agreed_on is None:
        checks.add("agreed_on", "required", _("Type the date of the agreement."))
    elif agreed_on > computer_date():
        message = _("Nothing is destroyed before the agreement: its date cannot be in the future.")
        checks.add("agreed_on", "in_future", message)
    elif agreed_on < issued_on:
        message = _("The agreement cannot be older than the list, which was issued on {day}.")
        checks.add("agreed_on", "before_issue", message.format(day=date_words(issued_on)))
    return checks.problems


def _is_of_archives(number: str, issued_on: date) -> bool:
    """Return whether a number is the Archives': « AM/77-2026 » of a year since the list's issue.

    Read as any text it is an identity card's letters and digits.
    """
    found = _OF_ARCHIVES.fullmatch(clean_line(number) or "")
    return found is not None and issued_on.year <= int(found[1]) <= computer_date().year


def require_agreement(session: Session, uid: UUID, agreement: AgreementDraft) -> None:
    """Raise InvalidDraft unless an agreement can be one to an issued list, or NotFound."""
    issue = find_issue(session, get_elimination(session, uid))
    issued_on = clock.local(issue.issued_at).date() if issue else date.min
    checks = Checks()
    checks.extend(check_agreement(agreement, issued_on))
    checks.raise_if_any()


def _item(item: ListedItem) -> EliminationItem:
    row = item.row
    return EliminationItem(
        kind=row.kind,
        entity=row.entity,
        key=row.key,
        number=row.number,
        code=row.code,
        day=row.day,
        due_on=row.due_on,
        first_on=row.first_on,
        days=row.days,
        count=item.count,
        state=item.state,
    )
