"""Say of the data of an extract as a whole: their categories, how long they are kept."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.privacy.plan import ExtractPlan
from outreach_app.summaries.privacy.terms import years_in_words
from outreach_app.summaries.privacy.words import Words
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.french import sentence_case


def categories(plan: ExtractPlan, language: Language) -> Text:
    """Return the categories of data that are held about the person, and no other."""
    capacity = plan.capacity
    held = {
        "name": plan.name.ar or plan.name.fr,
        "capacity": capacity.ar or capacity.fr,
        "body": True,
        "mandate": plan.mandate_from or plan.mandate_until,
        "contacts": plan.phone or plan.email or plan.others,
        "language": plan.language,
        "informed": plan.informed_on,
        "presence": plan.presences,
        "claims": plan.claims,
    }
    words = Words("extract", language)
    names = [text(words.one(f"categories.{key}")) for key, value in held.items() if value]
    return text(sentence_case(listed(names, language)), ".")


def kept_until(plan: ExtractPlan, language: Language) -> Text:
    """State until when the data are kept, and of whom nobody informed when the name goes."""
    words = Words("extract", language)
    is_to_inform = plan.inform_by is not None and plan.forgotten_on is not None
    key = "informed_kept" if is_to_inform else "kept"
    if plan.keep_until is None:
        years = years_in_words(plan.keep_years, language)
        kept = text(words.one(f"{key}_undated", years=years))
    else:
        kept = words.dated(key, _day(plan.keep_until, "keep_until", language))
    if plan.inform_by is None or plan.forgotten_on is None:
        return kept
    by = _day(plan.inform_by, "inform_by", language)
    gone = _day(plan.forgotten_on, "forgotten_on", language)
    return text(words.dated("forgotten", gone, by=by), " ", kept)


def _day(day: date, fact: str, language: Language) -> Span:
    return Span((arabic if language is Language.ARABIC else french).full_date(day), fact)
