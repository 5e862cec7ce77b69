"""Contact cards of phones and office programs: what is imported, and what is not."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import isolate
from outreach_app.queries.partners import list_partners
from outreach_app.transfer.partner_cards import read_cards
from outreach_app.transfer.partner_entries import PartnerEntry
from outreach_app.transfer.refused_rows import write_refused
from outreach_app.transfer.reports import FailedRow
from tests.core.transfer import card_samples
from tests.core.transfer.test_partners import bring_in

CARDS = [value for name, value in vars(card_samples).items() if name.isupper() and name[0] != "_"]


def read(tmp_path: Path, *cards: bytes) -> list[PartnerEntry]:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(b"\r\n".join(cards))
    return read_cards(file, "pt.liberal")


@pytest.mark.parametrize(
    ("card", "body", "person"),
    [
        (card_samples.OUTLOOK, "Association Été Solidaire",
         ("Zineb Lahlou", "Trésorière, Section jeunesse", "05 22 98 76 54",
          "zineb@ete-solidaire.example")),
        (card_samples.OUTLOOK_ARABIC, "ودادية الياسمين",
         ("أمينة العلوي", None, "+212 661-000-001", None)),
        (card_samples.GOOGLE, "Association Annakhil",
         ("Khalid Idrissi", "Président, fondateur", "0612-345678", "khalid@annakhil.example")),
        (card_samples.IPHONE,
         "جمعية حي السلام للتنمية والثقافة والرياضة وحماية البيئة بالدار البيضاء",
         ("سعيد بناني", "الكاتب العام", "٠٦٦١ ٠٠ ٠٠ ٠٢", "said@salam.example")),
        (card_samples.THUNDERBIRD, "Amicale des commerçants",
         ("Rachid El Fassi", "Président, Bureau", "+212-522-00-00-06", "rachid@quartier.example")),
        (card_samples.BLACKBERRY, "Syndicat des taxis", ("Samira Tazi", None, "0522000008", None)),
        (card_samples.LOTUS, "Chambre des métiers",
         ("Omar Chraïbi", "Délégué", "0522000010", "omar@chambre.example")),
        (card_samples.WITH_ASSISTANT, "Amicale du Port", ("Adil Naciri", None, "0522000012", None)),
    ],
)  # fmt: skip
def test_a_card_with_an_organisation_gives_a_partner_and_who_speaks_for_it(
    tmp_path: Path, card: bytes, body: str, person: tuple[str | None, ...]
) -> None:
    (entry,) = read(tmp_path, card)
    assert not entry.problems
    assert body in (entry.partner.name_ar, entry.partner.name_fr)
    assert not entry.partner.is_named_after_person
    who = entry.person
    assert who is not None
    said = (who.name_ar or who.name_fr, who.capacity_ar or who.capacity_fr, who.phone, who.email)
    assert said == person
    assert (entry.partner.phone, entry.partner.email) == (None, None)


def test_an_address_is_that_of_the_work(tmp_path: Path) -> None:
    places = [entry.partner.place for entry in read(tmp_path, card_samples.OUTLOOK)]
    assert places == ["12, rue des Écoles Hay Salam, Casablanca"]
    (arabic,) = read(tmp_path, card_samples.IPHONE)
    assert arabic.partner.place == "شارع النصر، الدار البيضاء"
    (google,) = read(tmp_path, card_samples.GOOGLE)
    assert google.partner.place is None


def test_a_card_without_an_organisation_becomes_a_partner_named_after_the_person(
    tmp_path: Path,
) -> None:
    android, lawyer = read(tmp_path, card_samples.ANDROID, card_samples.LIBERAL)
    assert android.partner.name_ar == "نادية المرابط"
    assert (android.partner.category, android.partner.type) == ("pt.liberal", "pr.pharmacist")
    assert lawyer.partner.name_fr == "Hind Kabbaj"
    assert (lawyer.partner.type, lawyer.partner.phone) == ("pr.lawyer", "0522000011")
    assert all(entry.partner.is_named_after_person for entry in (android, lawyer))
    assert android.person is None


def test_the_card_of_a_firm_has_nobody_in_it(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, card_samples.IPHONE_COMPANY)
    assert (entry.partner.name_fr, entry.partner.phone) == ("Pharmacie du Parc", "05 22 00 00 04")
    assert (entry.person, entry.partner.is_named_after_person) == (None, False)


def test_what_the_law_forbids_to_hold_is_left_out_and_said(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, card_samples.GOOGLE)
    words = {"تاريخ الازدياد", "الصورة", "عنوان السكن", "هاتف أو بريد شخصي"}
    assert words <= entry.not_taken
    assert "1970" not in repr((entry.partner, entry.person))
    assert "maison" not in repr((entry.partner, entry.person))


def test_private_numbers_are_never_taken_for_want_of_others(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, card_samples.PRIVATE)
    assert entry.person is not None
    assert (entry.person.phone, entry.person.email) == (None, None)
    assert "هاتف أو بريد شخصي" in entry.not_taken


def test_a_group_of_contacts_is_refused_as_such(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(card_samples.GROUP + card_samples.GOOGLE)
    report = bring_in(database, file)
    assert report.created == 1
    assert [row.problems[0].code for row in report.failed] == ["group_card"]


def test_a_broken_card_goes_in_with_what_can_be_read_and_says_what_cannot(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(
        b"\xef\xbb\xbf" + card_samples.CUT + card_samples.DAMAGED + card_samples.WRONG_PHONE
        + card_samples.WITH_ASSISTANT + card_samples.GOOGLE + card_samples.LIBERAL
    )  # fmt: skip
    report = bring_in(database, file)
    assert (report.created, report.failed) == (6, [])
    assert [(row.line, row.problems[0].code) for row in report.incomplete[:4]] == [
        (1, "cut_card"),
        (5, "unreadable_line"),
        (10, "invalid_phone"),
        (15, "card_inside"),
    ]
    assert "ce n'est pas une ligne" in report.incomplete[1].problems[0].message
    with database.read() as session:
        names = {row.name.fr for row in list_partners(session)}
        assert {"Association Sans Fin", "Perdue", "Faux Numero"} <= names
    refused = tmp_path / "refused.vcf"
    write_refused(refused, report.not_whole)
    assert report.incomplete[2].problems[0].message in refused.read_text(encoding="utf-8")
    mended = refused.read_bytes().replace(b"TEL;TYPE=WORK:12", b"TEL;TYPE=WORK:0522000013")
    refused.write_bytes(mended)
    again = bring_in(database, refused)
    assert (again.created, again.updated) == (0, 1)


@pytest.mark.parametrize("end", ["", ";?:", '"'])
def test_a_line_cut_among_its_parameters_costs_nothing_else(tmp_path: Path, end: str) -> None:
    """The library would try every division of it."""
    cut = "ADR;WORK;ENCODING=QUOTE" + "=4D=69" * 40 + end
    card = f"BEGIN:VCARD\nVERSION:2.1\nORG:Amicale du Port\n{cut}\nTEL;WORK:0522000013\nEND:VCARD"
    [entry] = read(tmp_path, card.encode())
    assert (entry.partner.name_fr, entry.partner.phone) == ("Amicale du Port", "0522000013")


def test_only_a_card_without_any_name_stays_out(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=WORK:0522000014\r\nEND:VCARD\r\n"
    file.write_bytes(card + card.replace(b"TEL", b"N:Tazi;Samira\r\nTEL"))
    report = bring_in(database, file)
    assert [(row.line, row.problems[0].code) for row in report.failed] == [(1, "required")]
    assert report.created == 1


def test_nothing_of_work_is_left_out_without_its_words(tmp_path: Path) -> None:
    card = (
        "BEGIN:VCARD", "VERSION:3.0", "FN:Hind Kabbaj", "ORG:Amicale du Port;Section jeunesse",
        "TITLE:Trésorière", "ROLE:Porte-parole", "TEL;TYPE=WORK:05 22 00 00 14 / 05 22 00 00 15",
        "TEL;TYPE=CELL:06 61‑00‑00‑16", "TEL;TYPE=WORK,FAX:0522 00 00 17",
        "EMAIL;TYPE=WORK:hind@port.example", "EMAIL:kabbaj@port.example", "END:VCARD", "",
    )  # fmt: skip
    (entry,) = read(tmp_path, "\r\n".join(card).encode())
    assert entry.person is not None
    assert entry.person.capacity_fr == "Trésorière, Porte-parole, Section jeunesse"
    assert (entry.person.phone, entry.person.email) == ("05 22 00 00 14", "hind@port.example")
    assert (entry.person.others or "").splitlines() == [
        *("05 22 00 00 15", "06 61‑00‑00‑16", "kabbaj@port.example", "0522 00 00 17 (fax)"),
    ]
    assert entry.to_complete == ()


@pytest.mark.parametrize(
    ("name", "category", "type_"),
    [
        ("Pharmacie du Parc", "pt.liberal", "pr.pharmacist"),
        ("صيدلية النخيل", "pt.liberal", "pr.pharmacist"),
        ("مكتب المحامي العلوي", "pt.liberal", "pr.lawyer"),
        ("STE Atlas S.A.R.L.", "pt.company", None),
        ("Association des pharmaciens", "pt.association", None),
        ("ودادية السلام", "pt.association", "as.amicale"),
    ],
)
def test_what_a_partner_is_is_guessed_from_its_name_and_said_to_be(
    tmp_path: Path, name: str, category: str, type_: str | None
) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nORG:{name}\r\nEND:VCARD\r\n"
    (entry,) = read(tmp_path, card.encode())
    assert (entry.partner.category, entry.partner.type) == (category, type_)
    assert entry.is_guessed


@pytest.mark.parametrize(
    "line",
    [
        b"NOTE:CIN AB123456",
        b"NOTE:CIN AB\r\n 123456",
        b"NOTE;ENCODING=QUOTED-PRINTABLE:CIN =41B123456",
        b"ADR;TYPE=WORK:;;rue Atlas BK3;84756;;;",
    ],
)
def test_an_identity_card_number_is_covered_in_the_cards_that_come_back(
    tmp_path: Path, line: bytes
) -> None:
    card = card_samples.WRONG_PHONE.replace(b"END:VCARD", line + b"\r\nEND:VCARD")
    (entry,) = read(tmp_path, card)
    write_refused(tmp_path / "refused.vcf", [FailedRow(1, (), entry.raw)])
    written = (tmp_path / "refused.vcf").read_bytes()
    assert not re.search(rb"[38]4756|3456", written)
    assert written.startswith(card_samples.WRONG_PHONE.partition(b"END:VCARD")[0])


def test_the_same_cards_again_change_nothing(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(card_samples.GOOGLE + card_samples.ANDROID)
    assert bring_in(database, file).created == 2
    again = bring_in(database, file)
    assert (again.created, again.updated, again.skipped, again.guessed) == (0, 0, 2, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_whole_file_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(card_samples.IPHONE.decode().encode(encoding))
    (entry,) = read_cards(file, "pt.liberal")
    assert entry.person is not None
    assert entry.person.name_ar == "سعيد بناني"


@settings(max_examples=150)
@given(
    card=st.sampled_from(CARDS),
    at=st.integers(0, 2000),
    cut=st.integers(0, 40),
    put=st.binary(max_size=12),
)
def test_damage_anywhere_is_a_refused_card_or_file_and_nothing_else(
    tmp_path: Path, card: bytes, at: int, cut: int, put: bytes
) -> None:
    at %= len(card)
    try:
        entries = read(tmp_path, card[:at] + put + card[at + cut :], card_samples.LIBERAL)
    except UnreadableFile:
        return
    assert entries


def test_a_telephone_of_a_hundred_thousand_digits_is_told_in_part(tmp_path: Path) -> None:
    tel = b"TEL:" + b"1" * 100_000
    (entry,) = read(tmp_path, b"\r\n".join((b"BEGIN:VCARD", b"FN:Ali", tel, b"END:VCARD", b"")))
    assert {problem.code for problem in entry.to_complete} == {"invalid_phone", "too_long"}
    assert max(len(problem.message) for problem in entry.to_complete) < 500


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".csv", ".vcf"])
def test_refused_cards_are_cards_under_any_name(tmp_path: Path, ending: str) -> None:
    (entry,) = read(tmp_path, b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ali\r\nTEL:-1\r\nEND:VCARD\r\n")
    refused = tmp_path / f"refused{ending}"
    write_refused(refused, [FailedRow(entry.line, entry.to_complete, entry.raw)])
    assert refused.read_bytes().startswith(b"BEGIN:VCARD")


def test_a_zero_byte_in_a_name_is_dropped_and_the_rest_read(tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nORG:Association de l’Été Z\0W\nEND:VCARD".encode()
    (entry,) = read(tmp_path, card)
    assert entry.partner.name_fr == "Association de l’Été ZW"


def test_a_file_without_cards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read(tmp_path, b"name,phone\r\n")


def test_what_a_contact_has_several_of_is_told_with_its_words(tmp_path: Path) -> None:
    card = (
        "BEGIN:VCARD", "VERSION:3.0", "FN:Si Hamid", "N:Kabbaj;Abdelhamid;;;",
        "ORG:Amicale du Port", "ORG:Ligue des quartiers;Section jeunesse", "TITLE:Président",
        "EMAIL;TYPE=WORK:CN=Kabbaj/O=Port",
        "EMAIL;TYPE=HOME:moi@chez.example", "ADR;TYPE=WORK:;;12 rue du Port;Safi;;46000;Maroc",
        "ADR;TYPE=WORK:;;3 place Rabia;Safi;;;", "END:VCARD", "",
    )  # fmt: skip
    (entry,) = read(tmp_path, "\r\n".join(card).encode())
    told = [problem.message for problem in entry.to_complete]
    assert entry.person is not None
    assert entry.person.name_fr == "Si Hamid"
    for words in ("Kabbaj, Abdelhamid", "Ligue des quartiers", "CN=Kabbaj/O=Port", "3 place Rabia"):
        assert len([message for message in told if isolate(words) in message]) == 1
    assert len(told) == 4
    assert entry.not_taken == {"هاتف أو بريد شخصي", "الرمز البريدي أو الجهة أو البلد"}
