"""A reader of finished summaries that shares nothing with the writer: it finds the facts again."""

import re
from dataclasses import dataclass
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language

ISOLATES = re.compile("[\u2066-\u2069]")
_MONTHS = {
    Language.ARABIC: "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    Language.FRENCH: "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre",
}
_FIRST_DAY = {Language.ARABIC: "فاتح", Language.FRENCH: "1er"}
_WORDS = {
    Language.ARABIC: {
        "date": "التاريخ: ",
        "headcount": "عدد المشاركين: ",
        "women": "من بينهم نساء: ",
        "bodies": "الهيئات الممثلة: ",
        "topic": "- الموضوع: ",
        "point": "  النقطة المثارة: ",
        "outcome": "  المآل: ",
        "words": "  الالتزام: ",
        "due": "  أجل التنفيذ: ",
        "hours": "التوقيت: ",
        "linked": r"التزام \(([^)]*)\)",
        "present": r"، (?:لم ي)?حضر(?:ه|ها) (.*?)(?:،| يمثل|[.:])",
        "present_women": r"حضر[^.]*?، من بينهم (.*?)(?:،| يمثل|[.:])",
        "points": r"(?:أثار \S+|لم يثر \S+|لم تُثر) (.*?)(?:، كان|\.)",
        "done": r"أُنجز منها (.*?)(?: ولا|،)",
        "open": r"لا [تي]زال (?:منها )?(.*?) قيد",
        "commitments": r"(?:إلى تسجيل|ولم يُسجل) (.*?)[:.]",
        "referral": r"موضوع «([^»]*)»",
        "service": r"(?:الإحالة |، و)على ([^\n]*?) في موضوع «",
        "next": r"اللقاء المقبل يوم \S+ (.*?)(?: على|،|\.)",
    },
    Language.FRENCH: {
        "date": "Date : ",
        "headcount": "Participants : ",
        "women": "Dont femmes : ",
        "bodies": "Organismes représentés : ",
        "topic": "- Thématique : ",
        "point": "  Point soulevé : ",
        "outcome": "  Suite donnée : ",
        "words": "  Engagement : ",
        "due": "  Échéance : ",
        "hours": "Horaire : ",
        "linked": r"[Ee]ngagement \(([^)]*)\)",
        "present": r"Elles? (?:a|ont|n’a|n’ont) réuni (.*?)(?:,| représentant|\.| :)",
        "present_women": r" réuni [^.]*?, dont (.*?)(?:,| représentant|\.| :)",
        "points": r"(?:ont|a) soulevé (.*?)(?:, dont|\.)|([Aa]ucun point) n’a été soulevé",
        "done": r"(\d+) (?:a été|ont été) réalisés?",
        "open": r"(\d+) (?:est|sont) en cours",
        "commitments": r"(?:donné lieu à (.*?) :|(Aucun engagement) n’a été pris)",
        "referral": r"thématique « ([^»]*) »",
        "service": r"de saisir ([^(:;]*?(?: \([^)]*\))?) au sujet",
        "next": r"La prochaine rencontre est fixée au \S+ (.*?)(?: à| \(|,|\.)",
    },
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader learns from a summary, whatever its language."""

    held_on: date
    hours: tuple[str, ...]
    headcount: int | None
    headcount_said: int | None
    women: int | None
    women_said: int | None
    bodies: int | None
    earlier_done: int
    earlier_open: int
    points: int
    topics: tuple[str, ...]
    linked: tuple[tuple[int, ...], ...]
    commitments: int
    due: tuple[str | None, ...]
    referred_topics: frozenset[str]
    services: tuple[str, ...]
    next_held_on: date | None


def said_number(words: str) -> int:
    """The number a counted phrase says: in digits, or by its singular, its dual, its « aucun »."""
    words = ISOLATES.sub("", words).replace("\u202f", "")
    digits = re.search(r"\d+", words)
    if digits:
        return int(digits.group())
    if words.startswith(("أي ", "aucun", "Aucun")):
        return 0
    if re.search(r"\bواحد(?:ا|ة)?\b", words):
        return 1
    if re.search(r"(?:ان|ين|تا|تي|ا|ي)(?: |$)", words):
        return 2
    raise AssertionError(f"no number in {words!r}")


def said_date(words: str, language: Language) -> date:
    """The date in full that a phrase says."""
    day, month, year = ISOLATES.sub("", words).replace("\u00a0", " ").split()[-3:]
    number = 1 if day == _FIRST_DAY[language] else int(day)
    return date(int(year), _MONTHS[language].split().index(month) + 1, number)


def without_quotes(text: str) -> str:
    """The program's own words: what people wrote is between guillemets."""
    return re.sub("«.*?»", "«»", text, flags=re.DOTALL)


def read(text: str, language: Language) -> Reading:
    """The facts of a summary in plain text."""
    text = ISOLATES.sub("", text).replace("\u00a0", " ")
    words = _WORDS[language]
    bare = without_quotes(text)

    def labelled(name: str) -> int | None:
        return next((said_number(value) for value in _lines(words[name], bare)), None)

    def said(name: str) -> int | None:
        found = re.search(words[name], bare)
        return said_number(next(filter(None, found.groups()))) if found else None

    def lines(name: str) -> list[str]:
        return _lines(words[name], text)

    next_meeting = re.search(words["next"], bare)
    outcomes = _lines(words["outcome"], bare)
    linked = (re.search(words["linked"], outcome) for outcome in outcomes)
    return Reading(
        held_on=said_date(lines("date")[0], language),
        hours=tuple(_times(lines("hours"))),
        headcount=labelled("headcount"),
        headcount_said=said("present"),
        women=labelled("women"),
        women_said=said("present_women"),
        bodies=labelled("bodies"),
        earlier_done=said("done") or 0,
        earlier_open=said("open") or 0,
        points=said("points") or 0,
        topics=tuple(_code("tp", topic, language) for topic in lines("topic")),
        linked=tuple(_numbers(found.group(1) if found else "") for found in linked),
        commitments=said("commitments") or 0,
        due=tuple(_due(due) for due in lines("due")),
        referred_topics=frozenset(
            _code("tp", topic, language) for topic in re.findall(words["referral"], text)
        ),
        services=_services(words["service"], text, language),
        next_held_on=said_date(next_meeting.group(1), language) if next_meeting else None,
    )


def _lines(label: str, text: str) -> list[str]:
    """What stands after a label, wherever a line starts with it."""
    return re.findall(f"^{re.escape(label)}(.*)$", text, re.MULTILINE)


def _services(pattern: str, text: str, language: Language) -> tuple[str, ...]:
    """The services named with their topics in the paragraphs outside the tables."""
    sentences = "\n".join(line for line in text.splitlines() if not line.startswith(("- ", "  ")))
    names = (re.sub("^(?:les? |la |l’)", "", name) for name in re.findall(pattern, sentences))
    return tuple(_code("rf", name, language) for name in names)


def _code(prefix: str, words: str, language: Language) -> str:
    entries = vocabulary.catalogue(prefix).values()
    labels = {entry.label(language).replace("'", "’").casefold(): entry.code for entry in entries}
    return labels[words.casefold()]


def _times(lines: list[str]) -> list[str]:
    found = re.findall(r"(\d+)(?::| h ?)(\d\d)?", " ".join(lines))
    return [f"{int(hour):02d}:{minute or '00'}" for hour, minute in found]


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", words))


def _due(words: str) -> str | None:
    found = re.match(r"(\d\d)/(\d\d)/(\d{4})", words)
    return f"{found.group(3)}-{found.group(2)}-{found.group(1)}" if found else None
