"""The names of meetings and the verbs for holding them, by kind and channel."""

import re
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.i18n import Language
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS, is_exchange, told_as
from outreach_app.rules.kinds import Channel, MeetingKind
from outreach_app.rules.names import Bilingual

REMOTE_CHANNELS = EXCHANGE_CHANNELS | {Channel.VIDEO}
# Those by which people meet face to face, wherever they do.
MEETING_CHANNELS = (Channel.IN_PERSON, Channel.OFFICE, Channel.PARTNER_PLACE, Channel.PERMANENCE)
# What the unit does, not its chief.
UNIT_KINDS = frozenset(AWARENESS_KINDS)


class Manner(StrEnum):
    """The form of a meeting: a chief chairs, a unit visits, a guest is received."""

    CHAIRED = "chaired"
    FIELD = "field"
    UNIT = "unit"
    RECEIVED = "received"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class ArabicKind:
    """«ترأس … لقاء دوريا»: the verb, its object in the accusative and the nominative.

    `later` is how a later sentence names it («اللقاء»); a subject with one of the words of `noun`
    (a regular expression) would say the kind twice.
    """

    verb: str
    object: str
    name: str
    later: str
    noun: str
    feminine: bool = False

    @property
    def this(self) -> str:
        """Return «هذا اللقاء», «هذه الجلسة» or «يومي الأبواب المفتوحة هذين»."""
        this = "هذين" if self._is_dual else "هذه" if self.feminine else "هذا"
        if self.later.startswith(("يوم ", "أيام ", "يومي ")):
            return f"{self.later} {this}"
        return f"{this} {self.later}"

    @property
    def its(self) -> str:
        """Return the pronoun that stands for it after a preposition."""
        return "هما" if self._is_dual else "ها" if self.feminine else "ه"

    @property
    def of_it(self) -> str:
        """Return the name in the genitive: «يومين للأبواب المفتوحة»."""
        return self.name.replace("يومان", "يومين") if self._is_dual else self.name

    @property
    def to_it(self) -> str:
        """Return how a later sentence names it after «ل»: «للزيارة», «ليوم الأبواب المفتوحة»."""
        if not self.later.startswith("ال"):
            return f"ل{self.later}"
        return f"لل{self.later[2:].removeprefix('ل')}"

    @property
    def _is_dual(self) -> bool:
        return self.name.startswith("يومان ")


@dataclass(frozen=True, slots=True)
class FrenchKind:
    """« a présidé … une rencontre périodique »: the verb, its object, how it is named later.

    `topic` leads to the subject; one with a word of `noun` would say the kind twice.
    """

    verb: str
    object: str
    later: str
    noun: str
    topic: str = "sur le thème"
    feminine: bool = True

    @property
    def this(self) -> str:
        """Return « cette rencontre », « cet échange » or « ces journées »."""
        if self.is_plural:
            return f"ces {self.later.removeprefix('Les ')}"
        noun = self.later.removeprefix("La ").removeprefix("L’")
        return f"{'cette' if self.feminine else 'cet'} {noun}"

    @property
    def of_it(self) -> str:
        """Return « de la rencontre » or « des journées »."""
        if self.is_plural:
            return f"des {self.later.removeprefix('Les ')}"
        return f"de {self.later[0].lower()}{self.later[1:]}"

    @property
    def brought(self) -> str:
        """Return « La rencontre a », « Les journées ont », before what it brought about."""
        return f"{self.later} {'ont' if self.is_plural else 'a'}"

    @property
    def is_plural(self) -> bool:
        """Whether it lasted several days that are named: « Les journées »."""
        return self.later.startswith("Les ")


