"""Tables of contacts of other programs are imported completely as contacts."""

from pathlib import Path

import pytest

from outreach_app.transfer.address_books import find_program
from outreach_app.transfer.named_rows import headings_of
from outreach_app.transfer.partner_entries import PartnerEntry
from outreach_app.transfer.partners_file import read_partners, read_rows

# The columns that matter of each program's export, and one invented contact.
GOOGLE = (
    ("First Name,Last Name,Organization Name,Organization Title,Notes,E-mail 1 - Label,"
    "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,"
    "Address 1 - Label,Address 1 - Street,Address 1 - City"),
    ("Nadia,Alami,Association Al Amal,Présidente,le mardi,Work,nadia@amal.example,Work,"
    "05 22 98 76 54,Home,05 22 11 11 11,Work,\"12, rue Ibn Batouta\",Casablanca"),
)  # fmt: skip
OLD_GOOGLE = (
    ("Name,Given Name,Family Name,Notes,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
    "Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Address 1 - Type,Address 1 - Street,"
    "Address 1 - City,Organization 1 - Name,Organization 1 - Title"),
    ("Nadia Alami,Nadia,Alami,le mardi,* Work,nadia@amal.example,Work,05 22 98 76 54,Home,"
    "05 22 11 11 11,Work,\"12, rue Ibn Batouta\",Casablanca,Association Al Amal,Présidente"),
)  # fmt: skip
OUTLOOK = (
    ("First Name,Last Name,Notes,E-mail Address,Home Phone,Business Phone,Company,Job Title,"
    "Business Street,Business City"),
    ("Nadia,Alami,le mardi,nadia@amal.example,05 22 11 11 11,05 22 98 76 54,Association Al Amal,"
    "Présidente,\"12, rue Ibn Batouta\",Casablanca"),
)  # fmt: skip
FRENCH_OUTLOOK = (
    ("Titre,Prénom,Nom,Société,Titre,Rue (bureau),Ville (bureau),Téléphone (bureau),"
    "Téléphone (domicile),Adresse de messagerie,Notes"),
    ("Mme,Nadia,Alami,Association Al Amal,Présidente,\"12, rue Ibn Batouta\",Casablanca,"
    "05 22 98 76 54,05 22 11 11 11,nadia@amal.example,le mardi"),
)  # fmt: skip
FRENCH_OUTLOOK_365 = (
    ("Prénom,Nom,Adresse de messagerie,Téléphone (domicile),Téléphone (bureau),Société,Fonction,"
    "Rue (bureau),Ville (bureau),Notes"),
    ("Nadia,Alami,nadia@amal.example,05 22 11 11 11,05 22 98 76 54,Association Al Amal,Présidente,"
    "\"12, rue Ibn Batouta\",Casablanca,le mardi"),
)  # fmt: skip
THUNDERBIRD = (
    ("First Name,Last Name,Display Name,Primary Email,Work Phone,Home Phone,Work Address,Work City,"
    "Job Title,Organization,Notes"),
    ("Nadia,Alami,Nadia Alami,nadia@amal.example,05 22 98 76 54,05 22 11 11 11,"
    "\"12, rue Ibn Batouta\",Casablanca,Présidente,Association Al Amal,le mardi"),
)  # fmt: skip
HUBSPOT = (
    ("Record ID,First Name,Last Name,Email,Phone Number,Home Phone,Job Title,Company Name,"
    "Street Address,City,Notes"),
    ("1,Nadia,Alami,nadia@amal.example,05 22 98 76 54,05 22 11 11 11,Présidente,"
    "Association Al Amal,\"12, rue Ibn Batouta\",Casablanca,le mardi"),
)  # fmt: skip
CIVICRM = (
    ("Contact ID,First Name,Last Name,Current Employer,Job Title,Street Address,City,Phone,"
    "Home Phone,Email,Notes"),
    ("1,Nadia,Alami,Association Al Amal,Présidente,\"12, rue Ibn Batouta\",Casablanca,"
    "05 22 98 76 54,05 22 11 11 11,nadia@amal.example,le mardi"),
)  # fmt: skip


