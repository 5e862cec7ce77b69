"""Contact cards of invented people, in the format of each program."""

import base64


def _quoted(text: str, charset: str, width: int = 60) -> str:
    """Quoted-printable with soft breaks, each byte encoded as phones do."""
    codes = [f"={byte:02X}" for byte in text.encode(charset)]
    lines = ["".join(codes[at : at + width // 3]) for at in range(0, len(codes), width // 3)]
    return "=\r\n".join(lines)


def _file(*lines: str, charset: str = "utf-8") -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode(charset)


_PICTURE = base64.b64encode(bytes(range(150))).decode()

OUTLOOK = _file(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;LANGUAGE=fr;CHARSET=Windows-1252:Lahlou;Zineb",
    "FN;CHARSET=Windows-1252:Zineb Lahlou",
    "ORG;CHARSET=Windows-1252:Association Été Solidaire;Section jeunesse",
    "TITLE;CHARSET=Windows-1252:Trésorière",
    "NOTE;ENCODING=QUOTED-PRINTABLE:Vue au march=E9=0D=0A=",
    "deux fois",
    "TEL;WORK;FAX:0522 00 00 09",
    "TEL;HOME;VOICE:0522 11 11 11",
    "TEL;WORK;VOICE:05 22 98 76 54",
    "ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;12, rue des =C9coles=0D=0AHay Salam;Casablanca;;=",
    "20000;Maroc",
    "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
    "EMAIL;PREF;INTERNET:zineb@ete-solidaire.example",
    "PHOTO;TYPE=JPEG;ENCODING=BASE64:",
    f" {_PICTURE[:72]}",
    f" {_PICTURE[72:]}",
    "",
    'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="x" ver="1.0"></card>',
    "REV:20260105T093000Z",
    "END:VCARD",
    "",
    charset="cp1252",
)

OUTLOOK_ARABIC = _file(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:"
    + _quoted("العلوي;أمينة", "cp1256").replace("=3B", ";"),
    "FN;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:" + _quoted("أمينة العلوي", "cp1256"),
    "ORG;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:" + _quoted("ودادية الياسمين", "cp1256"),
    "TEL;CELL;VOICE:+212 661-000-001",
    "END:VCARD",
    charset="ascii",
)

GOOGLE = _file(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "FN:Khalid Idrissi",
    "N:Idrissi;Khalid;;;",
    "item1.EMAIL;TYPE=INTERNET:khalid@annakhil.example",
    "item1.X-ABLabel:Bureau",
    "EMAIL;TYPE=INTERNET;TYPE=HOME:khalid.maison@courriel.example",
    "TEL;TYPE=CELL:0612-345678",
    "item2.ORG:Association Annakhil",
    "item2.X-ABLabel:",
    "item3.TITLE:Président\\, fondateur",
    "BDAY:19700101",
    "item4.ADR:;;Rue 4\\, n° 7;Casablanca;;;Maroc;Rue 4",
    "item4.X-ABLabel:_$!<Home>!$_",
    "PHOTO:https://lh3.googleusercontent.com/contacts/x",
    "CATEGORIES:myContacts",
    "END:VCARD",
)

IPHONE = _file(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "PRODID:-//Apple Inc.//iPhone OS 17.5//EN",
    "N:بناني;سعيد;;;",
    "FN:سعيد بناني",
    "ORG:جمعية حي السلام للتنمية والثقافة والرياضة وحماية البيئة بالدا",
    " ر البيضاء;",
    "TITLE:الكاتب العام",
    "item1.TEL;type=pref:٠٦٦١ ٠٠ ٠٠ ٠٢",
    "item1.X-ABLabel:المكتب",
    "item2.TEL:0522000003",
    "item2.X-ABLabel:_$!<Home>!$_",
    "EMAIL;type=INTERNET;type=WORK;type=pref:said@salam.example",
    "item3.ADR;type=WORK;type=pref:;;شارع النصر;الدار البيضاء;;;المغرب",
    "item3.X-ABADR:ma",
    "BDAY;value=date:1604-03-02",
    f"PHOTO;ENCODING=b;TYPE=JPEG:{_PICTURE[:40]}",
    f" {_PICTURE[40:]}",
    "END:VCARD",
)

IPHONE_COMPANY = _file(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:;;;;",
    "FN:Pharmacie du Parc",
    "ORG:Pharmacie du Parc;",
    "TEL;type=WORK;type=VOICE;type=pref:05 22 00 00 04",
    "ADR;type=HOME:;;3 place du Parc;Casablanca;;;",
    "X-ABShowAs:COMPANY",
    "END:VCARD",
)

ANDROID = _file(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    + _quoted("المرابط", "utf-8")
    + ";"
    + _quoted("نادية", "utf-8")
    + ";;;",
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + _quoted("نادية المرابط", "utf-8"),
    "TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + _quoted("صيدلي", "utf-8"),
    "TEL;CELL;PREF:0661000005",
    "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D9=85=D9=83=D8=AA=D8=A8):0522000005",
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;N.;1;;;;;;;;;;;;;",
    "PHOTO;ENCODING=BASE64;JPEG:" + _PICTURE[:30],
    " " + _PICTURE[30:],
    "",
    "END:VCARD",
)

THUNDERBIRD = _file(
    "BEGIN:VCARD",
    "VERSION:4.0",
    "FN:Rachid El Fassi",
    "N:El Fassi;Rachid;;;",
    'TEL;TYPE="work,voice";VALUE=uri:tel:+212-522-00-00-06',
    "TEL;TYPE=home;VALUE=TEXT:0522000007",
    "EMAIL;PREF=1;TYPE=work:rachid@quartier.example",
    "ORG:Amicale des commerçants;Bureau",
    "ROLE:Président",
    "GENDER:M",
    "ANNIVERSARY:20010101",
    "UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
    "END:VCARD",
)

BLACKBERRY = _file(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "PRODID:-//Research In Motion//RIM App//EN",
    "FN;CHARSET=utf-8:Samira Tazi",
    "N;CHARSET=utf-8:Tazi;Samira;;Mme;",
    "ORG;CHARSET=utf-8:Syndicat des taxis",
    "TEL;TYPE=WORK,VOICE:0522000008",
    "TEL;TYPE=PAGER:1234",
    "X-RIM-PIN:2100000A",
    "END:VCARD",
)

LOTUS = _file(
    "begin:vcard",
    "version:2.1",
    "X-LOTUS-CHARSET:UTF-8",
    "n:Chraïbi;Omar",
    "fn:Omar Chraïbi",
    "org:Chambre des métiers",
    "title:Délégué",
    "email;internet:CN=Omar Chraibi/O=Chambre",
    "email;internet:omar@chambre.example",
    "tel;work:0522000010",
    "X_LOTUS_MISC:a",
    "end:vcard",
)

LIBERAL = _file(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Kabbaj;Hind;;Me;",
    "TITLE:Avocate",
    "TEL;TYPE=WORK:0522000011",
    "ADR;TYPE=WORK:;;9 rue du Tribunal;Casablanca;;;",
    "END:VCARD",
)

WITH_ASSISTANT = _file(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N:Naciri;Adil",
    "ORG:Amicale du Port",
    "AGENT:",
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N:Autre;Personne",
    "END:VCARD",
    "TEL;WORK:0522000012",
    "END:VCARD",
)

GROUP = _file(
    "BEGIN:VCARD",
    "VERSION:4.0",
    "KIND:group",
    "FN:Comité de quartier",
    "MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af",
    "END:VCARD",
)

PRIVATE = _file(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "FN:Karim Sefrioui",
    "ORG:Amicale du Nord",
    "TEL;TYPE=HOME,VOICE:0522000014",
    "item1.TEL:0522000015",
    "item1.X-ABLabel:Domicile",
    "TEL;TYPE=FAX,WORK:0522000016",
    "item2.TEL;type=CELL:0661000017",
    "item2.X-ABLabel:المنزل",
    "EMAIL;TYPE=HOME:karim@maison.example",
    "END:VCARD",
)
CUT = _file("BEGIN:VCARD", "VERSION:3.0", "FN:Sans Fin", "ORG:Association Sans Fin")
DAMAGED = _file("BEGIN:VCARD", "VERSION:3.0", "FN:Perdue", "ce n'est pas une ligne", "END:VCARD")
WRONG_PHONE = _file("BEGIN:VCARD", "VERSION:3.0", "FN:Faux Numero", "TEL;TYPE=WORK:12", "END:VCARD")