_ARABIC = {
    "mt.periodic": ArabicKind("ترأس", "لقاء دوريا", "لقاء دوري", "اللقاء", "لقاء"),
    "mt.thematic": ArabicKind("ترأس", "لقاء موضوعاتيا", "لقاء موضوعاتي", "اللقاء", "لقاء"),
    "mt.listening": ArabicKind("عقد", "جلسة إنصات", "جلسة إنصات", "الجلسة", "جلسة|إنصات", True),
    "mt.coordination": ArabicKind(
        "ترأس", "اجتماعا تنسيقيا", "اجتماع تنسيقي", "الاجتماع", "اجتماع|تنسيق"
    ),
    "mt.study": ArabicKind("ترأس", "أشغال يوم دراسي", "يوم دراسي", "اليوم الدراسي", "يوم دراسي"),
    "mt.field": ArabicKind("قام", "بزيارة ميدانية", "زيارة ميدانية", "الزيارة", "زيارة", True),
    "mt.awareness": ArabicKind("نظم", "حملة تحسيسية", "حملة تحسيسية", "الحملة", "حملة|تحسيس", True),
    "mt.school": ArabicKind(
        "نظم",
        "حصة تحسيسية بالوسط المدرسي",
        "حصة تحسيسية بالوسط المدرسي",
        "الحصة",
        "حصة",
        True,
    ),
    "mt.openday": ArabicKind(
        "نظم",
        "يوما للأبواب المفتوحة",
        "يوم للأبواب المفتوحة",
        "يوم الأبواب المفتوحة",
        "أبواب مفتوحة",
    ),
    "mt.reception": ArabicKind("استقبل", "استقبالا", "استقبال", "الاستقبال", "استقبال"),
    "ch.phone": ArabicKind("أجرى", "اتصالا هاتفيا", "اتصال هاتفي", "الاتصال", "اتصال هاتفي"),
    "ch.mail": ArabicKind(
        "أجرى", "تواصلا بالمراسلة", "تواصل بالمراسلة", "التواصل", "تواصل بالمراسلة"
    ),
    "ch.email": ArabicKind(
        "أجرى",
        "تواصلا عبر البريد الإلكتروني",
        "تواصل عبر البريد الإلكتروني",
        "التواصل",
        "تواصل عبر البريد",
    ),
    "ch.social": ArabicKind(
        "أجرى",
        "حوارا عبر مواقع التواصل الاجتماعي",
        "حوار عبر مواقع التواصل الاجتماعي",
        "الحوار",
        "حوار عبر مواقع التواصل",
    ),
}

_FRENCH = {
    "mt.periodic": FrenchKind("a présidé", "une rencontre périodique", "La rencontre", "rencontre"),
    "mt.thematic": FrenchKind(
        "a présidé",
        "une rencontre thématique",
        "La rencontre",
        "rencontre",
        topic="ayant pour sujet",
    ),
    "mt.listening": FrenchKind("a tenu", "une séance d’écoute", "La séance", "séance|écoute"),
    "mt.coordination": FrenchKind(
        "a présidé",
        "une réunion de coordination",
        "La réunion",
        "réunion|coordination",
        topic="ayant pour objet",
    ),
    "mt.study": FrenchKind("a présidé", "une journée d’étude", "La journée", "journée d’étude"),
    "mt.field": FrenchKind(
        "a effectué", "une visite de terrain", "La visite", "visite", topic="ayant pour objet"
    ),
    "mt.awareness": FrenchKind(
        "a organisé", "une campagne de sensibilisation", "La campagne", "campagne|sensibilisation"
    ),
    "mt.school": FrenchKind(
        "a organisé",
        "une séance de sensibilisation en milieu scolaire",
        "La séance",
        "séance",
    ),
    "mt.openday": FrenchKind(
        "a organisé", "une journée portes ouvertes", "La journée", "portes ouvertes"
    ),
    "mt.reception": FrenchKind(
        "a reçu en audience", "une audience", "L’audience", "audience|réception"
    ),
    "ch.phone": FrenchKind(
        "a eu", "un échange téléphonique", "L’échange", "échange téléphonique", feminine=False
    ),
    "ch.mail": FrenchKind(
        "a eu", "un échange par courrier", "L’échange", "échange par courrier", feminine=False
    ),
    "ch.email": FrenchKind(
        "a eu", "un échange par courriel", "L’échange", "échange par courriel", feminine=False
    ),
    "ch.social": FrenchKind(
        "a eu",
        "un échange sur les réseaux sociaux",
        "L’échange",
        "échange sur les réseaux",
        feminine=False,
    ),
}


