"""The rumour that each issued rectification is about.

The register of issues names no rumour; it keeps the fingerprint of the facts of each document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.queries.communication import own_alone
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids, list_rumours_by_id
from outreach_app.summaries.communication.rectification_facts import plan_rectification
from outreach_app.summaries.prose.facts import facts_fingerprint


@dataclass(frozen=True, slots=True)
class RectifiedFacts:
    """The number of a rumour, the day it was heard, and whether its rectification is published."""

    rumour: str
    heard_on: date
    is_published: bool


def list_rectified(session: Session) -> Mapping[str, RectifiedFacts]:
    """Return what the rectifications of this office are about, by the fingerprint of their facts.

    One whose facts changed since it was issued is not found.
    """
    found: dict[str, RectifiedFacts] = {}
    ids = list_rumour_ids(session, RumourFilter(offices=own_alone(session)))
    for row in list_rumours_by_id(session, ids).values():
        if not row.has_result_to_tell:
            continue
        plan = plan_rectification(session, row)
        for each in (plan, replace(plan, published=None)):
            is_published = each.published is not None
            about = RectifiedFacts(row.number, row.heard_on, is_published)
            found[facts_fingerprint(each)] = about
    return found
