"""Every mark of a page is tagged or an artifact, and the structure is correct."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination, DictionaryObject, PdfObject
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from outreach_app.documents.render import render
from outreach_app.i18n import Language
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.blocks import Heading, TileMap, Title, plain
from tests.core.documents.reading import seen
from tests.core.documents.samples import FRENCH_POINTS, ISSUE, TITLES, session
from tests.core.summaries import nations, reports

TEXT_OR_LINE = re.compile(r"^(BT|.* l S|q BT)$")


def rendered(language: Language) -> PdfReader:
    long = (
        session(language) if language is Language.ARABIC else session(language, FRENCH_POINTS * 4)
    )
    return PdfReader(BytesIO(render(long, ISSUE, TITLES[language]).pdf))


def outline(element: PdfObject | None) -> list[str]:
    """Return the tags of a structure in reading order, from the top down."""
    element = element.get_object() if element is not None else None
    if isinstance(element, ArrayObject):
        return [tag for child in element for tag in outline(child)]
    if isinstance(element, DictionaryObject) and "/S" in element:
        return [str(element["/S"]), *outline(element.get("/K"))]
    return []


def structure(reader: PdfReader) -> list[str]:
    root = reader.root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)
    return outline(root["/K"])


@pytest.mark.parametrize("language", list(Language))
def test_the_structure_has_one_title_and_tables_with_headings(language: Language) -> None:
    tags = structure(rendered(language))
    points = 4 if language is Language.ARABIC else 16

    assert tags[0] == "/Document"
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 1
    assert tags.count("/Table") == 2
    # Headings of columns, then the first cell of each row.
    assert tags.count("/TH") == 3 + 4 + points + 3
    assert tags.count("/TR") == 1 + points + 1 + 3
    assert tags.count("/TD") == points * 2 + 3 * 3


def pieces_of(element: PdfObject | None, tag: str, inside: bool = False) -> list[int]:
    """Return how many marked pieces each paragraph under such an element has."""
    element = element.get_object() if element is not None else None
    if isinstance(element, ArrayObject):
        return [count for child in element for count in pieces_of(child, tag, inside)]
    if not isinstance(element, DictionaryObject) or "/S" not in element:
        return []
    children = element["/K"]
    if inside and str(element["/S"]) == "/P":
        assert isinstance(children, ArrayObject)
        return [len(children)]
    return pieces_of(children, tag, inside or str(element["/S"]) == tag)


def test_headings_repeated_on_the_next_page_are_read_once() -> None:
    root = rendered(Language.FRENCH).root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)

    assert pieces_of(root["/K"], "/TH") == [1] * (7 + 16 + 3)


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_drawn_outside_a_tag(language: Language) -> None:
    for page in rendered(language).pages:
        contents = page.get_contents()
        assert contents is not None
        depth = 0
        for line in contents.get_data().decode("latin-1").splitlines():
            depth += line.endswith(("BDC", "BMC")) - (line == "EMC")
            assert depth in {0, 1}
            assert depth or not TEXT_OR_LINE.match(line), line
        assert depth == 0


def test_every_marked_piece_is_found_from_its_page() -> None:
    reader = rendered(Language.FRENCH)
    root = reader.root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)
    numbers = root["/ParentTree"].get_object()["/Nums"]  # type: ignore[index]

    for place, page in enumerate(reader.pages):
        contents = page.get_contents()
        assert contents is not None
        marked = contents.get_data().count(b"/MCID")
        assert str(page["/StructParents"]) == str(place)
        assert str(page["/Tabs"]) == "/S"
        assert len(numbers[2 * place + 1].get_object()) == marked


def elements(element: PdfObject | None, tag: str) -> list[DictionaryObject]:
    """Return the elements of a structure that have this tag."""
    element = element.get_object() if element is not None else None
    if isinstance(element, ArrayObject):
        return [found for child in element for found in elements(child, tag)]
    if not isinstance(element, DictionaryObject) or "/S" not in element:
        return []
    own = [element] if str(element["/S"]) == tag else []
    return own + elements(element.get("/K"), tag)


@pytest.mark.parametrize("language", list(Language))
def test_maps_and_bars_are_told_in_words(language: Language) -> None:
    document = realise_national(nations.plan(), language, nations.ISSUED_ON)
    (tiles,) = (block for block in document.blocks if isinstance(block, TileMap))
    reader = PdfReader(BytesIO(render(document, ISSUE, "").pdf))
    root = reader.root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)
    bar, told = (seen(str(figure["/Alt"])) for figure in elements(root["/K"], "/Figure"))
    if tiles.key_title not in told:
        bar, told = told, bar

    assert told.startswith(tiles.key_title)
    assert all(seen(f"{plain(tile.name)} {plain(tile.value)}") in told for tile in tiles.tiles)
    assert re.search(r"\w+ \d+", bar)


@pytest.mark.parametrize("language", list(Language))
def test_title_and_sections_are_the_outline(language: Language) -> None:
    document = realise_national(nations.plan(), language, nations.ISSUED_ON)
    reader = PdfReader(BytesIO(render(document, ISSUE, "").pdf))
    (title, sections) = reader.outline
    assert isinstance(title, Destination)
    assert isinstance(sections, list)
    entries = [entry for entry in sections if isinstance(entry, Destination)]
    pages = [reader.get_destination_page_number(entry) or 0 for entry in entries]
    headings = [block for block in document.blocks if isinstance(block, Heading)]

    assert str(title.title) in {
        block.title for block in document.blocks if isinstance(block, Title)
    }
    assert [seen(str(entry.title)) for entry in entries] == [
        f"{heading.number} {heading.text}" for heading in headings
    ]
    assert pages == sorted(pages)
    # The last section may run over onto one more page.
    assert len(reader.pages) - 2 <= pages[-1] < len(reader.pages)


def test_no_helvetica_is_asked_for() -> None:
    assert b"Helvetica" not in render(session(Language.ARABIC), ISSUE, "").pdf


def test_every_stream_ends_with_a_line_end_that_is_not_its_own() -> None:
    pdf = render(session(Language.ARABIC), ISSUE, "").pdf
    # Source: ISO 19005-2, 6.1.7.1.
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", pdf))

    assert len(streams) > 10
    for stream in streams:
        end = stream.end() + int(stream[1])
        assert pdf[end : end + 11] == b"\nendstream\n"


def test_the_private_names_of_reportlab_are_still_there() -> None:
    """A new ReportLab must still have them before its version is raised in pyproject.toml."""
    canvas = Canvas(BytesIO(), invariant=1)
    canvas._code.append("0 g")
    canvas.showPage()
    page = canvas._doc.idToObject["Page1"]
    stream = pdfdoc.PDFStream(content=b"x", filters=[])

    assert callable(canvas._make_preamble)
    assert canvas._preamble.startswith("1 0 0 1 0 0 cm")
    assert "0 g" in page.stream
    assert page.Contents is None
    assert {"Contents", "Parent"} <= set(page.__NoDefault__)
    assert "ViewerPreferences" in canvas._doc.Catalog.__NoDefault__
    assert canvas._doc.idToObject[pdfdoc.BasicFonts].dict is not None
    assert stream.format(canvas._doc).endswith(b"xendstream\n")


@pytest.mark.parametrize("language", list(Language))
def test_every_row_has_as_many_cells_as_there_are_headings(language: Language) -> None:
    """Empty cells count, and so do bars: screen readers navigate by column."""
    report = realise_period(reports.MOCK_UP, language, reports.ISSUED_ON)
    tags = structure(PdfReader(BytesIO(render(report, ISSUE, "").pdf)))
    rows: list[list[str]] = []
    for tag in tags:
        if tag in ("/Table", "/TR"):
            rows.append([tag])
        elif tag in ("/TH", "/TD"):
            rows[-1].append(tag)
    tables = " ".join(str(len(row) - 1) if row[0] == "/TR" else ";" for row in rows)
    for table in filter(None, map(str.split, tables.split(";"))):
        assert len(set(table)) == 1
    assert tags.count("/Figure") == 3 + 3 + 5 + 1 + 1  # bars, the chart, the bar of states
