"""The referrals of a period and their answers, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.french_follow_up import IN_IT, as_of, eve
from outreach_app.summaries.period.french_held import of_meetings
from outreach_app.summaries.period.french_labels import LABELS
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, is_shared
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import full_date, named_unit, sentence_case, service
from outreach_app.summaries.prose.french_tense import PRESENT, Tense
from outreach_app.summaries.prose.nouns import REFERRAL
from outreach_app.summaries.prose.same_matter import answered_since

SAY = Figures(Language.FRENCH)
NOMINATIVE = Case.NOMINATIVE


def referrals(plan: PeriodPlan, tense: Tense) -> Text:
    """Return how many referrals were made and answered, and the outcome of earlier ones."""
    return text(_of_period(plan, tense), _earlier(plan, tense))


def _of_period(plan: PeriodPlan, tense: Tense) -> Text:
    made, answered = plan.count("referrals"), plan.answered
    if not made:
        has_met = plan.count("meetings") > 0
        nothing = LABELS.no_referrals.format(meetings=of_meetings(plan))
        return text(nothing if has_met else LABELS.none_sent)
    sent = SAY.counted(REFERRAL, made, NOMINATIVE, "figures.referrals.now")
    if answered == 0:
        none = f"elle n’{tense.had} pas reçu" if made == 1 else f"aucune n’{tense.had} reçu"
        said = text(Span(f"{none} de réponse", "answered"))
    elif answered == made:
        every = {1: f"elle {tense.had}", 2: f"toutes deux {tense.had_all}"}
        who = every.get(made, f"toutes {tense.had_all}")
        said = text(Span(f"{who} reçu une réponse", "answered"))
    elif answered == 1:
        said = text(Span(f"une seule {tense.had} reçu une réponse", "answered"))
    else:
        said = text(SAY.number(answered, "answered"), f" {tense.had_all} reçu une réponse")
    unit = sentence_case(named_unit(plan.office))
    after = f", à la suite {of_meetings(plan)} de la période, "
    if plan.are_acts_apart:
        after = f",{IN_IT}, "
    # Of the day of the report itself no day is said beside what was done by then.
    until = text(" au\u00a0", as_of(plan))
    if answered and tense is PRESENT:
        until = text() if answered == made else text(" à ce jour")
    return text(unit, " a adressé", after, sent, "\u00a0; ", said, until, ".")


def _earlier(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many of those that waited at the start were answered in the period."""
    total, answered = plan.referrals_earlier, plan.answered_earlier
    if not total:
        return ()
    since, end, fact = eve(plan), " au cours de la période.", "answered_earlier"
    day = text(" au\u00a0", as_of(plan), ".")
    if total == 1:
        only = Span("La seule saisine antérieure", "referrals_earlier")
        lead = text(" ", only, " encore sans réponse au\u00a0", since, " ")
        none = text(Span(f"n’en {tense.had} toujours pas reçu", fact), day)
        return text(lead, text(Span("a reçu une réponse", fact), end) if answered else none)
    number = SAY.number(total, "referrals_earlier")
    lead = text("es ", number, " saisines antérieures encore sans réponse au\u00a0", since)
    if answered == total:
        every = Span("ont reçu" if total == 2 else "ont toutes reçu", fact)
        return text(" L", lead, " ", every, " une réponse", end)
    lead = text(" Sur l", lead, ", ")
    if answered == 0:
        return text(lead, Span(f"aucune n’{tense.had} reçu de réponse", fact), day)
    if total == 2:
        waits = f" et l’autre {tense.stayed} en attente"
        one = text(Span("l’une", fact), " a reçu une réponse", end.removesuffix("."), waits)
        return text(lead, one, day)
    some = text(SAY.number(answered, fact), " ont")
    if answered == 1:
        some = text(Span("une seule", fact), " a")
    return text(lead, some, " reçu une réponse", end)


def waiting(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many referrals wait for an answer, and since when the oldest does."""
    number = plan.signals.waiting
    if number is None:
        return ()
    counted = SAY.counted(REFERRAL, number, NOMINATIVE, "signals.waiting")
    unit = named_unit(plan.office)
    none = f" n’{tense.had} pas encore reçu de réponse à "
    lead = text("Au ", as_of(plan), ", ", unit, none, counted)
    return text(lead, _of_before(plan, number), _since(plan, number, tense), ".")


def _since(plan: PeriodPlan, number: int, tense: Tense) -> Text:
    """Return «\u00a0; la plus ancienne, adressée à la commune, datait du 16 octobre 2026 »."""
    oldest, days = plan.referrals[0], plan.days_waiting
    to = service(oldest.to, "referrals.1.to", "à")
    if oldest.sent_on is None:
        if number > 1:
            return text("\u00a0; leur date d’envoi n’a pas été relevée")
        comma = ", " if plan.waiting_earlier else " "
        return text(comma, "adressée ", to, " à une date qui n’a pas été relevée")
    sent = Span(full_date(oldest.sent_on), "referrals.1.sent_on")
    fact = "referrals.1.matter_answered_on"
    since = answered_since(oldest.matter_answered_on, fact, SAY.language, is_in_full=True)
    if number == 1:
        return text(
            ", adressée " if plan.waiting_earlier else " adressée ", to, " le ", sent, since
        )
    if len(days) == number and len(set(days)) == 1:
        on = ", toutes adressées le " if number > 2 else ", adressées le "
        return text(on, sent)
    which, whose = "la plus ancienne", "les plus anciennes"
    if len(days) < number:
        noted = " dont la date d’envoi a été relevée"
        which = (
            f"la seule d’entre elles{noted}"
            if len(days) == 1
            else f"la plus ancienne de celles{noted}"
        )
        whose = f"les plus anciennes de celles{noted}"
    if is_shared(days):
        return text(f"\u00a0; {whose} {tense.dated_all} du ", sent)
    return text(f"\u00a0; {which}, adressée ", to, f", {tense.dated} du ", sent, since)


def _of_before(plan: PeriodPlan, number: int) -> Text:
    """Return « , dont une antérieure à la période »; empty where all were made in it."""
    earlier = plan.waiting_earlier
    if not earlier:
        return ()
    fact = "waiting_earlier"
    if number == 1:
        return text(Span(" antérieure à la période", fact))
    if earlier == number:
        every = "toutes deux" if number == 2 else "toutes"
        return text(", ", Span(f"{every} antérieures", fact), " à la période")
    if earlier == 1:
        return text(", dont ", Span("une", fact), " antérieure à la période")
    return text(", dont ", SAY.number(earlier, fact), " antérieures à la période")