_ARABIC_TWO_OPEN_DAYS = ArabicKind(
    "نظم",
    "يومين للأبواب المفتوحة",
    "يومان للأبواب المفتوحة",
    "يومي الأبواب المفتوحة",
    "أبواب مفتوحة",
)
_ARABIC_OPEN_DAYS = ArabicKind(
    "نظم",
    "أياما للأبواب المفتوحة",
    "أيام للأبواب المفتوحة",
    "أيام الأبواب المفتوحة",
    "أبواب مفتوحة",
    feminine=True,
)
_FRENCH_OPEN_DAYS = FrenchKind(
    "a organisé", "des journées portes ouvertes", "Les journées", "portes ouvertes"
)


def manner(kind: str, channel: str) -> Manner:
    """Return who met whom; what is said from afar is an exchange, unless a unit organised it."""
    if kind in UNIT_KINDS:
        return Manner.UNIT
    if is_exchange(kind, channel):
        return Manner.EXCHANGE
    return {"mt.reception": Manner.RECEIVED, "mt.field": Manner.FIELD}.get(kind, Manner.CHAIRED)


def exchange_name(code: str, language: Language) -> str | None:
    """Return what lists call an exchange by its channel: « échange téléphonique »; else None."""
    if code not in EXCHANGE_CHANNELS:
        return None
    if language is Language.ARABIC:
        return arabic_kind("", code).name
    return french_kind("", code).object.removeprefix("un ")


def name_of_days(code: str, days: int, language: Language) -> str | None:
    """Return what lists call open days that lasted: «أيام للأبواب المفتوحة»; else None."""
    if days == 1 or code != MeetingKind.OPEN_DAY:
        return None
    if language is Language.ARABIC:
        return arabic_kind(code, "", days).name
    return french_kind(code, "", days).object.removeprefix("des ")


def arabic_kind(kind: str, channel: str, days: int = 1) -> ArabicKind:
    """Return how Arabic says it; an exchange is named by its channel, an unknown kind a meeting."""
    code = told_as(kind, channel)
    if days > 1 and code == MeetingKind.OPEN_DAY:
        return _ARABIC_TWO_OPEN_DAYS if days == 2 else _ARABIC_OPEN_DAYS
    return _ARABIC.get(code, ArabicKind("ترأس", "لقاء", "لقاء", "اللقاء", "لقاء"))


def french_kind(kind: str, channel: str, days: int = 1) -> FrenchKind:
    """Return how French says it; an exchange is named by its channel, an unknown kind a meeting."""
    code = told_as(kind, channel)
    if days > 1 and code == MeetingKind.OPEN_DAY:
        return _FRENCH_OPEN_DAYS
    return _FRENCH.get(code, FrenchKind("a présidé", "une rencontre", "La rencontre", "rencontre"))


# The hamza on an alif is often left out.
_BARE_ALIF = str.maketrans("أإآ", "ااا")


def names_kind(subject: Bilingual, kind: str, channel: str) -> bool:
    """Return whether a subject, in either language, names the kind of its meeting again."""
    arabic, french = arabic_kind(kind, channel).noun, french_kind(kind, channel).noun
    arabic, typed = (words.translate(_BARE_ALIF) for words in (arabic, subject.ar or ""))
    found = (
        re.search(rf"\b(?:ال)?(?:{arabic})\b", typed),
        subject.fr and re.search(rf"\b(?:{french})s?\b", subject.fr, re.IGNORECASE),
    )
    return any(found)
