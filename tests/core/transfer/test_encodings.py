"""A text of unknown encoding is decoded correctly by its words."""

import pytest

from outreach_app.transfer.encodings import decoded

ARABIC = (
    "اسم الجمعية;الرئيس;الهاتف\r\nجمعية النور للتنمية;محمد بناني;0661234568\r\nودادية;فؤاد;\r\n"
)
FRENCH = (
    "Nom de l'association;Président;Téléphone\r\nCoopérative Zohra;Zohra Naïm;06\r\n"
    "Garçons du côté où l'on va à pied;Saïd;\r\nÉcole;;\r\n"
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"],
)
def test_arabic_is_read_in_every_page_that_writes_it(encoding: str) -> None:
    assert decoded(ARABIC.encode(encoding)) == ARABIC


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850", "mac_roman"],
)
def test_french_is_read_in_every_page_that_writes_it(encoding: str) -> None:
    assert decoded(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("content", [b"", b"\0", b"\xff", b"a", bytes(range(256))])
def test_no_bytes_fail(content: bytes) -> None:
    assert isinstance(decoded(content), str)


def test_a_line_of_another_page_leaves_the_others_as_they_are() -> None:
    lines = ["الاسم;الهاتف", "جمعية النخيل;05", "Association Été;06", "جمعية الأمل;07"]
    mixed = [line.encode() for line in lines]
    mixed[2] = lines[2].encode("cp1252")
    assert decoded(b"\n".join(mixed)).splitlines() == lines
