"""Identity numbers are recognised in any spelling, and ordinary numbers are not."""

import pytest

from outreach_app.rules.identifiers import (
    COVERED,
    Identifier,
    cover_identity_numbers,
    find_identifiers,
)

NUMBERS = (
    "CIN AB123456", "CIN:123456", "cin: a12345", "C.I.N. n° BE 845123", "CNIE BE845123",
    "carte nationale n° 123456", "carte d'identité : 1234567", "CIN de Monsieur X 845123",
    "AB.123456", "AB-123456", "AB–123456", "AB_123456", "AB/123456", "A B 123456", "A.B.123456",
    "AB 12 34 56", "AB12-34-56", "J-412345", "(BK654321)", "titulaire BE 845123, né",
    "\u2066G7654321\u2069", "AB\u200b123456", "AB\u00a0123456", "ＡＢ１２３４５６", "AＢ 123456",
    "بطاقته الوطنية BK٦٥٤٣٢١.", "AB۱۲۳۴۵۶", "بطاقة التعريف الوطنية رقم 123456", "ب.ت.و 123456",
    "البطاقة الوطنية عدد 845123", "اب123456", "أب-123456",
    # Invisible characters between, or lookalikes.
    *(mark.join("BK348217") for mark in "\u0301\u034f\u180e\ufe0f\u115f\U000e0020"),
    "\u202e712843KB\u202c", "BK\U000e0033\U000e0034\U000e0038\U000e0032\U000e0031\U000e0037",
    "BK3\ufe0f\u20e34\ufe0f\u20e38\ufe0f\u20e32\ufe0f\u20e31\ufe0f\u20e37", "BK❸❹❽❷❶❼",
    "BK⒊⒋⒏⒉⒈⒎", "BK⑶⑷⑻⑵⑴⑺", "BK③④⑧②①⑦", "🇧🇰348217", "🅱🅺348217", "🅑🅚348217",
    "🆎348217", "BK三四八二一七", "BKI48217", "BKl48217",
    # The letters after the digits, or with other separators.
    "348217BK", "348217 BK", "348217 (BK)", "BK n° 348217", "BK numéro 348217", "BK رقم 348217",
    "BK=348217", "BK,348,217", "B·K·348217", "BK+348217", "BK•348•217", "B'K'348217", "BK*348217",
    "BK\n348217", "BK348\n217", "carteBK348217du", "ب ك ٣٤٨٢١٧", "ب.ك 348217", "باء كاف 348217",
    "lettres BK puis 348217", "BK suivi du 348217", "BK et le numéro 348217", "BK, chiffres 348217",
    "bk 348217", "bk-348217", "بطاقته ٣٤٨٢١٧", "بطاقتها رقم 348217",
    # Spelt character by character.
    "BKⅢⅣⅧⅡⅠⅦ", "bkⅲⅳⅷⅱⅰⅶ", "BK&#51;&#52;&#56;&#50;&#49;&#55;", "BK&#x33;48217", "BK\n34\n82\n17",
    "BK 348\n217", "B⠀K⠀3⠀4⠀8⠀2⠀1⠀7",
    # Social security numbers.
    "CNSS 123456789", "C.N.S.S. n° 123 456 789", "AMO : 123456789",
    "numéro de sécurité sociale 123456789", "رقم الضمان الاجتماعي: ١٢٣٤٥٦٧٨٩",
    "immatriculation CNSS : 12 345 6789", "CNSS n° 12 34 56 789",
    "123456789 à la CNSS", "le 123456789 (CNSS)", "١٢٣٤٥٦٧٨٩ في الضمان الاجتماعي",
    # Other documents of a person.
    "titre de séjour 123456", "Titre de séjour n° A123456", "permis de conduire 12/345678",
    "permis de conduire n° 345678", "passeport : 1234567", "رخصة السياقة رقم 12/345678",
    "بطاقة الإقامة 123456",
    "b.k 3-4-8-2-1-7", "CIN b.k 3-4-8-2-1-7", "réf b.k. 348217",
    # Any groups of digits, any run of a separator.
    "BK3-48217", "BK3/48217", "BK34/8217", "BK/348/217", "BK 348/217", "BK3-48-21-7", "BK3 48 21 7",
    "BK3.48.21.7", "BK3_48_21_7", "BK...348...217", "BK --- 348217", "BK  348  217", "BK%20348217",
    "BK&nbsp;348217", "CNSS123456789", "n°CNSS١٢٣٤٥٦٧٨٩",
    "Bk_412_987", "BK:412:987", "bk:412:987", "BK_412_987",
    "BK3.4.82.17", "J8 4 5 6 7 2", "j8-4-5-6-7-2", "J8,4,5,6,7,2",
    "B/K/3/4/8/2/1/7", "B:K:3:4:8:2:1:7", "(B)(K)(3)(4)(8)(2)(1)(7)", "B\nK\n3\n4\n8\n2\n1\n7",
)  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_an_identity_number_is_seen(text: str) -> None:
    assert find_identifiers(text) == [Identifier.IDENTITY_NUMBER]


