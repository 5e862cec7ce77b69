"""What came of a point at the later meetings, or on the earlier one it recalls, in French."""

from collections.abc import Iterator
from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import lower_case, service, short_date
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.french_states import debtor, how_it_stood, reaction
from outreach_app.summaries.session.plan import SituationFacts
from outreach_app.summaries.session.point_kinds import by_whom
from outreach_app.summaries.session.promises import (
    AgainFacts,
    AskedFacts,
    CommitmentFacts,
    EarlierState,
    RecalledFacts,
)
from outreach_app.summaries.session.raised import came_in_order, reaction_again


def raised_again(line: SituationFacts, path: str) -> Text:
    """Return « Soulevé à nouveau lors de la visite n° 06/2026, avec pour suite : … »."""
    again, path = line.again, f"{path}.again"
    if again is None:
        return text("Soulevé à nouveau")
    lead = "À rapprocher d’un point semblable soulevé" if again.is_likely else "Soulevé à nouveau"
    said = text(lead, _when(again, path), _by(again, path))
    came = [each for each in _came(again, path) if each]
    if came:
        return text(said, ", avec pour suite\u00a0: ", joined(came, "\u00a0; "))
    return said if again.is_rumour else text(said, ", sans suite enregistrée")


def _when(again: AgainFacts, path: str) -> Text:
    """Return « lors de la visite n° 06/2026 », « par une remarque reçue hors rencontre »."""
    if again.met is None:
        return text(" par une remarque reçue hors rencontre")
    number = Span(again.met.number, f"{path}.met.number") if again.met.number else None
    kind = french_kind(*again.met.kind_said).of_it
    return text(" lors ", kind, text(" n°\u00a0", number) if number else "")


def _by(again: AgainFacts, path: str) -> Text:
    """Return « (par : Association Annour) » of others than those who had raised it at first."""
    if again.is_by_others:
        return text(" (par d’autres participants)")
    by = by_whom(again, path, Language.FRENCH, women=again.is_raiser_woman)
    return (
        text(" (", (replace(by[0], text=by[0].text.removeprefix(" ")), *by[1:]), ")") if by else ()
    )


def _came(again: AgainFacts, path: str) -> Iterator[Text]:
    """Yield what came of it there: a reaction, an answer, commitments, services asked."""
    code = reaction_again(again)
    if code:
        yield lower_case(reaction(code, f"{path}.code"))
    elif again.is_replied:
        yield text("réponse donnée")
    other = ""
    for each in came_in_order(again):
        if isinstance(each, AskedFacts):
            yield _asked(each, f"{path}.asked.{each.number}")
        else:
            yield text(other, "engagement ", _stood(*each, path, "avec "))
            other = "autre "
    if again.is_closed and not code:
        yield text("point clos")


def recalled(row: RecalledFacts, path: str, office: OfficeFacts) -> Text:
    """Return « Engagement pris dans le cadre de l’audience n° 04/2026 : « … », en cours… »."""
    number = Span(row.met.number, f"{path}.met.number") if row.met.number else None
    at = text(" n°\u00a0", number) if number else ""
    lead = text(
        "Engagement pris dans le cadre ", french_kind(*row.met.kind_said).of_it, at, "\u00a0: "
    )
    (state,) = row.states
    (promise,) = state.promises
    fact = f"{path}.states.{state.code}.promises.{promise.number}"
    words = inline(promise.words, f"{fact}.words", Language.FRENCH)
    of_other = promise.owner != CommitmentOwner.OFFICE
    who = text(" (responsable\u00a0: ", debtor(promise, fact, office), ")") if of_other else ""
    return text(lead, words, who, ", ", _stood(state, promise, path))


def _stood(state: EarlierState, promise: CommitmentFacts, path: str, lead: str = "") -> Text:
    """Return « réalisé le 23/05/2026 », « échéance (01/10/2026) dépassée, … » after its `lead`."""
    fact, path = f"{path}.states.{state.code}.code", f"{path}.states.{state.code}"
    path = f"{path}.promises.{promise.number}"
    due = Span(short_date(promise.due_on), f"{path}.due_on") if promise.due_on else None
    if state.code == CommitmentStatus.OVERDUE and due:
        return text(lead, "échéance (", due, ") dépassée, aucune exécution enregistrée")
    said = lower_case(how_it_stood(state, promise, path, fact))
    set_for = state.code in (CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS)
    is_due = set_for and due and not promise.is_late
    return text(said, text(", échéance fixée au ", due or "") if is_due else "")


def _asked(row: AskedFacts, path: str) -> Text:
    """Return « saisine de la commune, réponse reçue le 26/06/2026 »."""
    asked = text("saisine ", service(row.to, f"{path}.to", "de"))
    if not row.is_answered:
        return text(asked, ", aucune réponse enregistrée")
    on = Span(short_date(row.on), f"{path}.on") if row.on else None
    return text(asked, ", réponse reçue", text(" le ", on) if on else "")
