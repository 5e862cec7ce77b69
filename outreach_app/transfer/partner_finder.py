"""Finds the partner a file means, by its folded name or its phone."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Partner
from outreach_app.rules.folding import fold
from outreach_app.rules.phones import find_phone
from outreach_app.services.partners import PartnerDraft


class PartnerFinder:
    """The partners of a store by folded name and phone, read once for a whole file."""

    def __init__(self, session: Session) -> None:
        self._by_key: dict[str, Partner] = {}
        statement = select(Partner).options(joinedload(Partner.identity)).where(~Partner.is_deleted)
        for partner in session.scalars(statement):
            self.add(partner)

    def add(self, partner: Partner) -> None:
        holder = partner.identity or partner
        for key in _keys(holder.name_ar, holder.name_fr, holder.phone):
            self._by_key.setdefault(key, partner)

    def find(self, draft: PartnerDraft) -> Partner | None:
        """The partner of the same folded name in either language, else of the same phone."""
        phone = find_phone(draft.phone) if draft.phone else None
        for key in _keys(draft.name_ar, draft.name_fr, phone):
            if key in self._by_key:
                return self._by_key[key]
        return None


def _keys(name_ar: str | None, name_fr: str | None, phone: str | None) -> Iterator[str]:
    for name in (name_ar, name_fr):
        if name and (folded := fold(name)):
            yield folded
    if phone:
        yield phone
