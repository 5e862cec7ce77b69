"""Sentences on what precincts heard, rectified and how soon, in each language.

The reader is told what was found before what was published about it; the delays are those of the
precincts, each from the day it heard.
"""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RumourFacts
from outreach_app.summaries.prose.arabic import joined_to
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count, takes_feminine_verb
from outreach_app.summaries.prose.french import of, sentence_case
from outreach_app.summaries.prose.nouns import DAY, HOUR, NEWS, NEWS_HEARD, PRECINCT
from outreach_app.summaries.prose.numbers import digits

AR, FR = Language.ARABIC, Language.FRENCH
_FACT = "communication.rumours"
_TWO = 2
# What stands round the hours within which the only rectification was published.
_ONE_WITHIN = {
    FR: ("La mise au point a été publiée dans ", " suivant le relevé de l’information."),
    AR: ("وصدر بيان الحقيقة داخل أجل أقصاه ", " من رصد الخبر."),
}
# When the only one came out, by the days in between.
_ONE_OUT = {FR: "La mise au point a été publiée ", AR: "وصدر بيان الحقيقة "}
_SOON = {
    FR: {
        0: ("le jour même", " du relevé de l’information."),
        1: ("le lendemain", " du relevé de l’information."),
    },
    AR: {0: ("في يوم رصد الخبر نفسه", "."), 1: ("في اليوم الموالي لرصد الخبر", ".")},
}
_BETWEEN = "الفاصلة بين الرصد وصدور البيان"
# What was found of one, of two and of more, and what came out about it.
_ARABIC = {
    1: " زائف أو مضلل، وصدر بيان حقيقة بشأنه",
    2: " زائفان أو مضللان، وصدر بيان حقيقة بشأن كل منهما",
}
_ARABIC_SEVERAL = " زائفة أو مضللة، وصدر بيان حقيقة بشأن كل منها"
_FRENCH = (
    " s’est révélée fausse ou trompeuse et a fait l’objet d’une mise au point",
    " se sont révélées fausses ou trompeuses et ont fait l’objet d’une mise au point",
)


def heard_lead(facts: RumourFacts, page: Language, *, are_all: bool, is_only: bool) -> Text:
    """Return « Les 10 arrondissements de police ont relevé 12 informations à vérifier. ».

    `are_all` if each precinct that reported heard one, `is_only` if a single one reported.
    """
    fact, are_all = f"{_FACT}.offices", are_all and facts.offices > _TWO
    number, every = facts.count, Span(digits(facts.offices, page), fact)
    if page is FR:
        offices = text(Span(count(PRECINCT, facts.offices, Case.NOMINATIVE, FR), fact))
        offices = text(Span("l’arrondissement de police", fact)) if is_only else offices
        offices = text("Au total, ", offices) if facts.offices > 1 else sentence_case(offices)
        offices = text("Les ", every, " arrondissements de police") if are_all else offices
        verb = " a relevé " if facts.offices == 1 else " ont relevé "
        return text(offices, verb, _counted(NEWS_HEARD, number, f"{_FACT}.count", FR), ".")
    verb = "رُصدت " if takes_feminine_verb(NEWS_HEARD, number) else "رُصد "
    heard = Span(count(NEWS_HEARD, number, Case.NOMINATIVE, AR), f"{_FACT}.count")
    some = text(Span(count(PRECINCT, facts.offices, Case.GENITIVE, AR), fact))
    where = text("بجميع الدوائر الأمنية المسجلة (", every, ")") if are_all else joined_to("ب", some)
    return text(verb, heard, " ", where, ".")


def rectified(facts: RumourFacts, page: Language) -> Text:
    """Return « toutes se sont révélées fausses ou trompeuses et ont… »; empty for none."""
    number, fact = facts.rectified, f"{_FACT}.rectified"
    if not number:
        return ()
    if page is FR:
        return text(Span(_which_french(facts), fact), _FRENCH[number > 1])
    said = _ARABIC.get(number, _ARABIC_SEVERAL)
    return text("أن " if number < facts.count else "", Span(_which_arabic(facts), fact), said)


def rectified_after(facts: RumourFacts, page: Language) -> Text:
    """Return within how many hours, or after how many days, in the middle and at most.

    An hour begun counts, and the whole day of what bears no hour: no delay was longer.
    """
    if not facts.rectified:
        return ()
    return _after_days(facts, page) or _within_hours(facts, page)


