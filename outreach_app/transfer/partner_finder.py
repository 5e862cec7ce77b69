"""Finds the partner a file means, by its folded name and its kind."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Partner
from outreach_app.rules.folding import fold
from outreach_app.services.partners import PartnerDraft


class PartnerFinder:
    """The partners of a store by folded name, read once for a whole file."""

    def __init__(self, session: Session) -> None:
        self._by_name: dict[str, list[Partner]] = {}
        statement = select(Partner).options(joinedload(Partner.identity)).where(~Partner.is_deleted)
        for partner in session.scalars(statement):
            self.add(partner)

    def add(self, partner: Partner) -> None:
        holder = partner.identity or partner
        for name in _folded(holder.name_ar, holder.name_fr):
            self._by_name.setdefault(name, []).append(partner)

    def find(self, draft: PartnerDraft) -> Partner | None:
        """The partner of the same folded name in either language, unless of another type.

        A shared phone is no proof: two bodies may have one secretary.
        """
        for name in _folded(draft.name_ar, draft.name_fr):
            for partner in self._by_name.get(name, ()):
                if partner.type == draft.type or None in (partner.type, draft.type):
                    return partner
        return None


def _folded(*names: str | None) -> list[str]:
    return [folded for name in names if name and (folded := fold(name))]
