"""The names of documents by kind, as other documents list them, in Arabic and French."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from outreach_app.i18n import Language
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.summaries.prose.blocks import plain
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import de
from outreach_app.summaries.prose.letters import in_letters, spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind, french_kind, manner
from outreach_app.summaries.prose.nouns import AWARENESS_ACTION, EXCHANGE, FIELD_VISIT, MEETING
from outreach_app.summaries.prose.numbers import digits

NAMES = {
    DocumentKind.SESSION: ("خلاصة", "Synthèse"),
    DocumentKind.PERIOD: ("تقرير الفترة", "Rapport périodique"),
    DocumentKind.PERIOD_PUBLISHABLE: (
        "تقرير الفترة القابل للنشر",
        "Rapport périodique publiable",
    ),
    DocumentKind.PROGRAMME: ("برنامج اللقاءات", "Programme des rencontres"),
    DocumentKind.PARTNER_SHEET: ("بطاقة شريك", "Fiche partenaire"),
    DocumentKind.HAND_OUT: ("ورقة موجهة إلى شريك", "Feuille remise à un partenaire"),
    DocumentKind.ATTENDANCE: ("ورقة حضور", "Feuille de présence"),
    DocumentKind.HANDOVER: ("ملف تسليم المهام", "Dossier de passation de consignes"),
    DocumentKind.NOTICE: (
        "إعلان متعلق بالمعطيات ذات الطابع الشخصي",
        "Avis relatif aux données à caractère personnel",
    ),
    DocumentKind.EXTRACT: (
        "مستخرج من المعطيات ذات الطابع الشخصي",
        "Extrait des données à caractère personnel",
    ),
    DocumentKind.ERASURE: ("إثبات محو المعطيات", "Attestation d’effacement"),
    DocumentKind.DESTRUCTION: ("محضر الإتلاف", "Procès-verbal de destruction"),
    DocumentKind.ELIMINATION: ("لائحة الوثائق المزمع إتلافها", "Liste d’élimination"),
    DocumentKind.COVERING_NOTE: ("ورقة إرسال", "Bordereau d’envoi"),
    DocumentKind.RECTIFICATION: ("بيان حقيقة", "Mise au point"),
    DocumentKind.VERIFICATION: (
        "نتيجة التحقق من خبر متداول",
        "Résultat de la vérification d’une information",
    ),
    DocumentKind.NATIONAL: ("الخلاصة الوطنية", "Synthèse nationale"),
    DocumentKind.NATIONAL_PUBLISHABLE: (
        "الخلاصة الوطنية القابلة للنشر",
        "Synthèse nationale publiable",
    ),
}

# What a programme is called whose period was over when it was given out.
PAST_PROGRAMME = ("اللقاءات والأنشطة والاتصالات", "Rencontres, actions et échanges")

# What a rectification is called by its own title: there was one to publish, there was none, or
# the register no longer shows which.
_RECTIFICATIONS = {
    True: NAMES[DocumentKind.RECTIFICATION],
    False: NAMES[DocumentKind.VERIFICATION],
    None: (
        "بيان حقيقة أو نتيجة التحقق من خبر متداول",
        "Mise au point ou résultat de la vérification d’une information",
    ),
}


def rectification_name(is_published: bool | None, page: Language) -> str:
    """Return the title of a rectification, or of a result without one; both if it is unknown."""
    return _RECTIFICATIONS[is_published][page is Language.FRENCH]


# What summaries of several are about.
_ABOUT = {
    Manner.CHAIRED: MEETING,
    Manner.FIELD: FIELD_VISIT,
    Manner.UNIT: AWARENESS_ACTION,
    Manner.EXCHANGE: EXCHANGE,
}
_TWO = 2
NO_BREAK = "\u00a0"
# What a meeting was is not known once it was destroyed, only that the summary was of one: of one,
# of two and of more.
_DESTROYED = {
    Language.ARABIC: (
        "لقاء أو اتصال أُتلفت معطياته",
        "لقاءين أو اتصالين أُتلفت معطياتهما",
        "لقاءات أو اتصالات أُتلفت معطياتها",
    ),
    Language.FRENCH: (
        "d’une rencontre ou d’un échange dont les données ont été détruites",
        *("de rencontres ou d’échanges dont les données ont été détruites",) * 2,
    ),
}


def summary_name(kind: str, channel: str, page: Language) -> str:
    """Return what the summary of a meeting is called: « Synthèse d’un échange téléphonique ».

    Both are empty for a meeting that was destroyed.
    """
    about = _about_one(kind, channel, page) if kind or channel else _DESTROYED[page][0]
    return f"{NAMES[DocumentKind.SESSION][page is Language.FRENCH]} {about}"


def summaries_name(held: Iterable[tuple[str, str]], page: Language) -> str:
    """Return «خلاصتا لقاءين», « Synthèses d’une visite de terrain et de rencontres », in order."""
    every = list(held)
    lead = "Synthèses"
    if page is Language.ARABIC:
        lead = "خلاصتا" if len(every) == _TWO else "خلاصات"
    if gone := sum(not any(each) for each in every):
        return f"{lead} {_some_destroyed(len(every), gone, page)}"
    groups = defaultdict[Manner, list[tuple[str, str]]](list)
    for each in every:
        how = manner(*each)
        groups[Manner.CHAIRED if how is Manner.RECEIVED else how].append(each)
    parts = [text(_about(how, group, page)) for how, group in groups.items()]
    if not every:
        return lead
    return f"{lead} {plain(listed(parts, page))}"


def _some_destroyed(number: int, gone: int, page: Language) -> str:
    """Return «3 لقاءات أو اتصالات، أُتلفت معطيات أحدها»: which of them was what is not known."""
    if gone == number:
        return _DESTROYED[page][min(gone, len(_DESTROYED[page])) - 1]
    if page is Language.FRENCH:
        which = in_letters(gone, page, feminine=False) if gone > 1 else "l’un"
        them = "d’eux" if gone == 1 else "d’entre eux"
        several = f"de {in_letters(number, page, feminine=True)} rencontres ou échanges"
        return f"{several}, les données de {which} {them} ayant été détruites"
    meetings, exchanges = (count(noun, number, Case.GENITIVE, page) for noun in (MEETING, EXCHANGE))
    either = f"{meetings} أو {exchanges.split(NO_BREAK)[-1]}"
    ones = {1: "أحدهما" if number == _TWO else "أحدها", _TWO: "اثنين منها"}
    return f"{either}، أُتلفت معطيات {ones.get(gone, f'{digits(gone, page)} منها')}"


def _about(how: Manner, held: Sequence[tuple[str, str]], page: Language) -> str:
    if len(held) == 1:
        return _about_one(*held[0], page)
    number = spelled(_ABOUT[how], len(held), Case.GENITIVE, page)
    return number if page is Language.ARABIC else de(number)


def _about_one(kind: str, channel: str, page: Language) -> str:
    if page is Language.ARABIC:
        return arabic_kind(kind, channel).of_it
    return f"d’{french_kind(kind, channel).object}"
