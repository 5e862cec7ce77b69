"""The editable copy has the text of the printed document, right to left in Arabic."""

import re
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from outreach_app.documents.editable.file import write_editable
from outreach_app.documents.imprint import unit_of
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Table
from tests import makers
from tests.core.documents.editable.reading import (
    converted,
    is_right_to_left,
    opened,
    paragraphs,
    text_of,
)
from tests.core.documents.kinds import KINDS, realised
from tests.core.documents.reading import read_by_pdfium, texts_in
from tests.core.documents.sample_parts import quotation, row
from tests.core.documents.samples import ISSUE, TITLES, session

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH
# Words of three letters or more, and the share of them that PDFium does not find whole in what
# LibreOffice prints: it splits some Arabic ones.
WORDS = {ARABIC: re.compile("[\u0621-\u064a]{3,}"), FRENCH: re.compile("[A-Za-zÀ-ÿœŒ]{3,}")}
LOST = {ARABIC: 0.2, FRENCH: 0.0}


def written(language: Language) -> bytes:
    return write_editable(session(language), ISSUE, TITLES[language])


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(KINDS))
def test_it_holds_every_text_of_the_document(kind: str, language: Language) -> None:
    document = realised(kind, language)
    said = text_of(opened(write_editable(document, ISSUE, "")))

    assert [each for each in texts_in(document) if each not in said] == []


@pytest.mark.parametrize("language", list(Language))
def test_paragraphs_and_tables_run_as_the_language_does(language: Language) -> None:
    document = replace(session(language), blocks=session(language).blocks[:4])
    made = opened(write_editable(document, ISSUE, ""))
    tables = list(made.element.iter(qn("w:tbl")))
    mirrored = list(made.element.iter(qn("w:bidiVisual")))

    assert {is_right_to_left(each) for each in paragraphs(made)} == {language is ARABIC}
    assert len(mirrored) == (len(tables) if language is ARABIC else 0)


def test_a_quotation_keeps_the_direction_of_its_own_language() -> None:
    made = opened(written(ARABIC))
    (quoted,) = (each for each in paragraphs(made) if "Le passage derrière" in each.text)

    assert not is_right_to_left(quoted)


def test_a_long_quotation_takes_the_width_under_its_row() -> None:
    words = "Un mot. " * 60
    rows = (row("1", quotation(words, FRENCH), "3"),)
    document = replace(session(FRENCH), blocks=(Table("points", ("A", "B", "C"), rows),))
    (table,) = opened(write_editable(document, ISSUE, "")).tables

    assert [cell.text for cell in table.rows[1].cells] == ["1", "", "3"]
    assert {cell.text for cell in table.rows[2].cells} == {f"«\u00a0{words.strip()}\u00a0»"}


def test_every_page_repeats_the_headings_of_a_table() -> None:
    document = session(FRENCH)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    headings = list(opened(written(FRENCH)).element.iter(qn("w:tblHeader")))

    assert len(headings) == len(tables)


def test_the_file_names_the_office_and_no_program() -> None:
    content = written(FRENCH)
    properties = opened(content).core_properties
    with ZipFile(BytesIO(content)) as package:
        parts = b"".join(package.read(name) for name in package.namelist())

    assert (properties.title, properties.author) == (TITLES[FRENCH], unit_of(session(FRENCH)))
    assert (properties.language, properties.comments) == ("fr-MA", "")
    assert not [name for name in (b"python-docx", b"Macintosh") if name in parts]


def test_the_same_document_gives_the_same_bytes() -> None:
    content = written(ARABIC)
    with ZipFile(BytesIO(content)) as package:
        moments = {info.date_time for info in package.infolist()}

    assert written(ARABIC) == content
    assert moments == {(1980, 1, 1, 0, 0, 0)}


def test_a_copy_that_may_be_changed_carries_number_and_version_but_no_check_code() -> None:
    footer = opened(written(FRENCH)).sections[0].first_page_footer.tables[0]
    said = " ".join(cell.text for cell in footer.rows[0].cells)

    assert "23/2026 · version\u00a02" in said
    assert "copie modifiable" in said
    assert ISSUE.code not in said


def test_the_page_is_an_a4_sheet_of_the_printed_margins() -> None:
    section = opened(written(FRENCH)).sections[0]
    measures = (section.page_width, section.page_height, section.left_margin)

    assert [round((each or 0) / Mm(1)) for each in measures] == [210, 297, 22]


def test_a_sample_says_so_on_every_page() -> None:
    made = opened(write_editable(session(FRENCH), replace(ISSUE, is_sample=True), ""))
    for footer in (made.sections[0].footer, made.sections[0].first_page_footer):
        assert footer.paragraphs[-1].text.startswith("Spécimen")


def test_the_office_s_emblem_stands_in_the_head() -> None:
    issue = replace(ISSUE, emblem=makers.emblem_image((400, 300)))
    made = opened(write_editable(session(ARABIC), issue, ""))

    assert len(made.inline_shapes) == 1
    assert made.inline_shapes[0].height.mm == pytest.approx(18, abs=0.1)


def test_control_characters_in_what_was_typed_do_not_stop_it() -> None:
    table = Table("points", ("A", "B", "C"), (row("1", "a\x00b\x0bc", "3"),))
    made = opened(write_editable(replace(session(FRENCH), blocks=(table,)), ISSUE, ""))

    assert "abc" in text_of(made)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_it_with_every_word(tmp_path: Path) -> None:
    files = []
    for language in Language:
        file = tmp_path / f"{language}.docx"
        file.write_bytes(written(language))
        files.append(file)

    for language, pdf in zip(Language, converted(files, tmp_path), strict=True):
        words = set(WORDS[language].findall(" ".join(texts_in(session(language)))))
        lost = words - set(WORDS[language].findall(read_by_pdfium(pdf)))
        assert len(lost) <= LOST[language] * len(words), lost
