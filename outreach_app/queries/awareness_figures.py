"""Figures of awareness in a period, with the period before; each names its list."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from outreach_app.queries.awareness import AwarenessFilter, count_awareness
from outreach_app.queries.figures import Figure
from outreach_app.queries.publications import PublicationFilter, count_publications
from outreach_app.rules.awareness import MATERIAL
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period


@dataclass(frozen=True, slots=True)
class AwarenessFigures:
    """Awareness actions begun in a period, their audience, and the materials handed out.

    All but `actions` are sums over the rows of their list.
    """

    actions: Figure
    establishments: Figure
    pupils: Figure
    beneficiaries: Figure
    associations: Figure
    materials: Figure


def get_awareness_figures(
    session: Session, period: Period, offices: frozenset[OfficeId] | None
) -> AwarenessFigures:
    """Count a period and the one before, for some offices."""
    wanted = AwarenessFilter(begun_in=period, offices=offices)
    previous = AwarenessFilter(begun_in=period.previous(), offices=offices)
    now, before = count_awareness(session, wanted), count_awareness(session, previous)
    made, made_before = (
        count_publications(session, each, offices).get(MATERIAL, 0)
        for each in (period, period.previous())
    )
    materials = PublicationFilter(kind=MATERIAL, published_in=period, offices=offices)
    return AwarenessFigures(
        actions=Figure(now.actions, before.actions, wanted),
        establishments=Figure(now.establishments, before.establishments, wanted),
        pupils=Figure(now.pupils, before.pupils, wanted),
        beneficiaries=Figure(now.beneficiaries, before.beneficiaries, wanted),
        associations=Figure(now.associations, before.associations, wanted),
        materials=Figure(made, made_before, materials),
    )
