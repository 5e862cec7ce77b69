"""Checks whether a span matches the value of its fact, in its language."""

import re
from collections.abc import Callable

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span
from outreach_app.summaries.prose.facts import FactValue
from outreach_app.summaries.prose.nouns import POINT_KINDS
from outreach_app.vocabulary import RESOURCES
from tests.core.summaries.reading import ISOLATES, LETTERS, said_date, said_number

# States worded differently from their catalogue names.
_NEWS_STATES = {
    "vr.unverifiable": ("تعذر التحقق منها",),
    "cst.open": ("في انتظار التنفيذ", "en attente d'exécution"),
    "cst.dropped": ("تم التخلي عنه", "abandonné"),
    "cst.blocked": ("تعذر تنفيذه", "bloqué"),
    "cst.in_progress": ("قيد التنفيذ", "en cours d'exécution"),
    "cst.overdue": ("انقضى الأجل", "échéance dépassée"),
}
# What lasted several days.
_DAYS = {
    "mt.openday": (
        *("أياما للأبواب المفتوحة", "يومين للأبواب المفتوحة"),
        "des journées portes ouvertes",
    )
}
# How one stood that was made at an earlier meeting.
_STOOD = {
    "cst.done": ("منجز", "réalisé"),
    "cst.partly": ("منجز جزئيا", "partiellement réalisé"),
    "cst.in_progress": ("قيد التنفيذ", "en cours d'exécution"),
    "cst.open": ("في انتظار التنفيذ", "en attente d'exécution"),
    "cst.overdue": (
        "انقضى الأجل ولم يُسجل أي إنجاز",
        "échéance dépassée, aucune exécution enregistrée",
    ),
    "cst.referred": ("محال على الجهة المختصة", "transmis au service compétent"),
    "cst.dropped": ("تم التخلي عنه", "abandonné"),
    "cst.blocked": ("تعذر تنفيذه", "déclaré non réalisable"),
}


def says(span: Span, value: FactValue, language: Language) -> bool:
    """Return whether the span matches that value in that language."""
    fact = span.fact or ""
    words = _folded(ISOLATES.sub("", span.text))
    checks: list[tuple[str, Callable[[], bool]]] = [
        (
            r".*\.number|.*\.commitments\.\d+|situation\.\d+\.(?:point|commitment)|fixed\..*",
            lambda: words == _folded(str(value)),
        ),
        (
            rf"headcount|women|bodies|reached\..*|earlier|earlier\.among|earlier\.others(?:\..*\.count)?|points|commitments|{'|'.join(POINT_KINDS)}",
            lambda: said_number(words) == value,
        ),
        (
            r"kinds_present\..*\.count",
            lambda: _says_kind(words, fact.split(".", 1)[1].removesuffix(".count"), int(value)),
        ),
        (
            r".*(?:held_on|last_on|received_on|(?:later_)?days\.\d+|made_on|issued_on|due_on|missed_on|kept_from|until|rectified_on|sent_on|put_off_from|\.on|\.since)",
            lambda: _said_day(words, language) == value,
        ),
        (r".*(?:starts_at|ends_at)", lambda: _said_time(words) == value),
        (
            r".*\.(?:topic|reaction|to|code|authority|debtor_kind|raiser_kind|referrals\.\d+|kinds\.\d+)|kind|(?:.*\.)?channel",
            lambda: _says_code(words, str(value), language),
        ),
        (r"identities_kept|bodies_kept", lambda: _says_kept(words, int(value))),
        (r".*\.phrase", lambda: _says_phrase(words, str(value), language)),
        (r".*\.owner", lambda: _says_owner(words, str(value), language)),
    ]
    for pattern, check in checks:
        if re.fullmatch(pattern, fact):
            return check()
    return _folded(str(value)) in words or words in _folded(str(value))


def _says_kept(words: str, number: int) -> bool:
    """Several are told so."""
    return bool(re.search("^(?:les noms|أسماء|اسما)", words)) == (number > 1)


def _said_day(words: str, language: Language) -> str:
    """Return the day, in digits as in tables or in full as in sentences."""
    if "/" in words:
        return "-".join(reversed(words.split("/")))
    return said_date(words, language).isoformat()


def _said_time(words: str) -> str:
    hour, minute = re.findall(r"\d+", f"{words} 00")[:2]
    return f"{int(hour):02d}:{minute}"


def _says_phrase(words: str, code: str, language: Language) -> bool:
    bare = re.sub("[«»]", "", words).strip()
    return bare == _folded(vocabulary.phrases()[code].label(language))


def _says_code(words: str, code: str, language: Language) -> bool:
    """Labels may stand in the accusative, with a capital, in guillemets, or without their 19."""
    label = _folded(vocabulary.label(code, language))
    bare = re.sub("[«»]", "", words).strip()
    if code.startswith(("as.", "pr.", "pt.")):
        return bool(bare) and not re.search(r"\d", bare)
    others = (*_NEWS_STATES.get(code, ()), *_STOOD.get(code, ()), *_DAYS.get(code, ()))
    if words in map(_folded, others):
        return True
    if code.startswith(("ch.", "out.")):
        return True  # a way of speaking: «عبر البريد الإلكتروني» for «بريد إلكتروني»
    accusative = " ".join(word.removesuffix("ا") for word in bare.split())
    nominative = " ".join(word.removesuffix("ا") for word in label.split())
    said = (
        accusative.removeprefix("ب").removeprefix("un ").removeprefix("une ").removeprefix("أشغال ")
    )
    return said == nominative or not bare


def _says_kind(words: str, code: str, number: int) -> bool:
    """That many of a kind: in digits from 3 on, and in French from 2; else by a form of it."""
    digits = re.findall(r"\d+", words.replace("\u202f", ""))
    if digits:
        return [int(each) for each in digits] == [number]
    if (first := words.split(maxsplit=1)[0]) in LETTERS[2:]:
        return LETTERS.index(first) == number
    rows = (RESOURCES / "bodies.tsv").read_text(encoding="utf-8").splitlines()
    names, *kinds = [row.split("\t") for row in rows if not row.startswith("#")]
    row = dict(zip(names, next(kind for kind in kinds if kind[0] == code), strict=True))
    dual = {row[name] for name in row if "_two_" in name}
    return (words in dual) == (number == 2) and number in (1, 2)


def _says_owner(words: str, owner: str, language: Language) -> bool:
    roles = {
        "office": {Language.ARABIC: "رئيس الدائرة الأمنية", Language.FRENCH: "chef de l'arrondi"},
        "partner": {
            Language.ARABIC: "شريك",
            Language.FRENCH: "partenaire (nom non relevé)",
        },
        "authority": {Language.ARABIC: "جهة مختصة", Language.FRENCH: "autorité"},
    }
    return words.startswith(roles[owner][language])


def _folded(words: str) -> str:
    words = ISOLATES.sub("", words)
    return words.replace("’", "'").replace("\u00a0", " ").casefold()
