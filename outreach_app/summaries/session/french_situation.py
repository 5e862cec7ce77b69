"""The situation after a meeting, line by line, in French."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import (
    SERVICE_GENDERS,
    Gender,
    label,
    sentence_case,
    service,
    short_date,
)
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.french_again import raised_again
from outreach_app.summaries.session.french_next import came_of
from outreach_app.summaries.session.french_renewed import renewed, with_renewed
from outreach_app.summaries.session.french_states import debtor, reaction
from outreach_app.summaries.session.plan import (
    News,
    SituationFacts,
)

PAGE = Language.FRENCH
_GIVEN_UP = (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED)
# The state of a commitment as an event after the meeting.
_NEWS_STATES = {
    "cst.open": "En attente d’exécution",
    "cst.in_progress": "En cours d’exécution",
    "cst.overdue": "Échéance dépassée",
    "cst.blocked": "Déclaré non réalisable",
}
_LOOKED_INTO = "Transmis au service compétent (nom non relevé), aucun résultat enregistré"
# Of a referral, whatever else became of its point.
_UNANSWERED = ", aucune réponse enregistrée à cette saisine"
# Of a commitment whose day has passed.
_UNKEPT = ", aucune exécution enregistrée"


def about(line: SituationFacts, path: str) -> Text:
    """Return what a line of the situation is about."""
    if line.commitment is not None:
        return text("Engagement ", Span(digits(line.commitment, PAGE), f"{path}.commitment"))
    if line.promise is not None:
        return text("Engagement antérieur")
    if line.is_of_next_meeting:
        return text(_next(line))
    if line.point is not None:
        return text("Point ", Span(digits(line.point, PAGE), f"{path}.point"))
    return text("Saisine ", service(line.code or "", f"{path}.code", "de"))


def news(line: SituationFacts, path: str, issued_on: date, office: OfficeFacts, this: str) -> Text:
    """Return what came of it after the meeting."""
    words = text("\u00a0: ", inline(line.words, f"{path}.words", PAGE)) if line.words else ()
    code = line.code or ""
    of_service = service(code, f"{path}.code", "de") if code.startswith("rf.") else ()
    due = Span(short_date(line.due_on), f"{path}.due_on") if line.due_on else None
    promise = text(_promise(line, path, office), " – ") if line.promise else ()
    state = _stands(line, path, words, due, issued_on)
    said = {
        News.STATE: text(promise, with_renewed(state, line, path, this, line.code or "")),
        News.DUE: text(promise, "Nouvelle échéance\u00a0: ", due or "non fixée"),
        News.FIRST_DUE: text(promise, "Échéance fixée au ", due or ""),
        News.PROMISED: text(
            "Pris ultérieurement",
            _on_point(line, path),
            words,
            text(", responsable\u00a0: ", debtor(line, path, office)) if line.owner else "",
            text(", échéance\u00a0: ", due) if due else "",
        ),
        News.REFERRED: text("Saisine ", of_service),
        News.SENT: text(_asked(line, path), "" if line.is_over else _UNANSWERED),
        News.UNDATED: _undated(line, path),
        News.ANSWERED: text("Réponse ", of_service, _to_what(line, path), words),
        News.REACTED: _reaction(line, path),
        News.REPLIED: text("Réponse", words),
        News.HEADQUARTERS: text("Réponse des services centraux", words),
        News.TOLD: _told(line, words, path),
        News.CLOSED: text("Point clos"),
        News.RUMOUR: _rumour(line, path),
        News.RUMOUR_CLOSED: text("Rumeur classée", words),
        News.LOOKED_INTO: text(_LOOKED_INTO),
        News.RAISED_AGAIN: raised_again(line, path),
    }.get(line.news) or came_of(line, path, issued_on)
    return said if line.news is News.STATE else text(said, renewed(line, path, this))


def _stands(line: SituationFacts, path: str, words: Text, due: Span | None, day: date) -> Text:
    """Return the state of a commitment, since when and why, and by when it is to be kept.

    Of one promised again, what came of that may be all there is to tell.
    """
    if line.renewed is not None and line.renewed.replaces(line.code):
        return text("Échéance dépassée (", due or "", ")") if line.has_lapsed_before else ()
    state = Span(_NEWS_STATES.get(line.code or "") or label(line.code or ""), f"{path}.code")
    said = sentence_case((state,))
    if line.code == CommitmentStatus.OVERDUE:
        # That it was not kept is not known: nobody recorded that it was.
        return text(said, text(" (", due, ")") if due else "", _UNKEPT, words)
    if line.has_lapsed_since:
        on = Span(short_date(line.on), f"{path}.on")
        passed = text("\u00a0; échéance dépassée (", due or "", ")")
        is_amid = line.renewed is not None and line.renewed.is_amid
        return text(said, " au ", on, words, "" if is_amid else passed)
    if line.has_sequel and _reason(line):
        why = inline(line.words, f"{path}.words", PAGE) if line.words else ""
        return text(said, _since(line, path), " (motif\u00a0: ", why, ")")
    return text(said, _since(line, path), _reason(line), words, _due_clause(line, due, day))


def _promise(line: SituationFacts, path: str, office: OfficeFacts) -> Text:
    """Return the words of an earlier commitment, with its day and who owes it if they are given."""
    made_on = Span(short_date(line.made_on), f"{path}.made_on") if line.made_on else None
    words = inline(line.promise, f"{path}.promise", PAGE) if line.promise else ()
    told = [text("pris le ", made_on)] if made_on else []
    told += [text("responsable\u00a0: ", debtor(line, path, office))] if line.owner else []
    return text(words, text(" (", joined(told, ", "), ")") if told else "")


def _next(line: SituationFacts) -> str:
    """Return what the meeting or exchange that followed is called."""
    if line.news is News.SET_TOO:
        return "Autre échange" if line.is_exchange else "Autre rencontre"
    if line.is_exchange:
        return "Échange de suivi" if line.news is News.FOLLOWED else "Prochain échange"
    return "Rencontre de suivi" if line.news is News.FOLLOWED else "Prochaine rencontre"


def _told(line: SituationFacts, words: Text, path: str) -> Text:
    """Return to whom an answer, or what became of a point, was given back, and how, as typed."""
    means: Text = inline(line.how, f"{path}.how", PAGE) if line.how else ()
    if line.code:
        means = text(Span(label(line.code), f"{path}.code"))
    how = text(", moyen\u00a0: ", means) if means else ()
    what = "Réponse" if line.is_reply else "Suite"
    return text(f"{what} communiquée", text(" à", words) if words else "", how)


def _to_what(line: SituationFacts, path: str) -> Text:
    """Return « à la saisine du 6 avril 2026 », if that day was noted."""
    if line.sent_on is None:
        return ()
    return text(" à la saisine du ", Span(short_date(line.sent_on), f"{path}.sent_on"))


def _reaction(line: SituationFacts, path: str) -> Text:
    return reaction(line.code, f"{path}.code") if line.code else ()


def _rumour(line: SituationFacts, path: str) -> Text:
    """Return under which number a rumour was recorded, and what its verification found."""
    number = Span(line.summary, f"{path}.summary") if line.summary else None
    said = text("Rumeur enregistrée", text(" sous le n°\u00a0", number) if number else "")
    if line.code:
        found = Span(label(line.code), f"{path}.code")
        result = text(", résultat de la vérification\u00a0: ", found)
        return text(said, result, _rectified(line, path))
    begun = ", vérification engagée, sans résultat" if line.is_over else ", vérification en cours"
    return text(said, begun if line.is_begun else ", aucune vérification enregistrée")


def _rectified(line: SituationFacts, path: str) -> Text:
    """Return the day on which the rectification of a rumour came out, if it did."""
    if line.rectified_on is None:
        return ()
    if line.rectified_on == line.on:
        return text(", rectification publiée le même jour")
    day = Span(short_date(line.rectified_on), f"{path}.rectified_on")
    return text(", rectification publiée le ", day)


def _on_point(line: SituationFacts, path: str) -> Text:
    """Return « , au sujet du point 2 » of a promise made on one."""
    if line.point is None:
        return ()
    return text(", au sujet du point ", Span(digits(line.point, PAGE), f"{path}.point"))


def _due_clause(line: SituationFacts, due: Span | None, issued_on: date) -> Text:
    """Return by when what waits is to be kept, which may be the day of issue."""
    if due is None:
        return ()
    if line.is_late:
        return text(", échéance dépassée (", due, ")")
    if line.due_on == issued_on:
        return text(", échéance à ce jour (", due, ")")
    return text(", échéance fixée au ", due)


def _since(line: SituationFacts, path: str) -> Text:
    """Return since when it has been in progress, on what day it was entered, or that it was late.

    Other dates are in the column of days.
    """
    on = Span(short_date(line.on), f"{path}.on")
    if line.is_entered and not line.is_undated:
        return text(" (enregistré le ", on, ")")
    if line.code == CommitmentStatus.IN_PROGRESS and not line.is_undated:
        return text(" depuis le ", on)
    if line.has_sequel:
        return text(" le ", on)
    return text(" hors délai") if line.is_late and line.due_on is None else ()


def _reason(line: SituationFacts) -> str:
    """Return what leads to why a commitment was given up."""
    is_given_up = line.code in _GIVEN_UP and line.words is not None
    return " pour le motif suivant" if is_given_up else ""


def _undated(line: SituationFacts, path: str) -> Text:
    """Return that a referral was decided, of which the day of sending was not noted."""
    asked = text("Saisine ", service(line.code or "", f"{path}.code", "de")) if line.point else ()
    return text(asked or "Saisine", " décidée, date d’envoi non relevée")


def _asked(line: SituationFacts, path: str) -> Text:
    """Return which service a point was referred to, or that a referral of no point was sent."""
    asked = _service_asked(line.code or "", f"{path}.code")
    on = Span(short_date(line.on), f"{path}.on")
    return text(asked if line.point else "Saisine adressée", " le ", on)


def _service_asked(code: str, fact: str) -> Text:
    """Return « Commune saisie », « Forces auxiliaires saisies »."""
    # The one plural is feminine.
    endings = {Gender.FEMININE: "e", Gender.PLURAL: "es"}
    ending = endings.get(SERVICE_GENDERS.get(code, Gender.MASCULINE), "")
    return text(sentence_case((Span(label(code), fact),)), f" saisi{ending}")