def write(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "contacts.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def read(tmp_path: Path, *lines: str) -> PartnerEntry:
    (entry,) = read_partners(write(tmp_path, *lines))
    return entry


@pytest.mark.parametrize(
    ("table", "program"),
    [
        (GOOGLE, "Google Contacts"), (OLD_GOOGLE, "Google Contacts"), (OUTLOOK, "Outlook"),
        (FRENCH_OUTLOOK, "Outlook"), (FRENCH_OUTLOOK_365, "Outlook"),
        (THUNDERBIRD, "Thunderbird"), (HUBSPOT, "HubSpot"), (CIVICRM, "CiviCRM"),
    ],
)  # fmt: skip
def test_the_contacts_of_a_program_are_known_by_their_headings(
    tmp_path: Path, table: tuple[str, str], program: str
) -> None:
    assert find_program(headings_of(read_rows(write(tmp_path, *table)))) == program
    entry = read(tmp_path, *table)
    assert (entry.partner.name_fr, entry.partner.place) == (
        "Association Al Amal",
        "12, rue Ibn Batouta, Casablanca",
    )
    assert entry.person is not None
    assert (entry.person.name_fr, entry.person.capacity_fr) == ("Nadia Alami", "Présidente")
    assert (entry.person.phone, entry.person.email) == ("05 22 98 76 54", "nadia@amal.example")
    assert {"ملاحظات بطاقة الاتصال", "هاتف أو بريد شخصي"} <= entry.not_taken
    assert "11 11 11" not in repr((entry.partner, entry.person, entry.to_complete))


def test_a_list_of_an_office_of_its_own_is_read_alike(tmp_path: Path) -> None:
    entry = read(tmp_path, "الجمعية;الاسم الشخصي;النسب;الهاتف", "جمعية النور;محمد;بناني;0661234568")
    assert entry.partner.name_ar == "جمعية النور"
    assert entry.person is not None
    assert (entry.person.name_ar, entry.person.phone) == ("محمد بناني", "0661234568")


def test_a_family_name_alone_is_told(tmp_path: Path) -> None:
    entry = read(tmp_path, "Prénom;Nom;Société;Tél", ";Alami;Association Al Amal;0522987654")
    assert [problem.code for problem in entry.to_complete] == ["surname_alone"]
    assert entry.person is not None


@pytest.mark.parametrize(
    "headings", [["Nom", "Téléphone"], ["الاسم", "الرئيس"], ["Name", "Email"], ["Prénom", "Âge"]]
)
def test_a_list_of_partners_is_not_taken_for_contacts(headings: list[str]) -> None:
    assert find_program(headings) is None


def test_a_mapping_decides_against_the_headings(tmp_path: Path) -> None:
    (entry,) = read_partners(write(tmp_path, *OUTLOOK), {"Last Name": "name_fr"})
    assert (entry.partner.name_fr, entry.person) == ("Alami", None)


def test_numbered_telephones_all_come_in_and_a_second_line_of_address_is_told(
    tmp_path: Path,
) -> None:
    headings = "First Name,Last Name,Phone 1,Phone 2,Email 1,Address 1,Address 2"
    row = "Nadia,Alami,0522987654,0522987655,nadia@amal.example,12 rue des Fleurs,Bloc 3"
    entry = read(tmp_path, headings, row)
    partner = entry.partner
    assert (partner.phone, partner.email) == ("0522987654", "nadia@amal.example")
    assert partner.others == "0522987655"
    assert entry.not_taken == {"Address 2"}


@pytest.mark.parametrize(
    "headings",
    [
        "first_name,last_name,company,phone_work,email_work",
        "FirstName,LastName,Account Name,Phone,Email",
        "firstname,lastname,company,phone,email",
    ],
)
def test_names_of_columns_are_known_however_their_words_are_joined(
    tmp_path: Path, headings: str
) -> None:
    entry = read(
        tmp_path, headings, "Nadia,Alami,Association Al Amal,0522987654,nadia@amal.example"
    )
    assert entry.person is not None
    assert (entry.partner.name_fr, entry.person.name_fr) == ("Association Al Amal", "Nadia Alami")
    assert (entry.person.phone, entry.person.email) == ("0522987654", "nadia@amal.example")
    assert not entry.not_taken
