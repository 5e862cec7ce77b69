"""The referrals of a period and their answers, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.arabic_follow_up import as_of, eve
from outreach_app.summaries.period.arabic_held import meetings_of_period
from outreach_app.summaries.period.arabic_labels import LABELS
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, is_shared
from outreach_app.summaries.prose.arabic import full_date, label_span
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.nouns import REFERRAL
from outreach_app.summaries.prose.same_matter import answered_since

SAY = Figures(Language.ARABIC)
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
# After «منها»: one, two, several from before the period.
_EARLIER = ("إحالة واحدة سابقة", "إحالتان سابقتان", " إحالات سابقة", " إحالة سابقة")


def referrals(plan: PeriodPlan, unit: Text) -> Text:
    """Return how many referrals were made and answered, and the outcome of earlier ones."""
    return text(_of_period(plan, unit), _earlier(plan))


def _of_period(plan: PeriodPlan, unit: Text) -> Text:
    made, answered = plan.count("referrals"), plan.answered
    if not made:
        has_met = plan.count("meetings") > 0
        nothing = LABELS.no_referrals.format(meetings=meetings_of_period(plan))
        return text(nothing if has_met else LABELS.none_sent)
    after = f"، على إثر {meetings_of_period(plan)}، "
    lead = text("وجهت ", unit, "، خلال الفترة، " if plan.are_acts_apart else after)
    sent = SAY.counted(REFERRAL, made, ACCUSATIVE, "figures.referrals.now")
    if answered == 0:
        any_of = {1: "عنها", 2: "عن أي منهما"}.get(made, "عن أي منها")
        said = text("ولم تتلق الجواب ", Span(any_of, "answered"))
    elif answered == made:
        every = {1: "عنها", 2: "عن كلتيهما"}.get(made, "عنها كلها")
        said = text("وتلقت الجواب ", Span(every, "answered"))
        return text(lead, sent, "، ", said, ".")
    else:
        said = text("وتلقت الجواب عن ", _some_of(made, answered, "answered"))
    until = text(" إلى غاية ", as_of(plan))
    return text(lead, sent, "، ", said, until, ".")


def _earlier(plan: PeriodPlan) -> Text:
    """State how many of those that waited at the start were answered since."""
    total, answered = plan.referrals_earlier, plan.answered_earlier
    if not total:
        return ()
    fact = "answered_earlier"
    until = text(" إلى غاية ", as_of(plan), ".")
    since, end = text(eve(plan), "، "), " خلال الفترة."
    if total <= 2:
        which, that = (
            ("الإحالة السابقة الوحيدة", "التي ظلت")
            if total == 1
            else ("الإحالتان السابقتان", "اللتان ظلتا")
        )
        stayed = f" {that} دون جواب إلى غاية "
        lead = text(" أما ", Span(which, "referrals_earlier"), stayed, since)
    else:
        number = SAY.number(total, "referrals_earlier")
        stayed = " أما الإحالات السابقة التي ظلت دون جواب إلى غاية "
        lead = text(stayed, since, "وعددها ", number, "، ")
    if not answered:
        none = {1: "عنها", 2: "عن أي منهما"}.get(total, "عن أي منها")
        return text(lead, Span(f"فلم يرد الجواب {none}", fact), until)
    # What waited when the period began was answered in it.
    if answered == total:
        them = {1: "عنها", 2: "عن كلتيهما"}.get(total, "عنها كلها")
        return text(lead, Span(f"فقد ورد الجواب {them}", fact), end)
    some = text(lead, "فقد ورد الجواب عن ", _some_of(total, answered, fact))
    if total == 2:
        return text(some, " خلال الفترة، وظلت الأخرى دون جواب", until)
    return text(some, end)


def _some_of(total: int, answered: int, fact: str) -> Text:
    """Return «إحداهما», «واحدة منها», «3 منها»."""
    if total == 2:
        return text(Span("إحداهما", fact))
    few = {1: "واحدة", 2: "اثنتين"}.get(answered)
    return text(Span(few, fact) if few else SAY.number(answered, fact), " منها")


def waiting(plan: PeriodPlan) -> Text:
    """State how many referrals wait for an answer, and since when the oldest does."""
    number = plan.signals.waiting
    if number is None:
        return ()
    oldest = plan.referrals[0]
    counted = SAY.counted(REFERRAL, number, GENITIVE, "signals.waiting")
    to = label_span(oldest.to, "referrals.1.to")
    sent: Text = ()
    if oldest.sent_on is not None:
        on = Span(full_date(oldest.sent_on), "referrals.1.sent_on")
        fact = "referrals.1.matter_answered_on"
        since = answered_since(oldest.matter_answered_on, fact, SAY.language, is_in_full=True)
        sent = text(on, since)
    before = _of_before(plan, number)
    if number == 1:
        # «لم يرد الجواب عن إحالة واحدة» would be read as: not even one was answered.
        only = text("ظلت ", SAY.counted(REFERRAL, 1, NOMINATIVE, "signals.waiting"), before)
        until = text("إلى غاية ", as_of(plan), "، ")
        if not sent:
            return text(until, only, "، موجهة إلى ", to, "، دون جواب، ولم يُسجل تاريخ إرسالها.")
        return text(until, only, "، موجهة إلى ", to, " بتاريخ ", sent, "، دون جواب.")
    lead = text("إلى غاية ", as_of(plan), "، لم يرد الجواب عن ", counted, before)
    return text(lead, _since(plan, number, to, sent), ".")


def _since(plan: PeriodPlan, number: int, to: Span, sent: Text) -> Text:
    """Return «، أقدمها موجهة إلى الجماعة بتاريخ 16 أكتوبر 2026»."""
    them, oldest_of = ("وُجهتا معا", "أقدمهما") if number == 2 else ("وُجهت كلها", "أقدمها")
    days = plan.days_waiting
    if not sent:
        its = "إرسالهما" if number == 2 else "إرسالها"
        return text(f"، ولم يُسجل تاريخ {its}")
    if len(days) == number and len(set(days)) == 1:
        are_all_earlier = number == plan.waiting_earlier > 2
        return text(f"{'،' if are_all_earlier else ''} {them} بتاريخ ", sent)
    if is_shared(days):
        return text("، وأقدم تاريخ مسجل لإرسالها هو ", sent)
    comma = "؛" if plan.waiting_earlier else "،"
    if len(days) < number:
        of_them = "منهما" if number == 2 else "منها"
        which = "والإحالة الوحيدة" if len(days) == 1 else "وأقدم إحالة"
        that = "التي سُجل" if len(days) == 1 else "سُجل"
        oldest_of = f"{which} {of_them} {that} تاريخ إرسالها"
        comma = "؛"
    return text(f"{comma} {oldest_of} موجهة إلى ", to, " بتاريخ ", sent)


def _of_before(plan: PeriodPlan, number: int) -> Text:
    """Return «، منها إحالة واحدة سابقة للفترة»; empty where all were made in it."""
    earlier = plan.waiting_earlier
    if not earlier:
        return ()
    fact = "waiting_earlier"
    if number == 1:
        return text(Span(" سابقة للفترة", fact))
    if earlier == number:
        return text(Span(" سابقتين للفترة" if number == 2 else "، كلها سابقة للفترة", fact))
    if number == 2:
        return text("، ", Span("إحداهما", fact), " سابقة للفترة")
    if earlier <= 2:
        return text("، منها ", Span(_EARLIER[earlier - 1], fact), " للفترة")
    few = 3 <= earlier % 100 <= 10
    return text("، منها ", SAY.number(earlier, fact), f"{_EARLIER[2 if few else 3]} للفترة")
