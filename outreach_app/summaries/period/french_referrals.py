"""The referrals of a period and their answers, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.french_follow_up import as_of
from outreach_app.summaries.period.french_labels import LABELS
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, is_shared
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import full_date, named_unit, sentence_case, service
from outreach_app.summaries.prose.nouns import REFERRAL

SAY = Figures(Language.FRENCH)
NOMINATIVE = Case.NOMINATIVE


def referrals(plan: PeriodPlan) -> Text:
    """Say how many referrals were made and answered, and what came of those of before."""
    return text(_made(plan), _earlier(plan))


def _made(plan: PeriodPlan) -> Text:
    made, answered = plan.count("referrals"), plan.answered
    if not made:
        has_met = plan.count("meetings") > 0
        return text(LABELS.no_referrals if has_met else LABELS.none_without_meetings)
    sent = SAY.counted(REFERRAL, made, NOMINATIVE, "figures.referrals.now")
    if answered == 0:
        none = "elle n’avait pas reçu" if made == 1 else "aucune n’avait reçu"
        said = text(Span(f"{none} de réponse", "answered"))
    elif answered == made:
        every = {1: "elle avait", 2: "toutes deux avaient"}.get(made, "toutes avaient")
        said = text(Span(f"{every} reçu une réponse", "answered"))
    elif answered == 1:
        said = text(Span("une seule avait reçu une réponse", "answered"))
    else:
        said = text(SAY.number(answered, "answered"), " avaient reçu une réponse")
    unit = sentence_case(named_unit(plan.office))
    after = ", à la suite des rencontres de la période, "
    return text(unit, " a adressé", after, sent, "\u00a0; ", said, " au\u00a0", as_of(plan), ".")


def _earlier(plan: PeriodPlan) -> Text:
    """Say how many of those that waited at the start were answered since."""
    total, answered = plan.referrals_earlier, plan.answered_earlier
    if not total:
        return ()
    first, day = Span(full_date(plan.first), "first"), text(" au\u00a0", as_of(plan), ".")
    fact = "answered_earlier"
    if total == 1:
        only = Span("La seule saisine antérieure", "referrals_earlier")
        said = "avait reçu une réponse" if answered else "n’en avait toujours pas reçu"
        return text(" ", only, " encore sans réponse au\u00a0", first, " ", Span(said, fact), day)
    number = SAY.number(total, "referrals_earlier")
    lead = text("es ", number, " saisines antérieures encore sans réponse au\u00a0", first)
    if answered == total:
        every = Span("toutes deux" if total == 2 else "toutes", fact)
        return text(" L", lead, " avaient ", every, " reçu une réponse", day)
    lead = text(" Sur l", lead, ", ")
    if answered == 0:
        return text(lead, Span("aucune n’avait reçu de réponse", fact), day)
    if answered == 1:
        return text(lead, Span("une", fact), " avait reçu une réponse", day)
    return text(lead, SAY.number(answered, fact), " avaient reçu une réponse", day)


def waiting(plan: PeriodPlan) -> Text:
    """Say how many referrals wait for an answer, and since when the oldest does."""
    number = plan.signals.waiting
    if number is None:
        return ()
    oldest = plan.referrals[0]
    counted = SAY.counted(REFERRAL, number, NOMINATIVE, "signals.waiting")
    unit = named_unit(plan.office)
    to = service(oldest.to, "referrals.1.to", "à")
    sent = Span(full_date(oldest.sent_on), "referrals.1.sent_on")
    lead = text("Au ", as_of(plan), ", ", unit, " n’avait pas encore reçu de réponse à ", counted)
    before = _of_before(plan, number)
    if number == 1:
        return text(lead, before, ", adressée " if before else " adressée ", to, " le ", sent, ".")
    days = [row.sent_on for row in plan.referrals if row.waiting is not None]
    if len(days) == number and len(set(days)) == 1:
        on = ", toutes adressées le " if number > 2 else ", adressées le "
        return text(lead, before, on, sent, ".")
    if is_shared(days):
        return text(lead, before, "\u00a0; les plus anciennes dataient du ", sent, ".")
    return text(lead, before, "\u00a0; la plus ancienne, adressée ", to, ", datait du ", sent, ".")


def _of_before(plan: PeriodPlan, number: int) -> Text:
    """« , dont une antérieure à la période »; empty where all were made in it."""
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
