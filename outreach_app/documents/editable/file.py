"""Writing of a realised document as a DOCX file: the same input gives the same bytes."""

from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Pt

from outreach_app.documents.editable.blocks import Converter
from outreach_app.documents.editable.furniture import footer, header
from outreach_app.documents.editable.letterhead import EMBLEM_HEIGHT, EMBLEM_WIDTH
from outreach_app.documents.editable.markup import Element, twips
from outreach_app.documents.editable.page import Page
from outreach_app.documents.editable.styles import dress, font_table
from outreach_app.documents.imprint import unit_of
from outreach_app.documents.requests import Issue
from outreach_app.documents.styles import (
    BODY_BOTTOM,
    FIRST_TOP,
    MARGIN,
    MILLIMETRE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    styles,
)
from outreach_app.summaries.prose.blocks import Realised

# The parts of python-docx's template that describe its author's Word.
OF_THE_TEMPLATE = (
    "/thumbnail",
    "/extended-properties",
    "/stylesWithEffects",
    "/customXml",
    "/fontTable",
)
# The layout of Word 2013, which later versions support too.
LAYOUT = "15"
FOOTER_DISTANCE = 6.4 * MILLIMETRE


def write_editable(document: Realised, issue: Issue, title: str) -> bytes:
    """Return the file of a document; `title` is in its metadata."""
    made = docx.Document()
    _settle(made)
    dress(made, styles(document.language, document.design), document.language)
    _describe(made, document, issue, title)
    page = Page(document.language)
    converter = Converter(page, _emblem(made, issue.emblem))
    for block in document.blocks:
        for part in converter.converted(block):
            made.element.body.sectPr.addprevious(part)
    _measure(made.element.body.sectPr)
    _furnish(made.sections[0], page, document, issue, title)
    return _packed(made)


def _settle(made: Document) -> None:
    """Remove the metadata of the template, and set the layout version."""
    for part in (made.part, made.part.package):
        for name, relation in list(part.rels.items()):
            if relation.reltype.endswith(OF_THE_TEMPLATE):
                del part.rels[name]
    uri = PackURI("/word/fontTable.xml")
    content = serialize_part_xml(font_table())
    fonts = Part(uri, CONTENT_TYPE.WML_FONT_TABLE, content, made.part.package)
    made.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    settings = made.settings.element
    for each in settings.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), LAYOUT)
    for each in [*settings.iter(qn("w:useFELayout")), *settings.iter(qn("w:rsids"))]:
        each.getparent().remove(each)


def _describe(made: Document, document: Realised, issue: Issue, title: str) -> None:
    """Set the metadata: the author is the office, never a person."""
    properties, unit = made.core_properties, unit_of(document)
    properties.title = title
    properties.author = properties.last_modified_by = unit
    properties.comments = ""
    properties.language = document.language.locale.replace("_", "-")
    moment = issue.issued_at.astimezone(UTC).replace(tzinfo=None)
    properties.created = properties.modified = moment


def _emblem(made: Document, content: bytes | None) -> Element | None:
    """Return the image of the office, a PNG, scaled to the slot."""
    if content is None:
        return None
    _name, image = made.part.get_or_add_image(BytesIO(content))
    scale = min(EMBLEM_WIDTH / image.px_width, EMBLEM_HEIGHT / image.px_height)
    width, height = Pt(image.px_width * scale), Pt(image.px_height * scale)
    return made.part.new_pic_inline(BytesIO(content), width, height)


def _measure(section: Element) -> None:
    """Set the page to the dimensions of the printed one."""
    distances = {"top": FIRST_TOP, "header": FIRST_TOP, "bottom": PAGE_HEIGHT - BODY_BOTTOM}
    distances |= {"left": MARGIN, "right": MARGIN, "footer": FOOTER_DISTANCE}
    for name, measures in (("pgSz", {"w": PAGE_WIDTH, "h": PAGE_HEIGHT}), ("pgMar", distances)):
        for made in section.iter(qn(f"w:{name}")):
            for side, points in measures.items():
                made.set(qn(f"w:{side}"), str(twips(points)))


def _furnish(section: Section, page: Page, document: Realised, issue: Issue, title: str) -> None:
    """Add the footer to every page, and the running head to all but the first."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    _fill(section.header.part.element, header(page, document, title))
    for each in (section.footer, section.first_page_footer):
        each.is_linked_to_previous = False
        _fill(each.part.element, footer(page, document, issue))


def _fill(container: Element, parts: Iterable[Element]) -> None:
    for empty in list(container):
        container.remove(empty)
    container.extend(parts)


def _packed(made: Document) -> bytes:
    """Return the file without timestamps."""
    saved, packed = BytesIO(), BytesIO()
    made.save(saved)
    with ZipFile(saved) as original, ZipFile(packed, "w", ZIP_DEFLATED) as copy:
        for name in original.namelist():
            copy.writestr(ZipInfo(name), original.read(name), ZIP_DEFLATED)
    return packed.getvalue()
