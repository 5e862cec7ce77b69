"""What the year came to, in a handover file: a line for each number."""

from dataclasses import dataclass, fields

from outreach_app.i18n import Language
from outreach_app.summaries.handovers.plan import YearCounts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, bare_count, count
from outreach_app.summaries.prose.nouns import MEETING
from outreach_app.summaries.prose.numbers import digits


@dataclass(frozen=True, slots=True)
class YearWords:
    """The names of the lines, and what is said of people whom not every meeting counted.

    The `least` they were, how many meetings `noted` them, how many were an `audience`.
    """

    names: tuple[str, ...]
    not_noted: str
    least: tuple[str, str]
    noted: tuple[str, str, str]
    audience: tuple[str, str]


WORDS = {
    Language.ARABIC: YearWords(
        names=(
            "اللقاءات والأنشطة والاتصالات",
            "المشاركون",
            "من بينهم إناث",
            "النقط المثارة في اللقاءات",
            "الملاحظات الواردة خارج اللقاءات",
            "الأخبار المتداولة المرصودة قصد التحقق",
            "التي صدر بشأنها بيان حقيقة",
            "التي تم التحقق منها دون إصدار بيان حقيقة",
            "التي تعذر التحقق منها",
            "التي حُفظت أو سُجل لها مآل دون تسجيل نتيجة التحقق منها",
            "التي لا تزال في انتظار التحقق أو بيان حقيقة",
            "الالتزامات المتخذة خلال السنة",
            "المنجزة منها",
            "المنتهية دون تنفيذ",
        ),
        not_noted="غير مسجل",
        least=("", " على الأقل"),
        noted=(" (سُجل العدد في ", " من أصل ", ")"),
        audience=("، من بينهم ", " من جمهور العمليات التحسيسية"),
    ),
    Language.FRENCH: YearWords(
        names=(
            "Rencontres, actions et échanges",
            "Participants",
            "Dont de sexe féminin",
            "Points soulevés en rencontre",
            "Remarques reçues hors rencontre",
            "Informations relevées pour vérification",
            "Dont rectifiées par une mise au point",
            "Dont vérifiées sans mise au point",
            "Dont impossibles à vérifier",
            "Dont classées ou suivies d’effet, sans résultat de vérification relevé",
            "Dont encore à vérifier ou à rectifier",
            "Engagements pris dans l’année",
            "Dont réalisés",
            "Dont clos sans réalisation",
        ),
        not_noted="non relevé",
        least=("au moins ", ""),
        noted=(" (nombre relevé pour ", " des ", ")"),
        audience=(", dont ", " au titre du public d’actions de sensibilisation"),
    ),
}
# Before what all of the participants were.
_OF_ALL = {Language.ARABIC: "،", Language.FRENCH: ","}
# They have no line of their own.
_BESIDE = {
    "first",
    "begun_on",
    "is_blank",
    "audience",
    "participants_noted",
    "women_noted",
    "are_meetings",
}


def year_lines(year: YearCounts, page: Language) -> tuple[tuple[str, Text], ...]:
    """Return what the year came to, as labels over numbers."""
    words = WORDS[page]
    names = [each.name for each in fields(year) if each.name not in _BESIDE]
    named = zip(words.names, names, strict=True)
    return tuple((label, _number(year, name, words, page)) for label, name in named)


def _number(year: YearCounts, name: str, words: YearWords, page: Language) -> Text:
    """Return a number of the year: the least, if some of its meetings did not count it."""
    fact, number = f"year.{name}", getattr(year, name)
    noted = getattr(year, f"{name}_noted", year.meetings)
    if number is None:
        return text(words.not_noted)
    least = words.least if number and noted != year.meetings else ("", "")
    said = text(least[0], Span(digits(number, page), fact), least[1])
    if name == "participants" and year.audience:
        lead, end = words.audience
        among = text(lead, Span(digits(year.audience, page), "year.audience"))
        said = text(said, _OF_ALL[page] if year.audience == number else among, end)
    if noted == year.meetings:
        return said
    lead, of_all, end = words.noted
    some, every = _counted(noted, year, page)
    some_said, every_said = Span(some, f"{fact}_noted"), Span(every, "year.meetings")
    return text(said, lead, some_said, of_all, every_said, end)


def _counted(noted: int, year: YearCounts, page: Language) -> tuple[str, str]:
    """Return how many meetings noted a number and of how many: «لقاءين», «7»."""
    every = year.meetings
    if page is not Language.ARABIC:
        noun = " rencontres" if year.are_meetings else " rencontres, actions et échanges"
        return digits(noted, page), f"{digits(every, page)}{noun}"
    if not year.are_meetings:
        # The line of their number has its long name.
        return bare_count(MEETING, noted), bare_count(MEETING, every)
    some = count(MEETING, noted, Case.GENITIVE, page)
    return some, count(MEETING, every, Case.GENITIVE, page) if every == 2 else digits(every, page)
