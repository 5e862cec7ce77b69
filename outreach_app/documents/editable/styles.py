"""The styles of a document as Word styles, so that its look can be changed in one place."""

from dataclasses import fields
from math import floor

from docx.document import Document
from docx.oxml.ns import qn

from outreach_app.documents.editable.markup import (
    Element,
    element,
    hexadecimal,
    paragraph_properties,
    twips,
)
from outreach_app.documents.faces import Face
from outreach_app.documents.glyphs import Alignment
from outreach_app.documents.styles import Style, Styles
from outreach_app.i18n import Language

# The family and weight of each face, as installed on users' computers.
FAMILIES = {
    Face.AMIRI: ("Amiri", False),
    Face.AMIRI_BOLD: ("Amiri", True),
    Face.PLEX: ("IBM Plex Sans Arabic", False),
    Face.PLEX_MEDIUM: ("IBM Plex Sans Arabic", False),
    Face.PLEX_SEMIBOLD: ("IBM Plex Sans Arabic", True),
    Face.TIFINAGH: ("Noto Sans Tifinagh", False),
}
# The fallback in Word and LibreOffice if a family is missing.
SUBSTITUTES = {"Amiri": "Traditional Arabic", "IBM Plex Sans Arabic": "Arial"}
# Our styles that correspond to a built-in style of Word.
NAMES = {
    "cell": "Normal",
    "body": "Body Text",
    "title": "Title",
    "subtitle": "Subtitle",
    "heading": "heading 1",
    "footer": "footer",
    "signature": "Signature",
}
ALIGNMENTS = {Alignment.END: "end", Alignment.CENTRE: "center", Alignment.JUSTIFIED: "both"}
# The parts of the template that Word requires.
KEPT = ("character", "table", "numbering")


def style_id(name: str) -> str:
    """Return the id of one of our styles (a field of `Styles`)."""
    return NAMES.get(name, name).title().replace(" ", "").replace("_", "")


def dress(document: Document, of: Styles, language: Language) -> None:
    """Replace the template's styles with those of a design."""
    sheet = document.styles.element
    for made in list(sheet):
        is_style = made.tag == qn("w:style")
        is_kept = made.get(qn("w:type")) in KEPT and made.get(qn("w:default")) is not None
        if made.tag == qn("w:docDefaults") or (is_style and not is_kept):
            sheet.remove(made)
    sheet.insert(0, _defaults(of.cell, language))
    for field in fields(of):
        sheet.append(_style(field.name, getattr(of, field.name), language))


def font_table() -> Element:
    """Return the font families of a document, each with its fallback."""
    families = (
        element("font", element("altName", val=substitute), name=family)
        for family, substitute in SUBSTITUTES.items()
    )
    return element("fonts", *families)


def _defaults(of: Style, language: Language) -> Element:
    tongues = element("lang", val="fr-FR", bidi="ar-MA")
    characters = element("rPrDefault", element("rPr", *_characters(of), tongues))
    lines = element("pPrDefault", paragraph_properties(*_lines(of, language)))
    return element("docDefaults", characters, lines)


def _style(name: str, of: Style, language: Language) -> Element:
    is_default = {"default": 1} if name == "cell" else {}
    keeps = [element("keepNext"), element("keepLines")] if name == "heading" else []
    properties = paragraph_properties(*keeps, *_lines(of, language))
    if name == "heading":
        properties.append(element("outlineLvl", val=0))
    return element(
        "style",
        element("name", val=NAMES.get(name, name.replace("_", " ").capitalize())),
        None if is_default else element("basedOn", val=style_id("cell")),
        element("qFormat"),
        properties,
        element("rPr", *_characters(of)),
        type="paragraph",
        styleId=style_id(name),
        **is_default,
    )


def _lines(of: Style, language: Language) -> list[Element]:
    alignment = ALIGNMENTS.get(of.alignment, "start")
    # LibreOffice (25.2) hangs on Amiri's kashidas in a justified paragraph.
    if of.alignment is Alignment.JUSTIFIED and language.is_right_to_left:
        alignment = "start"
    spacing = element(
        "spacing",
        before=twips(of.above),
        after=twips(of.below),
        line=twips(of.leading),
        lineRule="exact",
    )
    direction = element("bidi", val=int(language.is_right_to_left))
    return [direction, spacing, element("jc", val=alignment)]


def _characters(of: Style) -> list[Element]:
    """Return face and size; Word's half points are rounded down, so that pages still fit."""
    family, is_bold = FAMILIES[of.face]
    size, bold = floor(2 * of.size), int(is_bold)
    return [
        element("rFonts", ascii=family, hAnsi=family, cs=family),
        element("b", val=bold),
        element("bCs", val=bold),
        element("color", val=hexadecimal(of.colour)),
        element("sz", val=size),
        element("szCs", val=size),
    ]
