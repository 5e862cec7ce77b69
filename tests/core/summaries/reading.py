"""A reader of finished summaries, independent of the writer, that extracts the facts."""

import re
from dataclasses import dataclass
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language
from tests.core.summaries.read_states import STOOD
from tests.core.summaries.read_words import WORDS

ISOLATES = re.compile("[\u2066-\u2069]")
_MONTHS = {
    Language.ARABIC: "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    Language.FRENCH: "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre",
}
_LABELS = (
    *("date", "hours", "headcount", "women", "bodies", "topic", "outcome", "owner", "due"),
    *("about", "on", "females", "stood", "women_alone", "first_on", "last_on"),
    *("beneficiaries", "pupils", "pupils_alone", "establishments", "associations"),
    *("establishment", "association"),
)
LETTERS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_DEFINITE = ["الثلاثة", "الأربعة", "الخمسة", "الستة", "السبعة", "الثمانية", "التسعة", "العشرة"]
_TEENS = {
    f"{each} عشر": str(number)
    for number, each in enumerate(("الأحد", "الاثنا", *_DEFINITE[:7]), start=11)
}
# The text for an unknown count.
_UNCOUNTED = ("غير مدون", "Nombre non relevé")
_FIRST_DAY = {Language.ARABIC: "فاتح", Language.FRENCH: "1er"}
_RAISED = {
    Language.ARABIC: r"؛ (\w+) (?:\w+ عنها?|مقدمة?|مطروح) (?:باسم|من طرف) (.*)",
    Language.FRENCH: (
        r" ; (\w+) \w+ée?s? "
        r"(?:par (?:une? |le |la |l’)|(?:par|au)[^:]* : )(.*)"
    ),
}
_POINT_KINDS = {
    Language.ARABIC: "انشغال ملتمس مقترح استفسار إشاعة معلومة تنويه",
    Language.FRENCH: "préoccupation demande proposition question rumeur information remerciement",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts that a reader extracts, in either language."""

    held_on: date
    last_on: date | None
    reached: tuple[int | None, ...]
    hours: tuple[str, ...]
    headcount: int | None
    headcount_said: int | None
    women: int | None
    women_said: int | None
    bodies: int | None
    earlier_on: tuple[date, ...]
    stood: tuple[tuple[str, str | None], ...]
    points: int
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    raisers: tuple[str | None, ...]
    linked: tuple[tuple[int, ...], ...]
    commitments: int
    due: tuple[str | None, ...]
    owners: tuple[str, ...]
    referred_topics: frozenset[str]
    services: tuple[str, ...]
    situation: tuple[tuple[int | None, str], ...]
    next_held_on: date | None


def said_number(words: str) -> int:
    """Return the number of a counted phrase: in digits, or by singular, dual, « aucun »."""
    words = ISOLATES.sub("", words).replace("\u202f", "")
    digits = re.search(r"\d+", _TEENS.get(words, words))
    if digits:
        return int(digits.group())
    if words.startswith(("أي ", "aucun", "Aucun")):
        return 0
    if words.casefold() in ("أحد", "امرأة", "الالتزام", "un remerciement"):
        return 1
    french = (
        r"^(?:[Uu]ne?\b|Le seul\b|[Ll][’'](?:engagement|arrondissement|une?$|autre|uniq|heure$))"
    )
    one = rf"\bواحد[اة]?\b|{french}|^ممثل[اة]?$|المسجل$"
    if re.search(one, words) or words in ("نقطة أخرى", "النقطة الأخيرة"):
        return 1
    # Without its noun, eight loses its yāʾ.
    first = words.split()[0].casefold().replace("ثمانٍ", "ثماني")
    if (known := f"ال{first.removeprefix('ال').removesuffix('ة')}ة") in _DEFINITE:
        first = LETTERS[_DEFINITE.index(known) + 3]
    if first in LETTERS:
        return LETTERS.index(first)
    if re.search(r"(?:ان|ين|تا|تي|ا|ي)(?: |$)", words):
        return 2
    raise AssertionError(f"no number in {words!r}")


def said_date(words: str, language: Language) -> date:
    """Return the full date in a phrase."""
    day, month, year = ISOLATES.sub("", words).replace("\u00a0", " ").split()[-3:]
    number = 1 if day == _FIRST_DAY[language] else int(day)
    return date(int(year), _MONTHS[language].split().index(month) + 1, number)


def without_quotes(text: str) -> str:
    """Return the program's own words, without what is between guillemets."""
    return re.sub("«.*?»", "«»", text, flags=re.DOTALL)


def _plain(text: str) -> str:
    """Return a text without isolates; the label of a single one is in the singular."""
    text = ISOLATES.sub("", text).replace("\u00a0", " ")
    text = re.sub("^Organisme représenté : ", "Organismes représentés : ", text, flags=re.MULTILINE)
    return re.sub("^(Participante?) : ", r"\1s : ", text, flags=re.MULTILINE)


def read(text: str, language: Language) -> Reading:
    """Return the facts of a summary in plain text."""
    text = _plain(text)
    words = WORDS[language]
    bare = without_quotes(text)
    lines = _labelled(words, bare)
    topics = _topics(lines["topic"], language)

    def said(name: str) -> int | None:
        found = _found(words[name], bare)
        return said_number(found) if found else None

    referred_topics, services = _referred(text, language)
    return Reading(
        held_on=said_date((lines["date"] or lines["first_on"])[0], language),
        last_on=next((said_date(day, language) for day in lines["last_on"]), None),
        reached=_reached(lines),
        hours=tuple(_times(lines["hours"])),
        headcount=_counted(lines["headcount"] or lines["women_alone"]),
        headcount_said=said("present"),
        women=_counted(lines["women"] or lines["females"] or lines["women_alone"]),
        women_said=said("among"),
        bodies=_counted(lines["bodies"]),
        earlier_on=_earlier_on(bare, language),
        stood=tuple(_stood(line, language) for line in lines["stood"]),
        points=said("points") or 0,
        topics=tuple(_code("tp", each["topic"], language) for each in topics),
        kinds=tuple(_kind(each[2] or each[3], language) for each in topics),
        raisers=tuple(each[4] for each in topics),
        linked=tuple(_numbers(_found(words["linked"], line) or "") for line in lines["outcome"]),
        commitments=said("commitments") or 0,
        due=tuple(_due(due) for due in lines["due"]),
        owners=tuple(lines["owner"]),
        referred_topics=referred_topics,
        services=services,
        situation=_situation(lines["about"], lines["on"]),
        next_held_on=said_date(found, language) if (found := _found(words["next"], bare)) else None,
    )


def _reached(lines: dict[str, list[str]]) -> tuple[int | None, ...]:
    pupils = lines["pupils"] or lines["pupils_alone"]
    schools = lines["establishments"] or lines["establishment"]
    associations = lines["associations"] or lines["association"]
    rows = (lines["beneficiaries"], pupils, schools, associations)
    return tuple(map(_counted, rows))


def _counted(lines: list[str]) -> int | None:
    return next((said_number(each) for each in lines if each not in _UNCOUNTED), None)


def _labelled(words: dict[str, str], text: str) -> dict[str, list[str]]:
    """Return the text after each label."""
    lines = {name: _lines(words[name], text) for name in _LABELS}
    # The later events have a column of the same name.
    return lines | {"stood": _lines(words["stood"], text.partition(words["since"])[0])}


def _topics(lines: list[str], language: Language) -> list[re.Match[str]]:
    """Return the topic and the kind of each numbered point, and who raised it."""
    pattern = rf"\d+\. (?P<topic>.*?)(?: \((.*)\)|{_RAISED[language]})"
    return [found for line in lines if (found := re.fullmatch(pattern, line))]


def _referred(text: str, language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the topics referred on their own, and their services."""
    words = WORDS[language]
    said = _found(words["referred"], text) or ""
    topics = (_code("tp", topic, language) for topic in re.findall(words["referral"], said))
    services = (_code("rf", name, language) for name in re.findall(words["service"], said))
    return frozenset(topics), tuple(services)


def _situation(about: list[str], on: list[str]) -> tuple[tuple[int | None, str], ...]:
    """Return the subject of each line, by its number, and its day."""
    pairs = zip(about, on, strict=True)
    return tuple((next(iter(_numbers(words)), None), _due(day) or "") for words, day in pairs)


def _found(pattern: str, text: str) -> str | None:
    found = re.search(pattern, text, re.MULTILINE)
    return next(filter(None, found.groups()), None) if found else None


def _earlier_on(text: str, language: Language) -> tuple[date, ...]:
    """Return the days of earlier commitments."""
    words = WORDS[language]
    paragraph = next((line for line in text.splitlines() if re.search(words["earlier"], line)), "")
    return tuple(said_date(day, language) for day in re.findall(words["made"], paragraph))


def _stood(line: str, language: Language) -> tuple[str, str | None]:
    """Return the state of an earlier commitment and its day."""
    late = r"(?: بعد انصرام الأجل،| hors délai,)?"
    day_and_why = r"(?: (?:يوم|منذ|le|depuis le|au) (\d\d/\d\d/\d{4}))?(?:\s?: .*)?"
    if re.match("سُجل من جديد|Repris ", line):
        return "again", None
    # That it was promised again comes after all of its state.
    again = r"، (?:وسُجل|وكان|أما) الالتزام نفسه|\s; (?:engagement |entre-temps )repris |\s; même"
    state = re.split(again, line)[0]
    found = re.fullmatch(f"(.*?){late}{day_and_why}", state)
    assert found
    codes = {said: code for code, said in STOOD[language].items()}
    return codes[found[1]], _due(found[2]) if found[2] else None


def _kind(label: str, language: Language) -> str:
    kinds = ("concern", "request", "suggestion", "question", "rumour", "information", "thanks")
    return kinds[_POINT_KINDS[language].split().index(label)]


def _lines(label: str, text: str) -> list[str]:
    """Return the texts after a label at the start of a line."""
    return re.findall(f"^{re.escape(label)}(.*)$", text, re.MULTILINE)


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
