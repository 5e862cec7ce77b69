"""The names of the files of documents: in the language of the paper, for any system and e-mail.

A French name has no accent, as some programs still break one; an Arabic one has letters only, which
every system of today keeps. Neither has a space or a sign but the hyphen.
"""

import re

from outreach_app.i18n import Language
from outreach_app.rules.document_numbers import DocumentKind

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
_VERSIONS = ("ن", "v")
# A number is another office's text: no sign of it leads to another folder, on any system.
_NO_FILE_NAME = re.compile(r"[^\w.-]")


def file_stem(noun: str, about: str, version: int, language: Language) -> str:
    """Return the name of a document's file without its ending; `about` tells it from others."""
    place = 0 if language is Language.ARABIC else 1
    # Next to an earlier version, of which another language may stay.
    mark = f"{_VERSIONS[place]}{version}" if version > 1 else ""
    return "-".join(filter(None, (_NOUNS[noun][place], _NO_FILE_NAME.sub("_", about), mark)))
