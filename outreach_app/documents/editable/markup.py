"""Elements of a Word document. Source of every name and order: ECMA-376, part 1, chapter 17."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from outreach_app.documents.glyphs import Colour

Element = BaseOxmlElement

# The paragraph properties used here, in the order of the schema.
PARAGRAPH_ORDER = ("pStyle", "keepNext", "keepLines", "pBdr", "bidi", "spacing", "ind", "jc")


@dataclass(frozen=True, slots=True)
class Border:
    """A border of a table, cell or paragraph, in points; `side` such as "top" or "insideH".

    `distance` is the gap to the text; Word allows at most 31 points.
    """

    side: str
    points: float
    colour: Colour
    is_dotted: bool = False
    distance: float = 0.0


def element(name: str, /, *children: Element | None, **attributes: object) -> Element:
    """Return an element with these children, except None, and attributes in the `w` namespace."""
    made: Element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def paragraph_properties(*properties: Element | None) -> Element:
    """Return the properties of a paragraph in schema order."""
    given = [each for each in properties if each is not None]
    return element("pPr", *sorted(given, key=lambda each: PARAGRAPH_ORDER.index(_name(each))))


def borders(name: str, lines: Sequence[Border]) -> Element | None:
    """Return borders in an element of that name, None if there are none."""
    return element(name, *map(_border, lines)) if lines else None


def shading(colour: Colour) -> Element:
    """Return the shading of a cell."""
    return element("shd", val="clear", color="auto", fill=hexadecimal(colour))


def twips(points: float) -> int:
    """Return points in twips, Word's unit of length."""
    return round(points * 20)


def hexadecimal(colour: Colour) -> str:
    """Return a colour as six hex digits."""
    return "".join(f"{round(part * 255):02X}" for part in colour)


def _border(line: Border) -> Element:
    """Return one border; Word counts its thickness in eighths of a point."""
    style = "dotted" if line.is_dotted else "single"
    eighths = max(round(line.points * 8), 2)
    space, colour = round(line.distance), hexadecimal(line.colour)
    return element(line.side, val=style, sz=eighths, space=space, color=colour)


def _name(made: Element) -> str:
    return str(made.tag).rpartition("}")[2]
