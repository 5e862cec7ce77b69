"""The points for attention of a period, in French."""

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.french_cells import FrenchCells
from outreach_app.summaries.period.french_follow_up import STATES, as_of
from outreach_app.summaries.period.french_referrals import waiting
from outreach_app.summaries.period.left_open import left_open_in_french
from outreach_app.summaries.period.plan import PeriodPlan, TopicFacts
from outreach_app.summaries.period.writer import Figures, before_of, is_new, is_shared, period_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import (
    de,
    full_date,
    label,
    of,
    quoted_label,
)
from outreach_app.summaries.prose.french_letters import in_words
from outreach_app.summaries.prose.french_periods import during_before
from outreach_app.summaries.prose.french_tense import Tense
from outreach_app.summaries.prose.nouns import COMMITMENT, INFORMATION, POINT, REMARK
from outreach_app.summaries.prose.periods import Length, length_of
from outreach_app.summaries.prose.quoting import inline

PAGE = Language.FRENCH
SAY = Figures(PAGE)
NOMINATIVE = Case.NOMINATIVE

# How one commitment, and several, ended without being kept.
_GIVEN_UP = {
    "cst.dropped": ("a été abandonné", "ont été abandonnés"),
    "cst.blocked": ("s’est révélé non réalisable", "se sont révélés non réalisables"),
    "cst.referred": (
        "a été transmis au service compétent",
        "ont été transmis au service compétent",
    ),
}


def signals(plan: PeriodPlan, tense: Tense) -> tuple[Text, ...]:
    """Return a sentence for each thing that calls for attention."""
    found = (
        _late(plan, tense),
        _given_up(plan),
        waiting(plan, tense),
        _without_outcome(plan, tense),
        _unverified(plan, tense),
        _to_rectify(plan, tense),
        _unanswered(plan, tense),
        *left_open_in_french(plan.left_open, as_of(plan), tense),
        _new(plan),
        *(_rising(topic) for topic in plan.signals.rising if not is_new(plan, topic)),
        _moved(plan),
        _unmet(plan),
    )
    return tuple(sentence for sentence in found if sentence)


