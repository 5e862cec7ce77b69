"""How commitments and points stand, in French: before a meeting, after it, by their reactions."""

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import (
    SERVICE_GENDERS,
    Gender,
    chief,
    full_date,
    label,
    sentence_case,
    service,
    short_date,
)
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import bare, inline, note_on, own_words
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    News,
    SessionPlan,
    SituationFacts,
    StateCount,
)
from outreach_app.summaries.session.writer import (
    by_debtor,
    debtor_of_all,
    emergency_number,
    is_own,
    promise_path,
)

PAGE = Language.FRENCH
_REACTIONS = {
    "out.resolved": "Point réglé",
    "out.answered": "Réponse communiquée aux participants",
    "out.no_followup": "Aucune mesure retenue",
    "out.out_of_scope": "Hors de la compétence de l’arrondissement de police",
    "out.under_study": "À l’étude",
    "out.oriented": (
        "Participants invités à signaler les faits par les voies légales, à la police judiciaire "
        "ou au parquet compétent, ou à appeler le 19"
    ),
}
# How several commitments are said to have stood, and one.
_STATES = {
    "cst.done": ("étaient réalisés", "était réalisé"),
    "cst.partly": ("étaient partiellement réalisés", "était partiellement réalisé"),
    "cst.in_progress": ("étaient en cours d’exécution", "était en cours d’exécution"),
    "cst.open": ("restaient à exécuter", "restait à exécuter"),
    "cst.overdue": (
        "avaient dépassé leur échéance sans être réalisés",
        "avait dépassé son échéance sans être réalisé",
    ),
    "cst.referred": (
        *("avaient été transmis au service compétent", "avait été transmis au service compétent"),
    ),
    "cst.dropped": ("avaient été abandonnés", "avait été abandonné"),
    "cst.blocked": ("n’étaient pas réalisables", "n’était pas réalisable"),
}
_LETTERS = ("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_UNKNOWN = ("étaient dans une situation inconnue", "était dans une situation inconnue")
# How the state of a commitment is told as what came after the meeting.
_NEWS_STATES = {
    "cst.open": "En attente d’exécution depuis cette date",
    "cst.in_progress": "En cours d’exécution depuis cette date",
    "cst.overdue": "Échéance dépassée, engagement non réalisé",
}


def earlier(plan: SessionPlan) -> Text:
    """Return how the commitments of the meeting before stood on the day of this one."""
    before = plan.earlier
    if before is None:
        return ()
    lead = f"À la date de {french_kind(plan.kind, plan.channel).this}, "
    made = text(" pris le ", Span(full_date(before.made_on), "earlier.made_on"))
    first, is_one_state = before.states[0], len(before.states) == 1
    fact = f"earlier.states.{first.code}.count" if is_one_state else "earlier"
    if before.number == 1:
        one = Span("l’engagement", fact)
        return text(lead, one, made, _which_one(first, plan), " ", _stood(first), ".")
    by_one = debtor_of_all(before, lambda promise, path: debtor(promise, path, plan.office))
    by_all = text(" (responsable\u00a0: ", by_one, ")") if by_one else ""
    these = text(Span(_in_letters(before.number), fact), " engagements", made, by_all)
    if is_one_state:
        return text(lead, "les ", these, f" {_said(first)}", _which(first, plan, by_one), ".")
    states = []
    for place, state in enumerate(before.states):
        said = _in_letters(state.count)
        if before.number == 2:
            said = "l’autre" if place else "l’un"
        count = Span(said, f"earlier.states.{state.code}.count")
        states.append(text(count, f" {_said(state)}", _which(state, plan, by_one)))
    clauses = joined(states, "\u00a0; ") if before.is_named else listed(states, PAGE)
    return text(lead, "sur les ", these, ", ", clauses, ".")


def _in_letters(number: int) -> str:
    """Return « deux »; more than ten stand in digits."""
    return _LETTERS[number] if number < len(_LETTERS) else digits(number, PAGE)


def _said(state: StateCount) -> str:
    """Return « étaient réalisés », « était réalisé » of one."""
    plural, singular = _STATES.get(state.code, _UNKNOWN)
    return plural if state.count > 1 else singular


def _which_one(state: StateCount, plan: SessionPlan) -> Text:
    """Return « (responsable : …), ainsi libellé : « … », » of one; empty where not named."""
    said: Text = ()
    for promise in state.promises:
        path = promise_path(state, promise)
        words = inline(promise.words, f"{path}.words", PAGE)
        owed = debtor(promise, path, plan.office)
        said = text(" (responsable\u00a0: ", owed, "), ainsi libellé\u00a0: ", words, ",")
    return said


def _stood(state: StateCount) -> Text:
    """Return how an only one stood; overdue, with the day where it is named."""
    days = [(each.due_on, promise_path(state, each)) for each in state.promises if each.due_on]
    if state.code != CommitmentStatus.OVERDUE or not days:
        return text(_said(state))
    due_on, path = days[0]
    day = Span(full_date(due_on), f"{path}.due_on")
    return text("avait dépassé son échéance du ", day, " sans être réalisé")


def _which(state: StateCount, plan: SessionPlan, by_one: Text) -> Text:
    """Return « : « A » et « B » (responsable : …) »; empty where none is named.

    Each who owes some is named once; who owes all of them, `by_one`, is told already.
    """
    groups = []
    for who, promises in by_debtor(state, lambda promise, path: debtor(promise, path, plan.office)):
        owed = text("responsable\u00a0: ", who)
        if len(promises) == 1 and not by_one:
            groups.append(_quoted(promises[0], state, owed))
            continue
        quoted = listed([_quoted(each, state) for each in promises], PAGE)
        groups.append(quoted if by_one else text(quoted, " (", owed, ")"))
    return text("\u00a0: ", listed(groups, PAGE)) if groups else ()


def _quoted(promise: CommitmentFacts, state: StateCount, owed: Text = ()) -> Text:
    """Return a promise in guillemets, with the remarks in brackets that it needs."""
    note = note_on(promise.words, PAGE)
    remarks = [each for each in (text(note or ""), owed) if each]
    after = text(" (", joined(remarks, "\u00a0; "), ")") if remarks else ()
    return text(bare(promise.words, f"{promise_path(state, promise)}.words", PAGE), after)


def debtor(commitment: CommitmentFacts, path: str, office: OfficeFacts) -> Text:
    """Return who is to keep a commitment: by name, by profession, or the head of the office."""
    name = own_words(commitment.debtor, f"{path}.debtor", PAGE) if commitment.debtor else None
    if name:
        return text(name)
    if commitment.authority:
        return text(Span(label(commitment.authority), f"{path}.authority"))
    if commitment.debtor_kind:
        return text(Span(name_of_one(commitment.debtor_kind, PAGE), f"{path}.debtor_kind"))
    owners = {"partner": "l’un des partenaires présents", "authority": "autorité à préciser"}
    return text(Span(owners.get(commitment.owner, chief(office)[-1].text), f"{path}.owner"))


def about(line: SituationFacts, path: str) -> Text:
    """Return what a line of the situation is about."""
    if line.commitment is not None:
        return text("Engagement ", Span(digits(line.commitment, PAGE), f"{path}.commitment"))
    if line.news in (News.MOVED, News.CANCELLED):
        return text("Prochaine rencontre")
    if line.point is not None:
        return text("Point ", Span(digits(line.point, PAGE), f"{path}.point"))
    return text("Saisine ", service(line.code or "", f"{path}.code", "de"))


def news(line: SituationFacts, path: str, plan: SessionPlan) -> Text:
    """Return what came of it after the meeting."""
    words = text("\u00a0: ", inline(line.words, f"{path}.words", PAGE)) if line.words else ()
    code = line.code or ""
    of_service = service(code, f"{path}.code", "de") if code.startswith("rf.") else ()
    due = Span(short_date(line.due_on), f"{path}.due_on") if line.due_on else None
    point = Span(digits(line.point, PAGE), f"{path}.point") if line.point else None
    named = _NEWS_STATES.get(code) or label(code)
    state = sentence_case((Span(named, f"{path}.code"),)) if code.startswith("cst.") else ()
    return {
        News.STATE: text(state, _reason(line, plan), words),
        News.DUE: text("Nouvelle échéance\u00a0: ", due or "non fixée"),
        News.PROMISED: text(
            "Pris ultérieurement",
            text(", au sujet du point ", point) if point else "",
            words,
            text(", échéance\u00a0: ", due) if due else "",
        ),
        News.REFERRED: text("Saisine ", of_service),
        News.SENT: text(
            _asked(code, f"{path}.code") if line.point else "Saisine adressée",
            ", sans réponse à ce jour",
        ),
        News.ANSWERED: text("Réponse ", of_service, words),
        News.REACTED: reaction(code, f"{path}.code") if code else (),
        News.REPLIED: text("Réponse", words),
        News.TOLD: text("Réponse communiquée aux participants"),
        News.CLOSED: text("Point clos"),
        News.MOVED: text("Nouvelle date\u00a0: ", due or ""),
        News.CANCELLED: text("Annulée"),
    }[line.news]


def _reason(line: SituationFacts, plan: SessionPlan) -> str:
    """Return what leads to why a commitment was not kept, or that nobody told why."""
    if line.code == CommitmentStatus.OVERDUE and line.words is None and not is_own(plan, line):
        return ", aucun motif enregistré"
    is_given_up = (
        line.code in (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED) and line.words is not None
    )
    return " pour le motif suivant" if is_given_up else ""


def _asked(code: str, fact: str) -> Text:
    """Return « Commune saisie », « Forces auxiliaires saisies »."""
    # The one plural is feminine.
    endings = {Gender.FEMININE: "e", Gender.PLURAL: "es"}
    ending = endings.get(SERVICE_GENDERS.get(code, Gender.MASCULINE), "")
    return text(sentence_case((Span(label(code), fact),)), f" saisi{ending}")


def reaction(code: str, fact: str, settled_on: Text = ()) -> Text:
    """Return a reaction as it is told, the number to call told apart, and when it was settled."""
    words = sentence_case((Span(_REACTIONS.get(code) or label(code), fact),))
    if code == PointReaction.RESOLVED and settled_on:
        return text(words, " le ", settled_on)
    return emergency_number(words[0], PAGE) if words else ()
