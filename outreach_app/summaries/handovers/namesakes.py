"""Practices whose name no document says, told apart by a number where they are the same else."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from outreach_app.models import Partner
from outreach_app.queries.handovers import list_active_partners
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.hand_outs.remarks import partner_facts
from outreach_app.survivors import survivor


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What a handover file says of each partner, with its number among those told the same."""

    ranks: Mapping[int, int]

    @classmethod
    def of(cls, session: Session) -> "Namesakes":
        """Return them with the active partners that would be told the same, in their order."""
        alike: defaultdict[PartnerFacts, list[int]] = defaultdict(list)
        for partner, _day in list_active_partners(session):
            alike[partner_facts(partner)].append(partner.id)
        groups = (ids for told, ids in alike.items() if told.kind is not None and len(ids) > 1)
        return cls({each: rank for ids in groups for rank, each in enumerate(ids, 1)})

    def told(self, partner: Partner) -> PartnerFacts:
        """Return what is said of a partner, or of what it was merged into."""
        kept = survivor(partner)
        return replace(partner_facts(kept), rank=self.ranks.get(kept.id))
