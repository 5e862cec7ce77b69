"""Meetings in a table as people keep one: its usual headings, and words instead of codes."""

import re
from collections.abc import Iterator, Sequence

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.folding import fold_words
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.rules.text import language_of
from outreach_app.transfer.mappings import KIND, Headings, guess_mapping, heading_words
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_entries import by_script, code_of
from outreach_app.transfer.reports import is_reasons

MEETINGS: Headings = {
    "uid": ("uid", "reference", "référence", "المرجع"),
    "held_on": ("held_on", "date", "jour", "day", "التاريخ", "اليوم", "تاريخ اللقاء"),
    "kind": (*KIND, "نوع اللقاء"),
    "channel": ("channel", "canal", "mode", "القناة", "الكيفية", "طريقة اللقاء"),
    "status": ("status", "statut", "état", "الحالة", "الوضعية"),
    "reason": ("reason", "motif", "السبب"),
    "start": ("start", "début", "heure", "heure de début", "البداية", "الساعة", "ساعة البداية"),
    "end": ("end", "fin", "heure de fin", "النهاية", "ساعة النهاية"),
    "subject_ar": ("subject_ar", "الموضوع", "موضوع اللقاء", "objet en arabe", "الموضوع بالعربية"),
    "subject_fr": ("subject_fr", "objet", "sujet", "subject", "thème", "objet en français",
                   "subject in french", "الموضوع بالفرنسية"),
    "place_ar": ("place_ar", "المكان", "lieu en arabe", "المكان بالعربية"),
    "place_fr": ("place_fr", "lieu", "place", "lieu en français", "المكان بالفرنسية"),
    "headcount": ("headcount", "présents", "participants", "nombre participants", "effectif",
                  "عدد الحاضرين", "الحاضرون", "المشاركون", "عدد المشاركين", "الحضور"),
    "women": ("women", "femmes", "nombre femmes", "النساء", "عدد النساء"),
    "bodies": ("bodies", "organismes présents", "organisations", "الهيئات الحاضرة",
               "عدد الهيئات"),
    # « associations » is a number of them, in the format.
    "partners": ("partners", "partenaires", "partenaire", "الشركاء", "الشريك", "الجمعيات"),
}  # fmt: skip
_NEEDED = ("held_on", "kind", "channel")
_BETWEEN_NAMES = re.compile(r"[\n;؛|·]")
# Statuses by the end of their code in the catalogue.
_STATUSES = {f"st.{status}": status.value for status in MeetingStatus}


def meetings_of(rows: Sequence[NamedRow]) -> Iterator[tuple[NamedRow, dict[str, object]]]:
    """Yield each row with its values under the keys of the format.

    A column that no key is for keeps its heading. Raises UnreadableFile, which names the columns
    that a table lacks.
    """
    keys = guess_mapping(headings_of(rows), MEETINGS)
    if not set(_NEEDED) <= set(keys.values()):
        message = _("This table lacks a required column. Use these column headings: {columns}.")
        columns = " + ".join(heading_words(key, MEETINGS) for key in _NEEDED)
        raise UnreadableFile(message.format(columns=columns))
    for row in rows:
        values = {
            keys.get(heading, heading): value
            for heading, value in row[1].items()
            if heading in keys or (value.strip() and not is_reasons(heading))
        }
        yield row, _with_codes(values)


def _with_codes(values: dict[str, str]) -> dict[str, object]:
    """Return a row with codes for the words of lists, each name in its script, and partners."""
    coded: dict[str, object] = dict(values)
    for key, prefix in (("kind", "mt"), ("channel", "ch"), ("status", "st")):
        code = code_of(values.get(key, "").strip(), prefix)
        coded[key] = _STATUSES.get(code or "", code)
    for name in ("subject", "place"):
        both = by_script(values.get(f"{name}_ar"), values.get(f"{name}_fr"))
        coded |= dict(zip((f"{name}_ar", f"{name}_fr"), both, strict=True))
    names = (name.strip() for name in _BETWEEN_NAMES.split(values.get("partners", "")))
    coded["partners"] = [_partner(name) for name in names if fold_words(name)]
    return coded


def _partner(name: str) -> dict[str, object]:
    """Return a partner that a cell names."""
    return {"name_ar" if language_of(name) is Language.ARABIC else "name_fr": name}
