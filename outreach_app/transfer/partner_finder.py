"""Finders of the stored partner and person that a file means, by their uids.

They do not hold the records themselves: for a large file that would be all of them, twice.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.errors import Conflict
from outreach_app.i18n import gettext as _
from outreach_app.models import Partner, Person
from outreach_app.queries.records import get_own_office
from outreach_app.rules.folding import fold_words
from outreach_app.rules.names import Bilingual
from outreach_app.rules.naming import without_title
from outreach_app.rules.phones import find_phone
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.survivors import survivor

_READ = 500  # records, of a store that may hold a hundred thousand


class MatchKey(StrEnum):
    """What identifies two partners as the same."""

    NAME = "name"
    PHONE = "phone"
    RECEIPT = "receipt"


class PartnerFinder:
    """The partners of this office, read once for a whole file.

    A shared phone alone is no proof: two organisations may share a secretary. So the name decides,
    unless the person chooses another key, and then only for rows that have it.
    """

    def __init__(self, session: Session, key: MatchKey = MatchKey.NAME) -> None:
        self._key = key
        self._by_name: dict[str, list[UUID]] = {}
        self._by_value: dict[str, list[UUID]] = {}
        self._types: dict[UUID, str | None] = {}
        self._valued: set[UUID] = set()
        self._nameless: set[str | None] = set()  # the types of practices without a name
        own = get_own_office(session).id
        statement = select(Partner).where(Partner.office_id == own, ~Partner.is_deleted)
        statement = statement.options(joinedload(Partner.identity)).execution_options(
            yield_per=_READ
        )
        for partner in session.scalars(statement):
            self.add(partner)
        if key is MatchKey.PHONE:
            self._add_people(session)

    def add(self, partner: Partner, *phones: str | None) -> None:
        """Add a partner, also under other phones: those of its representatives.

        A merged one leads to its survivor, as its name may still be used.
        """
        bearer, meant = partner.bearer, survivor(partner)
        if meant.is_deleted:
            return
        self._types[meant.uid] = meant.type
        if not (bearer.name_ar or bearer.name_fr):
            self._nameless.add(partner.type)
        for name in _folded(bearer.name_ar, bearer.name_fr):
            _append(self._by_name, name, meant.uid)
        if self._key is MatchKey.PHONE:
            for phone in _dialled(partner.any_phone, *phones):
                self._give(meant.uid, phone)
        elif self._key is MatchKey.RECEIPT and partner.receipt_number:
            self._give(meant.uid, fold_words(partner.receipt_number))

    def find(self, draft: PartnerDraft, *phones: str | None) -> UUID | None:
        """Return the partner that a row means, or None.

        Raises Conflict (`ambiguous_match`) if several match.
        """
        named = self._same_name(draft)
        values = self._values(draft, phones)
        if not values:
            return next(named, None)
        found = {uid: None for value in values for uid in self._by_value.get(value, ())}
        if len(found) > 1:
            found = {uid: None for uid in named if uid in found} or found
        if len(found) > 1:
            message = _(
                "Several partners have this number. Match by name, or keep the number for only "
                "one of them."
            )
            raise Conflict(message, code="ambiguous_match")
        # One of the same name without such a number is a match, too.
        return next(iter(found), None) or next(
            (uid for uid in named if uid not in self._valued), None
        )

    def require_not_erased(self, draft: PartnerDraft) -> None:
        """Raise Conflict (`erased`) for a new practice that may be one whose name was erased.

        So it may be if it is of the same profession: nothing else is left of that one.
        """
        if not draft.is_named_after_person or not self._nameless:
            return
        if draft.type is None or self._nameless & {None, draft.type}:
            message = _(
                "The name of a practice of this profession was erased, and this may be the same "
                "person: it was not imported. If it is somebody else, or the person agrees again, "
                "add the partner in the window."
            )
            raise Conflict(message, code="erased")

    def _same_name(self, draft: PartnerDraft) -> Iterator[UUID]:
        """Yield the partners of the same folded name in either language, unless of another type."""
        for name in _folded(draft.name_ar, draft.name_fr):
            for uid in self._by_name.get(name, ()):
                if self._types[uid] == draft.type or None in (self._types[uid], draft.type):
                    yield uid

    def _values(self, draft: PartnerDraft, phones: Iterable[str | None]) -> list[str]:
        if self._key is MatchKey.PHONE:
            return _dialled(draft.phone, *phones)
        is_receipt = self._key is MatchKey.RECEIPT
        return _folded(draft.receipt_number) if is_receipt else []

    def _add_people(self, session: Session) -> None:
        statement = (
            select(Person)
            .options(joinedload(Person.identity), joinedload(Person.partner))
            .where(Person.office_id == get_own_office(session).id, ~Person.is_deleted)
            .execution_options(yield_per=_READ)
        )
        for person in session.scalars(statement):
            meant = survivor(person.partner)
            if person.identity and not meant.is_deleted:
                for phone in _dialled(person.identity.phone):
                    self._give(meant.uid, phone)

    def _give(self, partner: UUID, value: str) -> None:
        _append(self._by_value, value, partner)
        self._valued.add(partner)


class PeopleFinder:
    """The representatives of each partner by folded name, read once for a whole file.

    Titles are no part of a name: « Mme Khadija Alaoui » is Khadija Alaoui. Cards whose name was
    erased or is in the trash are known by their capacity alone.
    """

    def __init__(self, session: Session) -> None:
        self._people: dict[tuple[UUID, str], UUID] = {}
        self._nameless: dict[UUID, list[Bilingual]] = {}
        statement = (
            select(Person)
            .options(joinedload(Person.identity), joinedload(Person.partner))
            .where(~Person.is_deleted)
            .execution_options(yield_per=_READ)
        )
        for person in session.scalars(statement):
            self.add(person)

    def add(self, person: Person) -> None:
        """Add a person."""
        partner, identity = survivor(person.partner), person.identity
        if identity is None:
            capacity = Bilingual(person.capacity_ar, person.capacity_fr)
            self._nameless.setdefault(partner.uid, []).append(capacity)
        else:
            for name in _untitled(identity.name_ar, identity.name_fr):
                self._people.setdefault((partner.uid, name), survivor(person).uid)

    def find(self, partner: UUID, draft: PersonDraft) -> UUID | None:
        """Return the representative of a partner with the same folded name, or None."""
        names = _untitled(draft.name_ar, draft.name_fr)
        found = (self._people.get((partner, name)) for name in names)
        return next(filter(None, found), None)

    def may_be_erased(self, partner: UUID, draft: PersonDraft) -> bool:
        """Return whether a new representative may be one whose name was erased.

        So it is unless the capacities are known to differ.
        """
        new = (draft.capacity_ar, draft.capacity_fr)
        for capacity in self._nameless.get(partner, ()):
            both = zip((capacity.ar, capacity.fr), new, strict=True)
            known = [(fold_words(a), fold_words(b)) for a, b in both if a and b]
            if not known or any(a == b for a, b in known):
                return True
        return False


def _append(partners: dict[str, list[UUID]], key: str, partner: UUID) -> None:
    known = partners.setdefault(key, [])
    if partner not in known:
        known.append(partner)


def _dialled(*phones: str | None) -> list[str]:
    return [number for phone in phones if phone and (number := find_phone(phone))]


def _folded(*names: str | None) -> list[str]:
    return [folded for name in names if name and (folded := fold_words(name))]


def _untitled(*names: str | None) -> list[str]:
    return [folded for name in names if name and (folded := without_title(name))]
