"""Contact tables of phones, mail programs and customer files, read as cards.

The headings show which program wrote a table. Its rows become the properties of a card, so that one
set of rules decides what is taken of a contact, in whatever form it comes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from string import digits

from outreach_app.rules.folding import fold_words
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_cards import contact_entry
from outreach_app.transfer.partner_entries import Entries, PartnerEntry, TableEntries, checked
from outreach_app.transfer.reports import is_reasons
from outreach_app.transfer.vcards import Property

_WORK, _HOME, _CELL, _FAX = "work", "home", "cell", "fax"
_FAMILY, _GIVEN, _MIDDLE = 0, 1, 2  # the indexes of a name's parts in N
_STREET, _CITY = 2, 3  # and of an address's in ADR

# A column's meaning: a property, the index of a part in it, and its types.
_Slot = tuple[str, int, tuple[str, ...]]
_COLUMNS: Mapping[_Slot, str] = {
    ("N", _GIVEN, ()): "first name|given name|prénom|prénoms|الاسم الشخصي|الاسم الأول",
    ("N", _MIDDLE, ()): "middle name|additional name|deuxième prénom|autres prénoms",
    (
        "N",
        _FAMILY,
        (),
    ): "last name|family name|surname|nom|nom de famille|الاسم العائلي|النسب|اللقب",
    (
        "FN",
        0,
        (),
    ): "name|display name|full name|nom complet|nom affiché|formatted name|الاسم الكامل",
    ("NICKNAME", 0, ()): "nickname|surnom",
    ("ORG", 0, ()): "company|company name|organization|organization name|organization 1 name"
    "|organisation|société|entreprise|current employer|employer|account name|association"
    "|organisme|structure|raison sociale|الجمعية|اسم الجمعية|الهيئة|اسم الهيئة|الشركة|المؤسسة",
    ("ORG", 1, ()): "department|organization department|organization 1 department|service"
    "|département|القسم|المصلحة",
    ("TITLE", 0, ()): "job title|organization title|organization 1 title|fonction|titre again|poste"
    "|qualité|position|الصفة|الوظيفة|المهمة",
    ("ROLE", 0, ()): "occupation|profession|المهنة",
    ("TEL", 0, (_WORK,)): "business phone|work phone|office phone|phone number"
    "|phone|phone work|phone other|telephone|company main phone|primary phone|other phone"
    "|téléphone|téléphone bureau|téléphone 2 bureau|téléphone société|téléphone professionnel"
    "|autre téléphone|tél|الهاتف|هاتف العمل|رقم الهاتف",
    (
        "TEL",
        0,
        (_CELL,),
    ): "mobile phone|mobile|phone mobile|mobile number|mobile phone number|cell phone|gsm"
    "|téléphone mobile|tél mobile|portable|الهاتف المحمول|الهاتف النقال",
    (
        "TEL",
        0,
        (_WORK, _FAX),
    ): "business fax|fax|phone fax|fax number|other fax|télécopie bureau|télécopie|الفاكس",
    (
        "TEL",
        0,
        (_HOME,),
    ): "home phone|phone home|home fax|téléphone domicile|télécopie domicile|هاتف المنزل",
    ("EMAIL", 0, ()): "email|mail|e mail address|e mail 2 address|e mail 3 address|email address"
    "|primary email|secondary email|work email|email work|office email|email office|email other"
    "|adresse de messagerie|adresse e mail|courriel"
    "|البريد الإلكتروني",
    ("EMAIL", 0, (_HOME,)): "home email|email home|personal email",
    (
        "ADR",
        _STREET,
        (_WORK,),
    ): "business street|work address|address 1|mailing street|rue bureau|street address|street"
    "|adresse professionnelle|adresse|address|العنوان",
    (
        "ADR",
        _CITY,
        (_WORK,),
    ): "business city|work city|mailing city|ville bureau|city|ville|المدينة",
    ("ADR", _STREET, (_HOME,)): "home street|home address|rue domicile",
    ("ADR", _CITY, (_HOME,)): "home city|ville domicile",
    ("BDAY", 0, ()): "birthday|birth date|date of birth|anniversaire|date de naissance",
    ("NOTE", 0, ()): "notes|note|remarques|observations|ملاحظات",
    ("PHOTO", 0, ()): "photo|image url",
}
# Google numbers repeatable values, with the kind of each in the column before.
_NUMBERED = re.compile(r"(e-?mail|phone|address) (\d+) - (value|street|city)", re.IGNORECASE)
_NUMBERED_SLOTS = {
    ("phone", "value"): ("TEL", 0),
    ("email", "value"): ("EMAIL", 0),
    ("address", "street"): ("ADR", _STREET),
    ("address", "city"): ("ADR", _CITY),
}
_SECOND = re.compile(r" #\d+$")  # Outlook has « Titre » twice: of a person, then of a job
# What programs store with a contact for themselves; kinds are read with their values.
_OF_PROGRAMS = re.compile(
    r"(?:.* - (?:type|label|formatted|po box|region|postal code|country|extended address))"
    r"|record id|contact id|file as|create date|priority|sensitivity|account|type de messagerie"
    r"|nom complet de l'adresse de messagerie",
    re.IGNORECASE,
)
_PROGRAMS: Mapping[str, str] = {
    "e mail 1 value": "Google Contacts",
    "phone 1 value": "Google Contacts",
    "e mail address": "Outlook",
    "adresse de messagerie": "Outlook",
    "primary email": "Thunderbird",
    "record id": "HubSpot",
    "lead status": "HubSpot",
    "contact id": "CiviCRM",
    "current employer": "CiviCRM",
}


def find_program(headings: Sequence[str]) -> str | None:
    """Return the program that wrote a contact table; "" if unknown, None for other tables.

    A table holds contacts if people's names are in parts, or if it has a program's own columns.
    """
    keys = [_key(heading) for heading in headings]
    known = next((_MADE_BY[key] for key in keys if key in _MADE_BY), None)
    parts = {_SLOTS[key] for key in keys if key in _SLOTS}
    has_given, has_family = (("N", place, ()) in parts for place in (_GIVEN, _FAMILY))
    is_in_parts = has_given and has_family
    return (known or "") if is_in_parts or (known and ("FN", 0, ()) in parts) else None


def contact_entries(rows: Sequence[NamedRow], category: str) -> Entries:
    """Read the rows of a contact table; `category` is that of those without an organisation."""
    slots = {heading: _slot(heading) for heading in headings_of(rows)}
    return TableEntries(rows, partial(_entry, slots, category))


def _entry(
    slots: Mapping[str, _Slot | None], category: str, line: int, row: dict[str, str]
) -> PartnerEntry:
    filled = {heading: cell for heading, cell in row.items() if cell.strip()}
    entry = contact_entry(tuple(_properties(filled, slots)), category)
    unknown = {
        heading
        for heading in filled
        if slots.get(heading) is None
        and not _OF_PROGRAMS.fullmatch(heading)
        and not is_reasons(heading)
    }
    return checked(replace(entry, raw=row, line=line, not_taken=entry.not_taken | unknown))


def _properties(row: Mapping[str, str], slots: Mapping[str, _Slot | None]) -> Iterator[Property]:
    """Yield the properties of a row; the parts of a name, organisation or address are combined."""
    structures: dict[tuple[str, tuple[str, ...]], dict[int, str]] = {}
    for heading, cell in row.items():
        slot = slots.get(heading)
        if slot is None:
            continue
        name, place, types = slot
        types = types or _kinds_beside(heading, row)
        if name in ("N", "ORG", "ADR"):
            structures.setdefault((name, types), {})[place] = cell
        else:
            # Google separates several values of one kind with :::.
            for value in cell.split(" ::: "):
                yield Property(name, (value,), frozenset(types), "")
    for (name, types), parts in structures.items():
        values = tuple(parts.get(place, "") for place in range(max(parts) + 1))
        yield Property(name, values, frozenset(types), "")


def _kinds_beside(heading: str, row: Mapping[str, str]) -> tuple[str, ...]:
    """Return the kind that Google writes in the column before a value: `Phone 1 - Type`."""
    start, mark, _rest = heading.rpartition(" - ")
    if not mark:
        return ()
    said = row.get(f"{start} - Type") or row.get(f"{start} - Label") or ""
    return tuple(fold_words(said).split())


def _slot(heading: str) -> _Slot | None:
    numbered = _NUMBERED.fullmatch(heading.strip())
    if numbered:
        kind = numbered[1].lower().replace("-", "")
        name, place = _NUMBERED_SLOTS.get((kind, numbered[3].lower()), ("", 0))
        return (name, place, ()) if name else None
    key = _key(heading)
    several = _SLOTS.get(key.rstrip(digits))  # Phone 1, Phone 2: each counts; not Address 2
    return _SLOTS.get(key) or (several if several and several[0] in ("TEL", "EMAIL") else None)


def _key(heading: str) -> str:
    """Return the key of a heading: first_name, First Name and FirstName have the same."""
    return fold_words(_SECOND.sub(" again", heading.replace("_", " "))).replace(" ", "")


_MADE_BY = {_key(heading): program for heading, program in _PROGRAMS.items()}
_SLOTS = {_key(name): slot for slot, names in _COLUMNS.items() for name in names.split("|")}
