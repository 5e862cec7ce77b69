"""The embedded subset still draws every glyph the page asks for, and only those."""

from io import BytesIO

import pytest
import uharfbuzz as hb
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from outreach_app.documents.faces import Face, load
from outreach_app.documents.render import render
from outreach_app.i18n import Language
from tests.core.documents.samples import ISSUE, session


def entry(container: PdfObject, *names: str) -> PdfObject:
    """What these names lead to, one in the other, references followed."""
    for name in names:
        assert isinstance(container, DictionaryObject)
        found = container[name].get_object()
        assert found is not None
        container = found
    return container


def embedded(language: Language) -> dict[str, tuple[hb.Face, list[int]]]:
    """By PostScript name: the subset in the file, and the glyphs its codes lead to."""
    page = PdfReader(BytesIO(render(session(language), ISSUE, "").pdf)).pages[0]
    fonts = entry(page, "/Resources", "/Font")
    assert isinstance(fonts, DictionaryObject)
    return dict(subset(entry(fonts, name)) for name in fonts)


def subset(font: PdfObject) -> tuple[str, tuple[hb.Face, list[int]]]:
    descendants = entry(font, "/DescendantFonts")
    assert isinstance(descendants, ArrayObject)
    descendant = descendants[0].get_object()
    file, codes = (
        entry(descendant, "/FontDescriptor", "/FontFile2"),
        entry(descendant, "/CIDToGIDMap"),
    )
    assert isinstance(file, StreamObject)
    assert isinstance(codes, StreamObject)
    data = codes.get_data()
    glyphs = [int.from_bytes(data[at : at + 2], "big") for at in range(2, len(data), 2)]
    return str(entry(font, "/BaseFont")).split("+")[1], (hb.Face(file.get_data()), glyphs)


@pytest.mark.parametrize("language", list(Language))
def test_each_code_draws_the_same_ink_as_the_whole_font(language: Language) -> None:
    fonts = embedded(language)

    assert set(fonts) == {face.postscript_name for face in Face}
    for face in Face:
        part, glyphs = fonts[face.postscript_name]
        whole = load(face).outlines
        assert [outline(part, glyph) for glyph in glyphs] == [outline(whole, g) for g in glyphs]


def outline(face: hb.Face, glyph: int) -> tuple[object, ...]:
    """The box around a glyph's ink, in units of the font."""
    return tuple(hb.Font(face).get_glyph_extents(glyph))


@pytest.mark.parametrize("language", list(Language))
def test_the_embedded_part_is_small(language: Language) -> None:
    for face in Face:
        part, _ = embedded(language)[face.postscript_name]
        assert len(part.blob.data) < len(load(face).data) / 4
