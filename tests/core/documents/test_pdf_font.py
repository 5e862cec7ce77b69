"""The PDF's font dictionaries match the embedded fonts."""

from io import BytesIO

import pytest
import uharfbuzz as hb
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from outreach_app.documents.render import render
from outreach_app.i18n import Language
from tests.core.documents.samples import ISSUE, session


def entry(container: PdfObject, *names: str) -> PdfObject:
    """Return the object under these nested names, following references."""
    for name in names:
        assert isinstance(container, DictionaryObject)
        found = container[name].get_object()
        assert found is not None
        container = found
    return container


def fonts(language: Language) -> list[PdfObject]:
    page = PdfReader(BytesIO(render(session(language), ISSUE, "").pdf)).pages[0]
    held = entry(page, "/Resources", "/Font")
    assert isinstance(held, DictionaryObject)
    return [entry(held, name) for name in held]


@pytest.mark.parametrize("language", list(Language))
def test_the_widths_of_the_file_are_the_advances_of_its_fonts(language: Language) -> None:
    # Source: ISO 19005-2, 6.2.11.5.
    found = fonts(language)

    assert len(found) == 5
    for font in found:
        descendants = entry(font, "/DescendantFonts")
        assert isinstance(descendants, ArrayObject)
        descendant = descendants[0].get_object()
        program, widths = entry(descendant, "/FontDescriptor", "/FontFile2"), descendant["/W"][1]
        assert isinstance(program, StreamObject)
        embedded = hb.Font(hb.Face(program.get_data()))
        advances = [embedded.get_glyph_h_advance(code) for code in range(1, len(widths) + 1)]
        assert [int(width) for width in widths] == advances
