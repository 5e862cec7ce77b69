"""The sentence on the points that were recorded at a session, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.french_letters import in_letters
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.nouns import POINT, POINT_KINDS
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.writer import kind_said, kinds_of_points

PAGE = Language.FRENCH
# The text if only unrecorded matters were discussed.
_SAID = {
    "thanks": ("Un remerciement", "a été exprimé"),
    "rumour": ("Une rumeur", "a été signalée"),
}


def recorded(plan: SessionPlan, no_commitment: Span) -> Text:
    """Return how many points were recorded, or that neither they nor commitments were."""
    held = french_kind(*kind_said(plan))
    if not plan.points:
        none = Span(count(POINT, 0, Case.NOMINATIVE, PAGE), "points")
        nor = () if plan.commitments else text(" et ", no_commitment, " n’a été pris")
        during = f" au cours de {held.this}."
        return text(sentence_case((none,)), " n’a été enregistré", nor, during)
    kinds = kinds_of_points(plan)
    if len(kinds) == 1 and len(plan.points) == 1 and kinds[0][0] in _SAID:
        one, verb = _SAID[kinds[0][0]]
        return text(Span(one, "points"), f" {verb} au cours de {held.this}.")
    lead = f"{held.brought} permis d’enregistrer "
    if len(kinds) == 1:
        noun = POINT_KINDS.get(kinds[0][0], POINT)
        only = Span(count(noun, len(plan.points), Case.NOMINATIVE, PAGE), "points")
        return in_letters(text(lead, only, "."))
    parts = [
        text(Span(count(POINT_KINDS.get(kind, POINT), number, Case.NOMINATIVE, PAGE), kind))
        for kind, number in kinds
    ]
    points = Span(count(POINT, len(plan.points), Case.NOMINATIVE, PAGE), "points")
    return in_letters(text(lead, points, "\u00a0: ", listed(parts, PAGE), "."))
