"""The names of the files of documents: in the language of the paper, for any system and e-mail.

A French name has no accent, as some programs still break one; an Arabic one has letters only, which
every system of today keeps. Neither has a space or a sign but the hyphen. That of a partner is in
them, never that of a person.
"""

import re
import unicodedata

from outreach_app.i18n import Language
from outreach_app.rules.document_numbers import DocumentKind, DocumentNumber
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.prose.blocks import plain

# The notice on A3: the only document that is written in two shapes.
POSTER = "poster"
_NOUNS = {
    DocumentKind.SESSION: ("جلسة", "seance"),
    DocumentKind.PERIOD: ("تقرير", "rapport"),
    DocumentKind.PERIOD_PUBLISHABLE: ("تقرير-للنشر", "rapport-public"),
    DocumentKind.PROGRAMME: ("برنامج", "programme"),
    DocumentKind.PARTNER_SHEET: ("بطاقة-شريك", "fiche-partenaire"),
    DocumentKind.HAND_OUT: ("قلتم-وأنجزنا", "dit-et-fait"),
    DocumentKind.ATTENDANCE: ("ورقة-حضور", "feuille-presence"),
    DocumentKind.HANDOVER: ("تسليم", "passation"),
    DocumentKind.NOTICE: ("إعلان", "avis"),
    DocumentKind.EXTRACT: ("مستخرج", "extrait"),
    DocumentKind.ERASURE: ("إثبات-محو", "attestation-effacement"),
    DocumentKind.ELIMINATION: ("لائحة-إتلاف", "liste-elimination"),
    DocumentKind.DESTRUCTION: ("محضر-إتلاف", "proces-verbal-destruction"),
    DocumentKind.COVERING_NOTE: ("ورقة-إرسال", "bordereau"),
    DocumentKind.RECTIFICATION: ("بيان-حقيقة", "mise-au-point"),
    DocumentKind.VERIFICATION: ("نتيجة-تحقق", "verification"),
    DocumentKind.NATIONAL: ("خلاصة-وطنية", "synthese-nationale"),
    DocumentKind.NATIONAL_PUBLISHABLE: ("خلاصة-وطنية-للنشر", "synthese-nationale-publique"),
    POSTER: ("ملصق", "affiche"),
}
# Those of which a day has several: their number tells them apart.
_BY_NUMBER = {
    DocumentKind.PARTNER_SHEET,
    DocumentKind.HAND_OUT,
    DocumentKind.ATTENDANCE,
    DocumentKind.EXTRACT,
    DocumentKind.ERASURE,
    DocumentKind.ELIMINATION,
    DocumentKind.DESTRUCTION,
    DocumentKind.COVERING_NOTE,
    DocumentKind.RECTIFICATION,
    DocumentKind.VERIFICATION,
}
_VERSIONS = ("ن", "v")
_HAMZA = "\u0653\u0654\u0655"
# A number is another office's text: no sign of it leads to another folder, on any system.
_NO_FILE_NAME = re.compile(r"[^\w.-]")


_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40  # letters of a partner's name


def number_told(noun: str, number: DocumentNumber) -> str:
    """Return the number of a document as its file's name has it; empty if the name has none."""
    return str(number).replace("/", "-") if noun in _BY_NUMBER else ""


def file_stem(
    noun: str, about: str, version: int, language: Language, whom: PartnerFacts | None = None
) -> str:
    """Return the name of a document's file without its ending; `about` tells it from others.

    `whom` is the partner that it is about.
    """
    place = 0 if language is Language.ARABIC else 1
    # Next to an earlier version, of which another language may stay.
    mark = f"{_VERSIONS[place]}{version}" if version > 1 else ""
    name = _folded(plain(partner_name(whom, "", language))) if whom else ""
    return "-".join(filter(None, (_NOUNS[noun][place], name, _NO_FILE_NAME.sub("_", about), mark)))


def _folded(name: str) -> str:
    """Return the words of a name joined by hyphens, without accents, as many as have room."""
    letters = unicodedata.normalize("NFKD", name)
    # Hamza on its seat is a letter of its own.
    bare = "".join(each for each in letters if not unicodedata.combining(each) or each in _HAMZA)
    words = _WORD.findall(unicodedata.normalize("NFC", bare))
    while len(words) > 1 and len("-".join(words)) > _LONGEST:
        words.pop()
    return "-".join(words)[:_LONGEST]