@pytest.mark.parametrize("text", NUMBERS)
def test_an_identity_number_is_covered_whole(text: str) -> None:
    covered = cover_identity_numbers(f"{text} au quartier 2 Mars")
    assert COVERED in covered
    assert covered.endswith("au quartier 2 Mars")
    assert find_identifiers(covered) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "N 13", "N13", "RN 12345", "BP 20000", "RC 123456", "DH 50000", "10 000 DH", "le 2026",
        "a 2026 euros", "IFRS16", "EN 10204", "covid19", "bâtiment B 12", "lot 12345", "F5", "R+4",
        "LE 14 10 26", "DU 14.10.26", "11 janvier 1944", "loi 09-08", "dahir 1-58-376", "bus L20",
        "https://x.ma/a12345", "D1234/2026", "press-2014-08-07-sidi-bernoussi", "M-2026-12",
        "01927c4e-ab12-7cde-9a1b-ab123456cdef", "حي السلام 2026", "البطاقة الوطنية 2026",
        "la carte nationale en 2026", "1500 demandes de carte nationale",
        "20000 DH", "15000 KW", "12 MB; 25,000", "0,7 puis 12, 13, 14, 15, 16", "lots B 12, 13, 14",
        "20250 CASABLANCA", "SALLE B 10:30-12:00", "SALLE B 10/11/2026", "ص.ب 20000", "س ت 123456",
        "PV n° 12345", "CASABLANCA 20000 LE 14 OCTOBRE", "QI (12000 foyers)", "12345 à 6",
        "le 06/07/2026 10h30", "06.07.2026 10 30 00", "من 8 إلى 9", "2026 و 20", "12000 نسمة",
        "تجديد البطاقة الوطنية قبل 20/10/2026", "05 22 12 34 56", "08 00 00 12 34", "19",
        "A, B, 1, 2, 3, 4, 5, 6", "1/2/3/4/5/6/7", "0/5/2/2/1/2/3/4/5/6", "S.A.R.L.A.U.",
        "c-a-m-i-o-n", "06:30 07:00 08:15", "06:30\n07:00\n08:15", "06:61", "Mohammed Ⅵ",
        "0522 123456 0522 123457 0522 123458", "05 22 12 34 56 05 22 12 34 57 05 22 12 34 58",
        "0522123456 0522123457 0522123458", "10:00 10:30 11:00 11:30 12:00 12:30 13:00 14:00",
        "978-3-16-148410-0", "2026 2027 2028 2029 2030 2031", "100 200 300 400 500 600 700 800",
        "CNSS 0522 54 70 00", "CNSS : +212 522 54 70 00", "CNSS 1234567", "la CNSS le 14/10/2026",
        "la CNSS a versé 150 000 000 DH", "réunion à la CNSS le 14.10.2026", "CNSS 14-10-2026 10h",
        "CNSS, 2026-10-14", "AMO : 11 000 000 bénéficiaires", "التغطية الصحية: 11000000 مستفيد",
        "AMO 2025-2026", "AMO : 110 000 000 bénéficiaires", "R&D &#233;cole",
        "salle BE 12\n14 octobre", "12345 demandes de permis de conduire", "passeports 2026",
        "permis de conduire : 12500 demandes", "titres de séjour 15000 délivrés", "12345 A",
        "les 06, 12, 15, 22, 30 novembre", "06/11/26 - 07/12/26", "06:15 - 07:45 - 08:30",
        "dossiers 06, 45, 50, 61, 70", "bus 06 - 12 - 15 - 33 - 40", "06-10-2026 / 45",
        "n° 07/2026-4512", "Tél. 0522123456 poste 612", "le portable coûte 6 500 DH",
        "mobile : 7 sites, 12 quartiers, 45 rues", "هاتف المصلحة 0522123456", "قسم 6 أ 1234 تلميذ",
        "bd 12345", "rc 123456", "bp 15500", "le 384756", "je 12345", "بطاقته الصحية 2026",
        "UE suivie de 2026", "la CNSS le 12 10 2026 5 agents", "RDV @ Casa. Demain",
        "page @commune.casa", "la ligne 7 612 345 678",
        "réf. BK 12/2026", "BK 348/2026", "BK 1234/26", "BK 2026/348", "SALLE BK 6/7/2026",
        "SALLE BK 14/10/26", "CM2 24 31 12", "RDV @ Casa . Demain", "BK ... 2026",
        "DE 12345 A 15 PERSONNES", "20250 B 12", "2026 A 10", "رخص السياقة 12000 طلب",
        "150000000 DH à la CNSS", "123456789 dossiers à la CNSS", "de 1235 A 15 000 DH",
        "immeubles B1 2 3 4 5 6", "tramway T1 12 45 30 foyers", "le 06 10 l'équipe 5 de 12 à 14",
        "BK 1.2.26", "F123-2026 du 06/10/2026", "le 06/09/2026 79 l d'eau",
        "NOTE N° 06 DU 12 10 26 11h 5l", "SALLE BK:10:30:12:00", "Ba:120:250:300",
        "photo_bk_412_987", "Ce:412:987", "BK:412:987/26", "Bk_412_987 foyers",
        "salles 06 10 12 1B 14", "06 12 25 30 2B 40", "le 06.10.26 à 2B", "bus 07 45 2B",
        "lots 01 06 45 52 3B 60 61", "06/45/2B/30/31", "ref 0612AB3C45",
    ],
)  # fmt: skip
def test_ordinary_numbers_are_not_taken_for_one(text: str) -> None:
    assert find_identifiers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12345 A 6",
        "la voiture 1234 B 16, grise",
        "12345-أ-6",
        "12345 | A | 6",
        "12345-A-6",
        "12345 أ 6",
        "6 أ 12345",
        "6|أ|12345",
        "1234_أ_6",
        "WW 1234",
    ],
)
def test_a_number_plate_is_seen(text: str) -> None:
    assert find_identifiers(text) == [Identifier.PLATE]