def _late(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many commitments are late, and quote the oldest."""
    late = plan.signals.late
    if late is None:
        return ()
    oldest = plan.promises[0]
    quoted = inline(oldest.words, "promises.1.words", PAGE)
    due = Span(full_date(oldest.due_on), "promises.1.due_on") if oldest.due_on else ""
    number = SAY.counted(COMMITMENT, late, NOMINATIVE, "signals.late")
    lead = text("Au ", as_of(plan), ", ", number)
    by = text(" (responsable\u00a0: ", FrenchCells(plan).in_charge(oldest, "promises.1"), ")")
    if late == 1:
        at = text(", dont l’échéance était fixée au ", due, by)
        begun = f"{STATES[oldest.begun][0]} et " if oldest.begun else ""
        return text(lead, f" {tense.was} {begun}en retard\u00a0: ", quoted, at, ".")
    lead = text(lead, f" {tense.were} en retard\u00a0; ")
    if is_shared([row.due_on for row in plan.promises]):
        return text(lead, f"l’échéance la plus ancienne {tense.was} celle du ", due, ".")
    begun = f", {STATES[oldest.begun][0]}" if oldest.begun else ""
    had = f"{begun}, {tense.had} pour échéance le "
    return text(lead, "le plus ancien, ", quoted, had, due, by, ".")


def _given_up(plan: PeriodPlan) -> Text:
    """State how many commitments were given up in the period, and quote the only one."""
    number, states = len(plan.given_up), {row.state for row in plan.given_up}
    if not number:
        return ()
    counted = SAY.counted(COMMITMENT, number, NOMINATIVE, "given_up")
    if len(states) > 1:
        return _given_up_in_ways(plan)
    lead = text("Au cours de la période, ", counted, " ", _GIVEN_UP[next(iter(states))][number > 1])
    if number > 1:
        return text(lead, ".")
    (row,) = plan.given_up
    return text(lead, "\u00a0: ", inline(row.words, "given_up.1.words", PAGE), ".")


def _given_up_in_ways(plan: PeriodPlan) -> Text:
    """Return « …, un engagement a été abandonné et trois n’ont pu être réalisés. »."""
    ways: list[Text] = []
    for state, words in _GIVEN_UP.items():
        if number := sum(row.state == state for row in plan.given_up):
            counted = SAY.counted(COMMITMENT, number, NOMINATIVE, "given_up")
            ways.append(text(counted, " ", words[number > 1]))
    return text("Au cours de la période, ", listed(ways, PAGE), ".")


def _without_outcome(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many points of the period are left without outcome."""
    number = plan.signals.without_outcome
    if number is None:
        return ()
    points = SAY.counted(POINT, number, NOMINATIVE, "signals.without_outcome")
    were = tense.stayed if number == 1 else tense.stayed_all
    waits = f" de la période {were} en attente de suite."
    return text("Au ", as_of(plan), ", ", points, waits)


def _unverified(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many rumours had no result yet."""
    number = plan.signals.unverified
    if number is None:
        return ()
    rumours = SAY.counted(INFORMATION, number, NOMINATIVE, "signals.unverified")
    heard = _heard(plan, number, "unverified")
    had = f" n’{tense.had} pas encore été vérifiée"
    if number > 1:
        had = f" n’{tense.had_all} pas encore été vérifiées"
    return text("Au ", as_of(plan), ", ", rumours, heard, had, ".")


def _to_rectify(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many rumours waited for their rectification."""
    number = plan.signals.to_rectify
    if number is None:
        return ()
    rumours = SAY.counted(INFORMATION, number, NOMINATIVE, "signals.to_rectify")
    heard = _heard(plan, number, "to_rectify")
    waited = f" {tense.waited if number == 1 else tense.waited_all} encore une mise au point"
    return text("Au ", as_of(plan), ", ", rumours, heard, waited, ".")


def _heard(plan: PeriodPlan, number: int, name: str) -> Text:
    """Return « relevées au cours de la période, dont la plus ancienne remonte au 12… »."""
    noted = "relevée" if number == 1 else "relevées"
    return text(f" {noted} au cours de la période", _since(plan, number, name))


def _since(plan: PeriodPlan, number: int, name: str) -> Text:
    """Return « , dont la plus ancienne remonte au 12 octobre 2026, », of one alone only its day."""
    since = plan.signals.since(name)
    if since is None:
        return ()
    day = Span(full_date(since), f"signals.{name}_since")
    is_one_day = number == 1 or plan.signals.are_of_one_day(name)
    return text(", le " if is_one_day else ", dont la plus ancienne remonte au\u00a0", day, ",")


def _unanswered(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many remarks received outside meetings had no reaction."""
    number = plan.signals.unanswered
    if number is None:
        return ()
    remarks = SAY.counted(REMARK, number, NOMINATIVE, "signals.unanswered")
    since = plan.signals.unanswered_since
    came = text(" reçues en dehors des rencontres", _since(plan, number, "unanswered"))
    if number == 1:
        on = text(" le ", Span(full_date(since), "signals.unanswered_since")) if since else ()
        came = text(" reçue", on, " en dehors des rencontres")
    were = f" {tense.stayed if number == 1 else tense.stayed_all} en attente de suite"
    return text("Au ", as_of(plan), ", ", remarks, came, were, ".")


def _new(plan: PeriodPlan) -> Text:
    """State how often the topics were raised that rose most and were not raised before.

    Having risen from none by as many points, they were raised equally often.
    """
    topics = [topic for topic in plan.signals.rising if is_new(plan, topic)]
    period_before = before_of(plan)
    if not topics or period_before is None:
        return ()
    number = SAY.counted(POINT, topics[0].now, NOMINATIVE, f"signals.rising.{topics[0].code}.now")
    points = of((in_words(number, topics[0].now),))
    when = Span(during_before(period_of(plan), period_before), "before_last")
    names = [quoted_label(row.code, f"signals.rising.{row.code}.code") for row in topics]
    those = listed([text(name) for name in names], PAGE)
    if len(topics) == 1:
        return text(
            "La thématique ", those, ", non soulevée ", when, ", a fait l’objet ", points, "."
        )
    raised = text(", non soulevées ", when, ", ont chacune fait l’objet ", points, ".")
    return text("Les thématiques ", those, raised)


def _rising(topic: TopicFacts) -> Text:
    """State how far a topic rose."""
    path = f"signals.rising.{topic.code}"
    name = quoted_label(topic.code, f"{path}.code")
    before, now = (
        SAY.number(topic.before, f"{path}.before"),
        SAY.number(topic.now, f"{path}.now"),
    )
    return text(
        "Le nombre de points de la thématique ", name, " est passé de ", before, " à ", now, "."
    )


def _unmet(plan: PeriodPlan) -> Text:
    """Name the categories met before and not in this period."""
    codes, before = plan.signals.unmet, before_of(plan)
    if not codes or before is None:
        return ()
    names = [
        text(Span(label(code), f"signals.unmet.{place}"))
        for place, code in enumerate(codes, start=1)
    ]
    unlike = text(", contrairement ", Span(_to(plan, before), "before_last"))
    lead = "Aucune rencontre n’a été enregistrée avec les "
    if len(codes) == 1:
        return text(lead, names[0], unlike, ".")
    those = text(lead, "catégories de partenaires suivantes", unlike)
    return text(those, "\u00a0: ", joined(names, "\u00a0; "), ".")


def _to(plan: PeriodPlan, before: Period) -> str:
    """Return « au mois de mai », « au premier trimestre », « à la période précédente »."""
    when = during_before(period_of(plan), before)
    if length_of(before) is Length.MONTH:
        return f"au mois {de(when.removeprefix('en '))}"
    return when.replace("au cours de ", "à ", 1)


def _moved(plan: PeriodPlan) -> Text:
    """Return « Le nombre de participants est passé de 87 à un seul. »."""
    people, signals = plan.figure("participants"), plan.signals
    if not (signals.has_fallen or signals.has_risen) or people.before is None:
        return ()
    before = SAY.number(people.before, "figures.participants.before")
    now = SAY.number(people.now or 0, "figures.participants.now")
    if people.now == 1:
        now = text(Span("un seul", "figures.participants.now"))
    return text("Le nombre de participants est passé de ", before, " à ", now, ".")
