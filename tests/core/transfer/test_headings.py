"""Columns are recognised by their headings."""

import pytest

from outreach_app.transfer import publications_file, readings_file
from outreach_app.transfer.communication_tables import AWARENESS, REMARKS, RUMOURS
from outreach_app.transfer.mappings import HEADINGS, Headings, guess_mapping
from outreach_app.transfer.meetings_table import MEETINGS

EVERYDAY = {
    "email": ("البريد", "البريد الالكتروني", "Adresse mail", "E-mail address"),
    "category": ("التصنيف", "Classification", "Catégorie de partenaire"),
    "phone": ("الهاتف المحمول", "الجوال", "Tél. fixe", "Mobile number"),
    "place": ("المكان", "Localisation", "Adresse postale", "Location"),
    "person_ar": ("رئيس الجمعية", "جهة الاتصال"),
    "person_fr": (
        "Nom du responsable",
        "Personne à contacter",
        "Contact person",
        "Resp.",
        "Nom et prénom du président",
        "Directeur / Directrice",
    ),
    "capacity_fr": ("Poste", "Position"),
    "capacity_ar": ("الوظيفة", "المنصب"),
    "note": ("Commentaires", "Comments", "تعليق"),
    "receipt_number": ("وصل الإيداع", "N° du récépissé de dépôt"),
}


@pytest.mark.parametrize(("field", "heading"), [(f, h) for f, names in EVERYDAY.items()
                                                for h in names])  # fmt: skip
def test_the_everyday_words_for_a_field_are_known(field: str, heading: str) -> None:
    assert guess_mapping([heading]) == {heading: field}


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            ("Association", "Tél.", "GSM", "Resp."),
            ("name_fr", "phone", "person_phone", "person_fr"),
        ),
        (("GSM", "Tél fixe"), ("person_phone", "phone")),
        (("الجمعية", "الهاتف الثابت", "الهاتف النقال"), ("name_ar", "phone", "person_phone")),
        (("Nom et prénom", "Profession"), ("name_fr", "type")),
        (("Association", "Nom et prénom"), ("name_fr", "person_fr")),
    ],
)
def test_columns_beside_one_another_tell_whose_they_are(
    headings: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert guess_mapping(headings) == dict(zip(headings, fields, strict=True))


@pytest.mark.parametrize(
    "table", [HEADINGS, RUMOURS, REMARKS, AWARENESS, publications_file.HEADINGS,
              readings_file.HEADINGS, MEETINGS]
)  # fmt: skip
def test_no_heading_stands_for_two_fields(table: Headings) -> None:
    for field, names in table.items():
        assert {name: guess_mapping([name], table) for name in names} == {
            name: {name: field} for name in names
        }
