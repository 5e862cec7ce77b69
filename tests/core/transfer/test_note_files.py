"""Files with notes yield their text, or a message with what to do instead."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from outreach_app.errors import UnreadableFile
from outreach_app.transfer.foreign_files import read_note_file
from outreach_app.transfer.note_texts import note_text

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def archive(**parts: str) -> bytes:
    """Return an archive of these parts, `__` in a name as `/` and `_` as a dot."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def word(body: str, before: str = "") -> bytes:
    xml = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return archive(word__document_xml=xml)


def open_text(body: str) -> bytes:
    names = "".join(f' xmlns:{n}="{_ODF}:{n}:1.0"' for n in ("office", "text", "table"))
    content = f"<office:body>{body}</office:body>"
    return archive(
        content_xml=f"<office:document-content{names}>{content}</office:document-content>"
    )


def written(paragraph: str) -> str:
    return f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>"


def test_a_word_file_gives_its_paragraphs_and_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("التاريخ: 14/10/2026")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "النقطة"
    table.cell(0, 1).text = "الإنارة"
    document.save(str(tmp_path / "note.docx"))
    text = read_note_file(tmp_path / "note.docx")
    assert text.splitlines() == ["التاريخ: 14/10/2026", "النقطة \tالإنارة"]


def test_text_that_was_struck_in_word_is_out() -> None:
    struck = "<w:p><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del></w:p>"
    assert note_text("a.docx", word(struck + written("new"))).split() == ["new"]


def test_an_opendocument_text_gives_its_paragraphs_lists_and_tables() -> None:
    text = note_text(
        "a.odt",
        open_text(
            "<text:p>Date<text:s/>: 14/10</text:p><text:list><text:list-item><text:p>bruit</text:p>"
            "</text:list-item></text:list><office:annotation><text:p>secret</text:p>"
            "</office:annotation><table:table-row><table:table-cell><text:p>1</text:p>"
            "</table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell>"
            "</table:table-row>"
        ),
    )
    assert text == "Date : 14/10\n- bruit\n1 \t2\n"


def test_a_message_gives_its_subject_and_its_own_words() -> None:
    message = (
        "Subject: Compte rendu\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        "Réunion du 14/10\r\n> ancien message\r\n"
    ).encode()
    assert note_text("a.eml", message) == "Compte rendu\nRéunion du 14/10"
    html = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>un</p><blockquote>vieux</blockquote>"
    assert note_text("a.eml", html) == "un"
    unknown = b"Content-Type: text/plain; charset=zzz\r\n\r\nabc"
    assert note_text("a.eml", unknown) == "abc"


@pytest.mark.parametrize("page", ["utf-8", "utf-16", "cp1256"])
def test_a_text_of_any_encoding_is_read(page: str) -> None:
    words = "اجتماع يوم الأربعاء بمقر الدائرة"
    assert note_text("a.txt", words.encode(page)) == words


MADE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a.pdf": (lambda: b"%PDF-1.7\n...", "pdf"),
    "a.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 5000, "older_format"),
    "a.rtf": (lambda: b"{\\rtf1 x}", "older_format"),
    "a.png": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "no_text"),
    "empty.txt": (lambda: b" \n", "no_text"),
    "sheet.docx": (lambda: archive(xl__workbook_xml="<x/>"), "no_text"),
    "cut.docx": (lambda: word(written("x"))[:-40], "damaged"),
    "bomb.docx": (lambda: word(written("a" * 50_000_000)), "damaged"),
    "deep.docx": (lambda: word("<w:p>" * 5_000), "damaged"),
    "laughs.docx": (
        lambda: word("&a;", '<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
        "damaged",
    ),
    "file.docx": (
        lambda: word("&a;", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        "damaged",
    ),
    "parts.eml": (
        lambda: b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\n\r\n" * 100_000,
        "damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_what_is_none_or_made_to_break_says_what_to_do(name: str) -> None:
    make, code = MADE[name]
    with pytest.raises(UnreadableFile) as refused:
        note_text(name, make())
    assert refused.value.code == code


def test_a_document_that_has_a_passphrase_is_refused() -> None:
    protected = archive(content_xml="<x/>", META_INF__manifest_xml="<encryption-data/>")
    protected = protected.replace(b"META.INF", b"META-INF")
    with pytest.raises(UnreadableFile) as refused:
        note_text("a.odt", protected)
    assert refused.value.code == "protected"


def test_much_text_is_cut_not_refused() -> None:
    assert len(note_text("a.docx", word(written("word " * 20_000)))) == 40_000