@pytest.mark.parametrize(
    "text",
    [
        "06 61 23 45 67", "+212 6 61-23-45-67", "٠٦٦١٢٣٤٥٦٧", "00212761234567",
        "0.6.6.1.2.3.4.5.6.7", "06-61(23)45/67", "06/61/23/45/67", "2 1 2 6 6 1 2 3 4 5 6 7",
        "O661234567", "0_6_6_1_2_3_4_5_6_7", "0,6,6,1,2,3,4,5,6,7", "0•6•6•1•2•3•4•5•6•7",
        "06|61|23|45|67", "06:61:23:45:67", "06\n61\n23\n45\n67", "(06)(61)(23)(45)(67)",
        "06⠀61⠀23⠀45⠀67", "066l234567", "066Ⅰ234567", "&#48;661234567", "\u202e7654321660\u202c",
        "06 61 - 23 - 45 / 67", "06 - 61 - 23 - 45 - 67", "06 / 61 / 23 / 45 / 67",
        "06*61*23*45*67", "06;61;23;45;67", "06 = 61 23 45 67", "(+212)(0)6 61 23 45 67",
        "tél 6 61 23 45 67", "هاتفها: ٦٦١٢٣٤٥٦٧", "a.b@ voisins.example", "a.b @ voisins.example",
        "أمل@مثال.المغرب",
        "07 61 23 4S 67", "06.B1.23.45.67", "0761234Z67", "07-61-2Z-4S-67",
        "06 6I 23 45 67", "06.6l.23.45.67", "+212 6 6I 23 45 67", "O6 61 23 45 6O",
        "a.b @ voisins . com", "a.b@voisins.example", "a.b＠voisins。example",
    ],
)  # fmt: skip
def test_what_reaches_one_person_is_seen(text: str) -> None:
    assert find_identifiers(f"Joindre {text} le soir") == [Identifier.CONTACT]


@pytest.mark.parametrize(
    "text",
    [
        "007 780 0001234567890123 45", "007780000123456789012345", "007.780.0001234567890123.45",
        "007/780/0001234567890123/45", "٠٠٧ ٧٨٠ ٠٠٠١٢٣٤٥٦٧٨٩٠١٢٣ ٤٥",
        "007 780 0001 2345 6789 0123 45", "007\n780\n0001234567890123\n45",
        "MA64 0077 8000 0123 4567 8901 2345", "MA64007780000123456789012345",
        "FR76 3000 6000 0112 3456 7890 189",
    ],
)  # fmt: skip
def test_the_number_of_a_bank_account_is_seen(text: str) -> None:
    assert Identifier.ACCOUNT in find_identifiers(f"Verser sur {text} avant vendredi")


def test_what_is_covered_leaves_the_other_words_as_they_were() -> None:
    text = "L'élève à côté, CIN BK\u0301348217, né à Salé\nأُمٌّ"
    assert cover_identity_numbers(text) == "L'élève à côté, •••, né à Salé\nأُمٌّ"


def test_a_number_before_an_at_sign_is_one_where_no_address_follows() -> None:
    assert cover_identity_numbers("Vu BK348217@ et BK348217@x") == f"Vu {COVERED}@ et {COVERED}@x"
    assert find_identifiers("bk348217@voisins.example") == [Identifier.CONTACT]


def test_what_is_not_covered_stays_as_it_was_written() -> None:
    text = "ﻻ شيء ١٢\u200f"
    assert cover_identity_numbers(text) == text


def test_a_word_without_end_is_read_once() -> None:
    # Many letters: quadratic matching would not finish.
    assert find_identifiers(f"r8 {'x' * 400_000}") == []
    assert find_identifiers(f"{'x' * 400_000}@exemple.ma") == [Identifier.CONTACT]
