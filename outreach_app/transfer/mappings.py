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
        "اسم الشريك", "الشريك", "الجهة", "اسم الجهة", "الهيئة", "اسم الهيئة", "المؤسسة",
        "اسم المؤسسة", "الشركة",
        "اسم الشركة", "المقاولة", "التعاونية", "nom arabe", "nom ar", "nom en arabe",
        "name in arabic", "arabic name",
        "تسمية الجمعية", "اسم الإقامة", "الإقامة", "اسم المحل", "اسم المكتب", "اسم المدرسة",
        "الاسم والنسب", "الاسم الشخصي والعائلي"),
    "name_fr": (
        "name_fr", "nom", "name", "nom fr", "nom français", "nom en français", "association",
        "nom association", "partenaire", "organisme", "organisation", "dénomination",
        "raison sociale", "société", "entreprise", "company", "company name", "organization",
        "account name", "name in french", "french name", "latin name", "nom latin", "intitulé",
        "organization name", "organisation name", "ngo name", "partner", "partner name",
        "structure", "établissement", "institution", "nom organisme", "nom structure",
        "nom partenaire", "nom société",
        "الاسم بالفرنسية",
        "asso", "assoc", "nom assoc", "dénomination association", "intitulé association",
        "association coopérative", "association interlocuteur", "nom établissement",
        "établissement scolaire", "résidence",
        "nom et prénom", "nom complet", "prénom et nom",
        "nom résidence", "copropriété", "syndic", "cabinet", "nom cabinet", "office"),
    "category": ("category", "catégorie", "classification", "classement", "catégorie partenaire",
                 "partner category", "الفئة", "الصنف", "التصنيف", "صنف الشريك", "فئة الشريك"),
    "type": ("type", "النوع", "نوع الجمعية", "نوع الشريك", "profession", "métier", "activité",
             "domaine activité", "secteur activité", "type partenaire", "المهنة",
             "النشاط", "مجال النشاط", "التخصص", "activity", "kind",
        "type association", "domaine", "domaine intervention", "domaines intervention",
        "secteur", "نوع النشاط", "مجال الاشتغال", "مجال التدخل", "مجال العمل"),
    "place": (
        "place", "address", "adresse", "siège", "lieu", "العنوان", "المقر",
        "عنوان المقر", "adresse siège", "adresse postale", "localisation", "emplacement",
        "siège social", "المكان", "الموقع", "المقر الاجتماعي", "postal address", "location",
        "adr", "adresse complète", "adresse du siège social", "العنوان الكامل"),
    "quarter": ("quarter", "quartier", "neighbourhood", "neighborhood", "الحي"),
    "phone": (
        "phone", "telephone", "téléphone", "tél", "tel", "gsm", "mobile", "portable", "الهاتف",
        "الهاتف النقال", "رقم الهاتف", "phone number", "numéro téléphone", "fixe", "tél fixe",
        "téléphone fixe", "téléphone portable", "tél portable", "tél mobile", "whatsapp",
        "telephone number", "mobile number", "cell phone", "الهاتف الثابت", "الهاتف المحمول",
        "النقال", "المحمول", "الجوال", "واتساب",
        "tél fax", "télé", "contact téléphonique", "numéro gsm", "الهاتف النقال للجمعية"),
    "email": ("email", "e-mail", "mail", "mél", "courriel", "adresse électronique",
              "adresse email", "adresse e-mail", "adresse mail", "courrier électronique",
              "messagerie", "email address", "e-mail address", "البريد الإلكتروني", "البريد",
              "عنوان البريد", "عنوان البريد الإلكتروني", "الإيميل", "العنوان الإلكتروني"),
    "note": ("note", "notes", "remarque", "remarques", "observation", "observations",
             "commentaire", "commentaires", "remark", "remarks", "comment", "comments", "ملاحظة",
             "ملاحظات", "تعليق", "معلومات إضافية",
        "obs", "remarques diverses"),
    "receipt_number": ("receipt_number", "receipt", "receipt number", "récépissé",
                       "numéro récépissé", "récépissé dépôt", "numéro récépissé dépôt", "الوصل",
                       "رقم الوصل", "وصل الإيداع", "رقم وصل الإيداع", "الوصل القانوني",
        "numéro récépissé définitif", "récépissé définitif", "رقم الوصل النهائي",
        "رقم وصل الإيداع النهائي", "الوصل النهائي"),
    "receipt_on": ("receipt_on", "receipt date", "date récépissé", "date récépissé dépôt",
                   "تاريخ الوصل", "تاريخ وصل الإيداع"),
    "person_ar": ("person_ar", "الرئيس", "اسم الرئيس", "المسؤول", "الممثل", "اسم الممثل",
                  "الشخص المكلف", "المخاطب", "رئيس الجمعية", "اسم المسؤول", "اسم المخاطب",
                  "الرئيسة", "المدير", "المسير", "جهة الاتصال", "الممثل القانوني",
                  "الشخص المخاطب", "الشخص المسؤول", "الشخص المرجعي", "المكلف بالاتصال",
        "رئيس ة الجمعية", "اسم ولقب الرئيس", "اسم ونسب الرئيس", "اسم المدير", "المدير ة",
        "وكيل الاتحاد", "السنديك", "الكاتب العام"),
    "person_fr": ("person_fr", "person", "contact", "président", "présidente", "nom président",
                  "responsable", "représentant", "interlocuteur", "contact name", "nom contact",
                  "nom responsable", "nom représentant", "représentant légal", "gérant",
                  "directeur", "personne à contacter", "contact person", "president", "manager",
                  "representative",
        "resp", "pdt", "nom et prénom président", "nom président e", "nom de la présidente",
        "secrétaire général", "directeur directrice", "nom directeur", "nom du syndic",
        "chef établissement"),
    "capacity_ar": ("capacity_ar", "الصفة", "المهمة", "صفة الممثل", "الوظيفة", "المنصب",
                    "الصفة داخل الجمعية"),
    "capacity_fr": ("capacity_fr", "capacity", "qualité", "fonction", "titre", "title", "role",
                    "rôle", "poste", "job title", "position", "function"),
    "person_phone": ("person_phone", "هاتف الرئيس", "هاتف المسؤول", "هاتف الممثل",
                     "رقم هاتف الرئيس", "رقم هاتف المسؤول",
                     "téléphone président", "tél président", "téléphone responsable",
                     "téléphone contact", "contact phone",
        "gsm président", "mobile président", "portable président", "gsm responsable",
        "mobile responsable", "gsm contact", "tél responsable", "tél contact",
        "الهاتف النقال للرئيس"),
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
# How offices shorten words of headings: « Nbre prés. », « Assoc. / interlocuteur ».
_SHORT = {"nb": "nombre", "nbr": "nombre", "nbre": "nombre", "pres": "presents",
          "asso": "association", "assoc": "association", "obs": "observations",
          "part": "participants", "ع": "عدد"}  # fmt: skip