def _within_hours(facts: RumourFacts, page: Language) -> Text:
    if facts.median_hours is None or facts.worst_hours is None:
        return ()
    median = _counted(HOUR, facts.median_hours, f"{_FACT}.median_hours", page)
    worst = _counted(HOUR, facts.worst_hours, f"{_FACT}.worst_hours", page)
    if facts.rectified == 1:
        return _one_within(worst, facts.worst_hours, page)
    if page is FR:
        since = _since(facts)
        if facts.has_one_delay:
            return text(f"Le délai{since} n’a pas excédé ", worst, ".")
        lead = text(f"Le délai médian{since} n’a pas excédé ", median)
        return text(lead, " et le délai maximal ", worst, ".")
    if facts.has_one_delay:
        return text(f"ولم تتجاوز المدة {_BETWEEN} ", worst, ".")
    lead = text(f"ولم تتجاوز المدة الوسيطة {_BETWEEN} ", median)
    return text(lead, "، ولا المدة القصوى ", worst, ".")


def _one_within(worst: Span, hours: int, page: Language) -> Text:
    """Return « La mise au point a été publiée dans les 17 heures suivant le relevé… »."""
    before, after = _ONE_WITHIN[page]
    if page is AR:
        return text(before, worst, after)
    within = text(Span("l’heure", worst.fact)) if hours == 1 else text("les ", worst)
    return text(before, within, after)


def _after_days(facts: RumourFacts, page: Language) -> Text:
    """Return « Le délai maximal de publication d’une mise au point, …, a été de 36 jours. ».

    A middle between two days is rounded up: no more than that is said of it.
    """
    if facts.median_days is None or facts.worst_days is None:
        return ()
    if facts.rectified == 1 and (soon := _SOON[page].get(facts.worst_days)):
        when, of_what = soon
        return text(_ONE_OUT[page], Span(when, f"{_FACT}.worst_days"), of_what)
    median = _days(facts.median_days, f"{_FACT}.median_days", page)
    worst = _days(facts.worst_days, f"{_FACT}.worst_days", page)
    if page is FR:
        most = " maximal" if facts.rectified > 1 else ""
        if facts.has_one_delay:
            return text(f"Le délai{most}{_since(facts)} a été ", of((worst,)), ".")
        at_most = text("n’a pas excédé ", median) if facts.median_days else of((median,))
        was = "" if facts.median_days else "a été "
        lead = text(f"Le délai médian{_since(facts)} {was}", at_most)
        return text(lead, " et le délai maximal a été ", of((worst,)), ".")
    most = " القصوى" if facts.rectified > 1 else ""
    if facts.has_one_delay:
        return text(f"وبلغت المدة{most} {_BETWEEN} ", worst, ".")
    was = "ولم تتجاوز" if facts.median_days else "وبلغت"
    lead = text(f"{was} المدة الوسيطة {_BETWEEN} ", median)
    return text(lead, "، وبلغت المدة القصوى ", worst, ".")


def _since(facts: RumourFacts) -> str:
    a = "d’une" if facts.rectified > 1 else "de la"
    return f" de publication {a} mise au point, à compter du relevé de l’information,"


def _days(number: int, fact: str, page: Language) -> Span:
    """Return «يومين»; what came out on the same day took less than one."""
    less = "moins d’un jour" if page is FR else "أقل من يوم واحد"
    return _counted(DAY, number, fact, page) if number else Span(less, fact)


def _which_french(facts: RumourFacts) -> str:
    number = facts.rectified
    if number == facts.count:
        return {1: "elle", 2: "toutes deux"}.get(number, "toutes")
    return "l’une d’elles" if number == 1 else f"{digits(number, FR)}\u00a0d’entre elles"


def _which_arabic(facts: RumourFacts) -> str:
    number = facts.rectified
    if number == facts.count:
        return {1: "أنه", 2: "أنهما"}.get(number, "أنها كلها")
    of_them = "هما" if facts.count == _TWO else "ها"
    if number == 1:
        return f"أحد{of_them}"
    return f"{count(NEWS, number, Case.ACCUSATIVE, AR)} من{of_them}"


def _counted(noun: Noun, number: int, fact: str, page: Language) -> Span:
    return Span(count(noun, number, Case.ACCUSATIVE, page), fact)
