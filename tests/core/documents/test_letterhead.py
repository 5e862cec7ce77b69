"""The emblem is between the lines of the office and the number, and is an artifact."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from outreach_app.documents.composition import compose
from outreach_app.documents.elements import Row, Stack
from outreach_app.documents.letterhead import EMBLEM_HEIGHT, EMBLEM_WIDTH, Emblem, decode_emblem
from outreach_app.documents.paragraph import ShapedParagraph
from outreach_app.documents.render import render
from outreach_app.documents.styles import TEXT_WIDTH
from outreach_app.i18n import Language
from outreach_app.rules.emblems import prepare_emblem
from outreach_app.summaries.prose.blocks import Letterhead
from tests import makers
from tests.core.documents.reading import pages_of
from tests.core.documents.samples import ISSUE, TITLES, session

EMBLEM = prepare_emblem(makers.emblem_image())
WIDE = prepare_emblem(makers.emblem_image((1600, 400)))
FRENCH = Language.FRENCH
BOTH = pytest.mark.parametrize("language", Language)


def head(language: Language, emblem: bytes | None, line: str = "") -> Row:
    document = session(language)
    block = document.blocks[0]
    assert isinstance(block, Letterhead)
    lines = (*block.lines, line) if line else block.lines
    longer = replace(block, lines=lines)
    row = compose(replace(document, blocks=(longer, *document.blocks[1:])), emblem)[0]
    assert isinstance(row, Row)
    return row


def extent(left: float, stack: Stack) -> tuple[float, float]:
    """From where the ink of a column of lines starts to where its last words do."""
    paragraphs = [part for part in stack.parts if isinstance(part, ShapedParagraph)]
    starts = [word.left for each in paragraphs for line in each.lines for word in line.words]
    return left + min(starts), left + max(starts)


@pytest.mark.parametrize(
    ("size", "fitted"),
    [((320, 320), (EMBLEM_HEIGHT, EMBLEM_HEIGHT)), ((600, 120), (EMBLEM_WIDTH, EMBLEM_WIDTH / 5))],
)
def test_it_fills_its_slot_and_keeps_its_shape(
    size: tuple[int, int], fitted: tuple[float, float]
) -> None:
    emblem = decode_emblem(makers.emblem_image(size))
    assert (emblem.width, emblem.height) == pytest.approx(fitted)


@BOTH
@pytest.mark.parametrize("emblem", [EMBLEM, WIDE])
def test_it_stands_on_the_axis_of_the_page_and_the_lines_leave_it_room(
    language: Language, emblem: bytes
) -> None:
    row = head(language, emblem, "Préfecture de police " * 4)
    lines, _between, reference, (left, stack) = row.cells
    (image,) = stack.parts
    assert isinstance(image, Emblem)
    assert left + image.width / 2 == pytest.approx(TEXT_WIDTH / 2)
    boxes = sorted([extent(*lines), (left, left + image.width), extent(*reference)])
    assert all(end < start for (_, end), (start, _) in pairwise(boxes))


@BOTH
def test_without_one_its_slot_closes(language: Language) -> None:
    assert len(head(language, None).cells) == 3


@BOTH
def test_it_is_an_artifact_in_the_colours_of_the_file(language: Language) -> None:
    issue = replace(ISSUE, emblem=EMBLEM)
    rendered = render(session(language), issue, TITLES[language])
    (page,) = PdfReader(BytesIO(rendered.pdf)).pages
    (image,) = page.images
    assert image.image is not None
    assert (image.image.mode, image.image.size) == ("RGB", (267, 320))
    (entry,) = _resources(page["/Resources"].get_object(), "/XObject").values()
    drawn = entry.get_object()
    assert isinstance(drawn, DictionaryObject)
    assert str(drawn["/ColorSpace"]) == "/DeviceRGB"
    assert not {"/SMask", "/Mask", "/Interpolate", "/Metadata"} & drawn.keys()
    assert _tags_around_images(page.get_contents()) == ["/Artifact"]
    plain = render(session(language), ISSUE, TITLES[language])
    assert pages_of(rendered.pdf) == pages_of(plain.pdf)


def test_the_same_emblem_gives_the_same_bytes() -> None:
    issue = replace(ISSUE, emblem=EMBLEM)
    first, second = (render(session(FRENCH), issue, TITLES[FRENCH]).pdf for _ in range(2))
    assert first == second


def _resources(of_page: object, name: str) -> DictionaryObject:
    assert isinstance(of_page, DictionaryObject)
    found = of_page[name].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _tags_around_images(contents: ContentStream | None) -> list[str]:
    """Return the tag of each image of a page."""
    assert contents is not None
    tags, found = [], []
    for operands, operator in contents.operations:
        if operator in {b"BMC", b"BDC"}:
            tags.append(str(operands[0]))
        elif operator == b"EMC":
            tags.pop()
        elif operator == b"Do":
            found.append(tags[-1])
    return found
