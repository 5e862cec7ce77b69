"""How each kind of meeting is said to have been held, in Arabic and in French."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArabicKind:
    """«ترأس … لقاء دوريا»: the chief's verb, what links it to its object, the object.

    `subject` is how the meeting opens a later sentence.
    """

    verb: str
    link: str
    object: str
    subject: str
    feminine: bool


@dataclass(frozen=True, slots=True)
class FrenchKind:
    """« a présidé … une rencontre périodique »; every noun here is feminine."""

    verb: str
    article: str
    object: str
    subject: str
    plural: bool = False


_PRESIDED = "ترأس"
_SUPERVISED = "أشرف"

ARABIC = {
    "mt.periodic": ArabicKind(_PRESIDED, "", "لقاء دوريا", "اللقاء", False),
    "mt.thematic": ArabicKind(_PRESIDED, "", "لقاء موضوعاتيا", "اللقاء", False),
    "mt.listening": ArabicKind(_PRESIDED, "", "جلسة إنصات", "الجلسة", True),
    "mt.awareness": ArabicKind(_SUPERVISED, "على ", "حملة تحسيسية", "الحملة", True),
    "mt.school": ArabicKind(_SUPERVISED, "على ", "حصة تحسيسية بالوسط المدرسي", "الحصة", True),
    "mt.openday": ArabicKind(
        _SUPERVISED, "على ", "أيام الأبواب المفتوحة", "أيام الأبواب المفتوحة", True
    ),
    "mt.field": ArabicKind("قام", "ب", "زيارة ميدانية", "الزيارة", True),
    "mt.coordination": ArabicKind(_PRESIDED, "", "اجتماعا تنسيقيا", "الاجتماع", False),
    "mt.reception": ArabicKind("خصص", "", "استقبالا", "الاستقبال", False),
    "mt.study": ArabicKind(_PRESIDED, "", "يوما دراسيا", "اليوم الدراسي", False),
}

FRENCH = {
    "mt.periodic": FrenchKind("a présidé", "une", "rencontre périodique", "La rencontre"),
    "mt.thematic": FrenchKind("a présidé", "une", "rencontre thématique", "La rencontre"),
    "mt.listening": FrenchKind("a présidé", "une", "séance d’écoute", "La séance"),
    "mt.awareness": FrenchKind("a conduit", "une", "campagne de sensibilisation", "La campagne"),
    "mt.school": FrenchKind(
        "a animé", "une", "séance de sensibilisation en milieu scolaire", "La séance"
    ),
    "mt.openday": FrenchKind(
        "a organisé", "des", "journées portes ouvertes", "Les journées portes ouvertes", True
    ),
    "mt.field": FrenchKind("a effectué", "une", "visite de terrain", "La visite"),
    "mt.coordination": FrenchKind("a présidé", "une", "réunion de coordination", "La réunion"),
    "mt.reception": FrenchKind("a accordé", "une", "audience", "L’audience"),
    "mt.study": FrenchKind("a présidé", "une", "journée d’étude", "La journée d’étude"),
}
