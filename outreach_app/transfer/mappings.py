"""Mappings of a table's columns to fields: guessed, given in a file, or saved for a noun."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock, i18n
from outreach_app.errors import InvalidDraft, Problem, UnreadableFile
from outreach_app.i18n import ScreenLanguage
from outreach_app.i18n import gettext as _
from outreach_app.models import SavedDraft
from outreach_app.queries.drafts import find_draft
from outreach_app.rights import Right, use_case
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.text import clean_line, language_of
from outreach_app.services.drafts import discard_draft, save_draft
from outreach_app.transfer.json_file import read_json
from outreach_app.untrusted_files import MAX_SMALL

Headings = Mapping[str, tuple[str, ...]]

# What every table of something that has kinds calls them.
KIND = ("kind", "nature", "type", "catégorie", "category", "النوع", "الصنف", "التصنيف")

# The usual headings for each field of a partner, in the three languages of files.
HEADINGS: Headings = {
    "name_ar": (
        "name_ar", "الاسم", "الاسم بالعربية", "الاسم الكامل", "التسمية", "اسم الجمعية", "الجمعية",
        "اسم الشريك", "الشريك", "الهيئة", "اسم الهيئة", "المؤسسة", "اسم المؤسسة", "الشركة",
        "اسم الشركة", "المقاولة", "التعاونية", "nom arabe", "nom ar", "nom en arabe",
        "name in arabic", "arabic name",
    ),
    "name_fr": (
        "name_fr", "nom", "name", "nom fr", "nom français", "nom en français", "association",
        "nom association", "partenaire", "organisme", "organisation", "dénomination",
        "raison sociale", "société", "entreprise", "company", "company name", "organization",
        "account name", "name in french", "french name", "latin name", "nom latin", "intitulé",
        "organization name", "organisation name", "ngo name", "partner", "partner name",
        "structure", "établissement", "institution", "nom organisme", "nom structure",
        "nom partenaire", "nom société",
        "الاسم بالفرنسية",
    ),
    "category": ("category", "catégorie", "classification", "classement", "catégorie partenaire",
                 "partner category", "الفئة", "الصنف", "التصنيف", "صنف الشريك", "فئة الشريك"),
    "type": ("type", "النوع", "نوع الجمعية", "نوع الشريك", "profession", "métier", "activité",
             "domaine activité", "secteur activité", "type partenaire", "المهنة",
             "النشاط", "مجال النشاط", "التخصص", "activity", "kind"),
    "place": (
        "place", "address", "adresse", "siège", "lieu", "العنوان", "المقر",
        "عنوان المقر", "adresse siège", "adresse postale", "localisation", "emplacement",
        "siège social", "المكان", "الموقع", "المقر الاجتماعي", "postal address", "location",
    ),
    "quarter": ("quarter", "quartier", "neighbourhood", "neighborhood", "الحي"),
    "phone": (
        "phone", "telephone", "téléphone", "tél", "tel", "gsm", "mobile", "portable", "الهاتف",
        "الهاتف النقال", "رقم الهاتف", "phone number", "numéro téléphone", "fixe", "tél fixe",
        "téléphone fixe", "téléphone portable", "tél portable", "tél mobile", "whatsapp",
        "telephone number", "mobile number", "cell phone", "الهاتف الثابت", "الهاتف المحمول",
        "النقال", "المحمول", "الجوال", "واتساب",
    ),
    "email": ("email", "e-mail", "mail", "mél", "courriel", "adresse électronique",
              "adresse email", "adresse e-mail", "adresse mail", "courrier électronique",
              "messagerie", "email address", "e-mail address", "البريد الإلكتروني", "البريد",
              "عنوان البريد", "عنوان البريد الإلكتروني", "الإيميل", "العنوان الإلكتروني"),
    "note": ("note", "notes", "remarque", "remarques", "observation", "observations",
             "commentaire", "commentaires", "remark", "remarks", "comment", "comments", "ملاحظة",
             "ملاحظات", "تعليق", "معلومات إضافية"),
    "receipt_number": ("receipt_number", "receipt", "receipt number", "récépissé",
                       "numéro récépissé", "récépissé dépôt", "numéro récépissé dépôt", "الوصل",
                       "رقم الوصل", "وصل الإيداع", "رقم وصل الإيداع", "الوصل القانوني"),
    "receipt_on": ("receipt_on", "receipt date", "date récépissé", "date récépissé dépôt",
                   "تاريخ الوصل", "تاريخ وصل الإيداع"),
    "person_ar": ("person_ar", "الرئيس", "اسم الرئيس", "المسؤول", "الممثل", "اسم الممثل",
                  "الشخص المكلف", "المخاطب", "رئيس الجمعية", "اسم المسؤول", "اسم المخاطب",
                  "الرئيسة", "المدير", "المسير", "جهة الاتصال", "الممثل القانوني",
                  "الشخص المخاطب", "الشخص المسؤول", "الشخص المرجعي", "المكلف بالاتصال"),
    "person_fr": ("person_fr", "person", "contact", "président", "présidente", "nom président",
                  "responsable", "représentant", "interlocuteur", "contact name", "nom contact",
                  "nom responsable", "nom représentant", "représentant légal", "gérant",
                  "directeur", "personne à contacter", "contact person", "president", "manager",
                  "representative"),
    "capacity_ar": ("capacity_ar", "الصفة", "المهمة", "صفة الممثل", "الوظيفة", "المنصب",
                    "الصفة داخل الجمعية"),
    "capacity_fr": ("capacity_fr", "capacity", "qualité", "fonction", "titre", "title", "role",
                    "rôle", "poste", "job title", "position", "function"),
    "person_phone": ("person_phone", "هاتف الرئيس", "هاتف المسؤول", "هاتف الممثل",
                     "رقم هاتف الرئيس", "رقم هاتف المسؤول",
                     "téléphone président", "tél président", "téléphone responsable",
                     "téléphone contact", "contact phone"),
    "person_email": ("person_email", "email président", "email responsable", "email contact",
                     "contact email", "بريد الرئيس", "بريد المسؤول"),
    "is_named_after_person": ("is_named_after_person", "nom d’une personne",
                              "porte le nom d’une personne", "bears a person's name",
                              "le cabinet porte le nom d’une personne", "يحمل اسم شخص",
                              "المكتب يحمل اسم شخص"),
}  # fmt: skip
NAMES = frozenset({"name_ar", "name_fr"})
# Words that do not help to identify a column: «N° de téléphone», «Nom du président».
_NOISE = frozenset({"n", "no", "numero", "de", "du", "des", "la", "le", "les", "رقم"})
PARTNERS = "mapping."
_MAX_NAME = 50  # with its prefix it is the key of a draft


def guess_mapping(headings: Iterable[str], of: Headings = HEADINGS) -> dict[str, str]:
    """Return the field of each usual heading; the first of two has it."""
    known = {_key(name): field for field, names in of.items() for name in names}
    mapping: dict[str, str] = {}
    for heading in headings:
        key = _key(heading)
        field = known.get(key) or known.get(key.removesuffix("1"))  # the first of several
        if field is not None and field not in mapping.values():
            mapping[heading] = field
    return mapping


def heading_words(field: str, of: Headings) -> str:
    """Return a usual heading for a field, in the language of the screen."""
    screen = i18n.screen()
    if screen is ScreenLanguage.ENGLISH:
        return field
    names = (name for name in of[field] if name != field and language_of(name) is screen.written)
    return next(names, field)


def read_mapping(path: Path, of: Headings = HEADINGS) -> dict[str, str]:
    """Read a mapping file: a JSON object of column headings to fields. Raises UnreadableFile."""
    _text, mapping = read_json(path, most=MAX_SMALL)
    known = tuple(of)  # a value that is no text cannot be looked up in a dict
    if isinstance(mapping, dict) and all(field in known for field in mapping.values()):
        fields: dict[str, str] = mapping
        return _each_field_once(fields)
    message = _("A mapping assigns a field to each column. The fields are: {fields}.")
    raise UnreadableFile(message.format(fields=", ".join(of)))


def list_mappings(session: Session, key: str = PARTNERS) -> dict[str, dict[str, str]]:
    """Return the saved mappings of a noun by name; the keys of its drafts begin with `key`."""
    kept = SavedDraft.key
    statement = select(kept).where(kept.startswith(key, autoescape=True)).order_by(kept)
    mappings: dict[str, dict[str, str]] = {}
    for name in session.scalars(statement):
        found = find_draft(session, name, dict[str, str])
        if found is not None:
            mappings[name.removeprefix(key)] = found.draft
    return mappings


@use_case(Right.KEEP_DRAFTS)
def save_mapping(
    session: Session, name: str, mapping: Mapping[str, str], key: str = PARTNERS
) -> str:
    """Save a mapping under a name, replacing the former one; return the name.

    Raises InvalidDraft.
    """
    line = clean_line(name)
    if not line or len(line) > _MAX_NAME:
        message = _("Give the mapping a name of at most {most} characters.")
        message = message.format(most=_MAX_NAME)
        raise InvalidDraft(message, [Problem("name", "invalid_name", message)])
    save_draft(session, key + line, dict(mapping), clock.now())
    return line


@use_case(Right.KEEP_DRAFTS)
def discard_mapping(session: Session, name: str, key: str = PARTNERS) -> None:
    """Discard a saved mapping."""
    discard_draft(session, key + name)


def _key(heading: str) -> str:
    words = fold_words(heading.replace("_", " ")).split()
    return "".join(bare(word) for word in words if word not in _NOISE) or "".join(words)


def _each_field_once(mapping: dict[str, str]) -> dict[str, str]:
    fields = list(mapping.values())
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice is not None:
        message = _("Two columns of the mapping have the field {field}.").format(field=twice)
        raise UnreadableFile(message)
    return mapping
