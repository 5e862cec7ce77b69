"""Meetings in a table as people keep one: its usual headings, and words instead of codes."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.notes.roles import kind_cue
from outreach_app.notes.text import folded
from outreach_app.notes.topics import rank_topics
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.rules.text import language_of
from outreach_app.transfer.mappings import KIND, Headings, guess_mapping, heading_words
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_entries import by_script, code_of
from outreach_app.transfer.reading import NO, YES, typed_language
from outreach_app.transfer.reports import is_reasons
from outreach_app.vocabulary import is_known

MEETINGS: Headings = {
    "held_on": ("held_on", "date", "jour", "day", "date réunion", "date rencontre", "date séance",
                "date tenue", "التاريخ", "اليوم", "تاريخ اللقاء", "تاريخ الاجتماع",
                "تاريخ الانعقاد", "تاريخ الجلسة"),
    "start": ("start", "début", "heure", "heure de début", "heure réunion", "horaire", "البداية",
              "الساعة", "ساعة البداية", "ساعة اللقاء", "التوقيت"),
    "end": ("end", "fin", "heure de fin", "النهاية", "ساعة النهاية"),
    "kind": (*KIND, "nature réunion", "type réunion", "type rencontre", "نوع اللقاء",
             "طبيعة اللقاء", "نوع الاجتماع"),
    "channel": ("channel", "canal", "mode", "modalité", "القناة", "الكيفية", "طريقة اللقاء"),
    "subject_ar": ("subject_ar", "الموضوع", "موضوع اللقاء", "موضوع الاجتماع", "المواضيع",
                   "الموضوع المتناول", "المواضيع المتناولة", "objet en arabe",
                   "الموضوع بالعربية"),
    "subject_fr": ("subject_fr", "objet", "sujet", "subject", "thème", "objet réunion",
                   "ordre du jour", "thème abordé", "thèmes abordés", "sujet abordé",
                   "sujets abordés", "sujet traité", "thème traité", "objet en français",
                   "subject in french",
                   "الموضوع بالفرنسية"),
    # « associations » is a number of them, in the format.
    "partners": ("partners", "partenaires", "partenaire", "partenaires présents", "association",
                 "organisme", "avec", "association interlocuteur", "interlocuteur",
                 "interlocuteurs", "partenaire rencontré", "association rencontrée",
                 "الجهة", "الجهات", "الجهة المعنية", "الجهة الحاضرة", "الجهات الحاضرة",
                 "الشركاء", "الشريك", "الجمعيات", "الجمعية", "الهيئة",
                 "اسم الجمعية", "الجمعيات الحاضرة", "الأطراف"),
    "is_named_after_person": ("is_named_after_person", "porte le nom d’une personne",
                              "le cabinet porte le nom d’une personne", "bears a person's name",
                              "يحمل اسم شخص", "المكتب يحمل اسم شخص"),
    "points": ("points", "points soulevés", "points abordés", "points discutés", "doléances",
               "préoccupations", "questions soulevées", "النقط", "النقاط", "النقط المثارة",
               "النقاط المثارة", "القضايا المطروحة", "المشاكل المطروحة", "الشكايات"),
    "place_ar": ("place_ar", "المكان", "مكان اللقاء", "مكان الاجتماع", "lieu en arabe",
                 "المكان بالعربية"),
    "place_fr": ("place_fr", "lieu", "place", "lieu réunion", "endroit", "lieu en français",
                 "المكان بالفرنسية"),
    "headcount": ("headcount", "présents", "participants", "nombre participants", "effectif",
                  "nombre présents", "nombre personnes", "nombre personnes présentes", "présence",
                  "عدد الحاضرين", "عدد الحضور", "عدد الأشخاص",
                  "الحاضرون", "المشاركون", "عدد المشاركين", "الحضور"),
    "women": ("women", "femmes", "nombre femmes", "nb femmes", "النساء", "عدد النساء"),
    "bodies": ("bodies", "organismes présents", "organisations", "الهيئات الحاضرة",
               "عدد الهيئات"),
    "assessment": ("assessment", "évaluation", "bilan", "observations", "remarques", "conclusion",
                   "résultats", "التقييم", "النتائج", "الخلاصة", "ملاحظة", "ملاحظات", "الملاحظات"),
    "status": ("status", "statut", "état", "الحالة", "الوضعية"),
    "reason": ("reason", "motif", "السبب"),
    "uid": ("uid", "reference", "référence", "المرجع"),
}  # fmt: skip
LISTS: Mapping[str, tuple[str, ...]] = {"kind": ("mt",), "channel": ("ch",)}
_NAMED = "is_named_after_person"
_NEEDED = ("held_on", *LISTS)
_BETWEEN_NAMES = re.compile(r"[\n;؛|·]")
_BETWEEN_POINTS = re.compile(r"[\n;؛|•]")
_BETWEEN_ALIKE = re.compile(r"\s/\s")
_NUMBERING = re.compile(r"^(?:\d{1,2}\s?[.)/-]|[-–*])\s*")
# Statuses by the end of their code in the catalogue.
_STATUSES = {f"st.{status}": status.value for status in MeetingStatus}


@dataclass(frozen=True, slots=True)
class TableReading:
    """How a table of meetings is read; what is empty is guessed from its headings.

    `mapping` has the field of each column, `values` the codes of words that are in no list, by
    the folded word, and `usual` the kind and the channel of a row that has none.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)