_MOBILE = frozenset({"gsm", "mobile", "portable", "نقال", "محمول", "جوال"})
PARTNERS = "mapping."
_MAX_NAME = 50  # with its prefix it is the key of a draft


def guess_mapping(headings: Iterable[str], of: Headings = HEADINGS) -> dict[str, str]:
    """Return the field of each usual heading; the first of two has it, but a mobile number beside
    another one, or beside a person's name, is that of the person."""
    known = {_key(name): field for field, names in of.items() for name in names}
    mapping: dict[str, str] = {}
    # A full name is that of a partner if no other column is.
    for heading in sorted(headings, key=lambda each: _key(each) in _FULL_NAMES):
        key = _key(heading)
        field = known.get(key) or known.get(key.removesuffix("1"))  # the first of several
        if key in _FULL_NAMES and field is not None and NAMES & {*mapping.values()}:
            field = field.replace("name", "person")
        if field == "phone" and field in mapping.values():
            _take_mobile(mapping, heading)
        elif field is not None and field not in mapping.values():
            mapping[heading] = field
    _give_mobile(mapping)
    return mapping


def _give_mobile(mapping: dict[str, str]) -> None:
    """Give the only number of a table that names people to them, if it is a mobile number."""
    fields = {*mapping.values()}
    if fields & {"person_ar", "person_fr"} and "person_phone" not in fields:
        mobiles = [name for name, field in mapping.items() if field == "phone" and _is_mobile(name)]
        mapping.update(dict.fromkeys(mobiles, "person_phone"))


def _take_mobile(mapping: dict[str, str], heading: str) -> None:
    """Give the mobile number of two columns to the person, if no column is that already."""
    former = next(name for name, field in mapping.items() if field == "phone")
    if "person_phone" in mapping.values():
        return
    if _is_mobile(heading):
        mapping[heading] = "person_phone"
    elif _is_mobile(former):
        mapping |= {former: "person_phone", heading: "phone"}


def _is_mobile(heading: str) -> bool:
    return any(word in _MOBILE for word in map(bare, fold_words(heading).split()))


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
    folded = fold_words(heading.replace("_", " ")).split()
    words = [_SHORT.get(word, word) for word in folded]
    return "".join(bare(word) for word in words if word not in _NOISE) or "".join(words)


_FULL_NAMES = frozenset(
    map(_key, ("nom et prénom", "nom complet", "prénom et nom", "الاسم والنسب",
               "الاسم الشخصي والعائلي"))
)  # fmt: skip


def _each_field_once(mapping: dict[str, str]) -> dict[str, str]:
    fields = list(mapping.values())
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice is not None:
        message = _("Two columns of the mapping have the field {field}.").format(field=twice)
        raise UnreadableFile(message)
    return mapping