def meetings_of(
    rows: Sequence[NamedRow], reading: TableReading | None = None
) -> Iterator[tuple[NamedRow, dict[str, object]]]:
    """Yield each row with its values under the keys of the format.

    A column that no key is for keeps its heading. Raises UnreadableFile, which names the columns
    that a table lacks.
    """
    read = reading or TableReading(guess_mapping(headings_of(rows), MEETINGS))
    lacking = [key for key in _NEEDED if key not in {*read.mapping.values(), *read.usual}]
    if lacking:
        message = _("This table lacks these columns: {columns}. Name them so in its first line.")
        columns = " + ".join(heading_words(key, MEETINGS) for key in lacking)
        raise UnreadableFile(message.format(columns=columns))
    for row in rows:
        values = {
            read.mapping.get(heading, heading): value
            for heading, value in row[1].items()
            if heading in read.mapping or (value.strip() and not is_reasons(heading))
        }
        yield row, _with_codes(values, read)


def unknown_words(
    rows: Sequence[NamedRow], mapping: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the words for kinds and channels that are in no list, each with the lists to choose
    from, most frequent first."""
    found: Counter[str] = Counter()
    shown: dict[str, tuple[str, tuple[str, ...]]] = {}
    for heading, key in mapping.items():
        lists = LISTS.get(key, ())
        words = (row.get(heading, "").strip() for _line, row in rows) if lists else ()
        for word in words:
            if word and not _is_in(word, *lists):
                found[fold_words(word)] += 1
                shown.setdefault(fold_words(word), (word, lists))
    return dict(shown[word] for word, _count in found.most_common())


def _is_in(word: str, *lists: str) -> bool:
    return is_known(code_of(word, *lists) or "", *lists)


def _with_codes(values: dict[str, str], read: TableReading) -> dict[str, object]:
    """Return a row with codes for the words of lists, each name in its script, and partners."""
    coded: dict[str, object] = dict(values)
    for key, lists in LISTS.items():
        word = values.get(key, "").strip()
        chosen = read.values.get(fold_words(word), "")
        is_chosen = chosen.partition(".")[0] in lists and not _is_in(word, *lists)
        coded[key] = chosen if is_chosen else code_of(word, *lists) or read.usual.get(key)
    status = code_of(values.get("status", "").strip(), "st")
    coded["status"] = _STATUSES.get(status or "", status)
    for name in ("subject", "place"):
        both = by_script(values.get(f"{name}_ar"), values.get(f"{name}_fr"))
        coded |= dict(zip((f"{name}_ar", f"{name}_fr"), both, strict=True))
    stated = _yes_or_no(str(coded.pop(_NAMED, "")))
    coded["partners"] = [_partner(name) | stated for name in _names(values.get("partners", ""))]
    if "points" in values:
        coded["points"] = [_point(words) for words in _points(values["points"])]
    return coded


def _names(cell: str) -> Iterator[str]:
    """Yield the names in a cell; a stroke divides two of one script, not one in two scripts."""
    for part in _BETWEEN_NAMES.split(cell):
        alike = _BETWEEN_ALIKE.split(part)
        is_several = len({language_of(name) for name in alike}) == 1
        yield from filter(fold_words, map(str.strip, alike if is_several else [part]))


def _points(cell: str) -> Iterator[str]:
    for part in _BETWEEN_POINTS.split(cell):
        words = _NUMBERING.sub("", part.strip())
        if fold_words(words):
            yield words


def _partner(name: str) -> dict[str, object]:
    """Return a partner that a cell names."""
    return {"name_ar" if language_of(name) is Language.ARABIC else "name_fr": name}


def _yes_or_no(words: str) -> dict[str, object]:
    """Return whether the partners of a row are named after a person, if it says so."""
    folded_words = fold_words(words)
    if not folded_words:
        return {}
    return {_NAMED: folded_words in YES if folded_words in YES | NO else words}


def _point(words: str) -> dict[str, str | None]:
    """Return a point with the kind and the likeliest topic, if there is one, that its words say."""
    topics = rank_topics(words)
    return {
        "kind": kind_cue(folded(words)) or PointKind.CONCERN.value,
        "topic": topics[0][0] if topics else None,
        "text": words,
        "language": typed_language(words),
    }
