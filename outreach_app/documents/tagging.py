"""A canvas that tags its content, so that readers and screen readers get its structure."""

from codecs import BOM_UTF16_BE
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from outreach_app.documents.archival import ArchivalStream, Metadata, add_entries, describe, stream
from outreach_app.documents.faces import Face
from outreach_app.documents.glyphs import Colour
from outreach_app.documents.pdf_font import EmbeddedFont

# ReportLab's own name of the font dictionary that every page references.
FONTS = pdfdoc.BasicFonts


@dataclass(frozen=True, slots=True)
class Step:
    """One step down the structure tree: under one parent, equal keys are the same element.

    Siblings are in the order they are first drawn in, so everything is drawn in reading order.
    `attributes` are entries of its dictionary, in PDF syntax.
    """

    tag: str
    key: int
    attributes: tuple[tuple[str, str], ...] = ()

    def saying(self, words: str) -> "Step":
        """Return the step with alternative text, which screen readers say instead."""
        spoken = f"<{(BOM_UTF16_BE + words.encode('utf-16-be')).hex()}>"
        return replace(self, attributes=(*self.attributes, ("Alt", spoken)))


Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of `width` × `height` pixels; `colours` has a byte each of red, green and blue.

    Its colour profile is that of the whole file, sRGB.
    """

    width: int
    height: int
    colours: bytes

    def object(self) -> ArchivalStream:
        """Return the image as a stream."""
        names = {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceRGB"}
        entries = {name: pdfdoc.PDFName(value) for name, value in names.items()}
        sides = {"Width": self.width, "Height": self.height, "BitsPerComponent": 8}
        return stream(self.colours, entries | sides)


@dataclass(slots=True)
class _Element:
    step: Step
    children: dict[tuple[str, int], "_Element"] = field(default_factory=dict)
    # (page number, marked-content id) of each piece, in drawing order
    pieces: list[tuple[int, int]] = field(default_factory=list)


# ReportLab ships no types: its classes are of unknown type to mypy.
class _Canvas(Canvas):  # type: ignore[misc]
    """A canvas without Helvetica, which would have to be embedded in an archive."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    @property
    def document(self) -> pdfdoc.PDFDocument:
        return self._doc

    def add(self, *operators: str) -> None:
        """Append operators to the page unchanged."""
        self._code.extend(operators)

    def refer(self, name: str, drawn: pdfdoc.PDFStream) -> str:
        """Add a reference to a drawn object to the page, and return its name there."""
        if not self._doc.hasForm(name):
            self._doc.addForm(name, drawn)
        self._formsinuse.append(name)
        return str(self._doc.getXObjectName(name))


class TaggedCanvas:
    """Pages on which every mark belongs to a structure element or is an artifact.

    Measures are in points from the lower left corner, on a page that is enlarged by `scale`.
    """

    def __init__(self, size: tuple[float, float], metadata: Metadata, scale: float = 1) -> None:
        self._file = BytesIO()
        self._scale = scale
        self._is_page_begun = False
        width, height = size
        self._canvas = _Canvas(
            self._file,
            pagesize=(width * scale, height * scale),
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
        )
        self._document = self._canvas.document
        self._metadata = metadata
        self._root = _Element(Step("Document", 0))
        # the element of each marked-content id, by page
        self._marks: list[list[_Element]] = [[]]
        self._fonts: dict[Face, EmbeddedFont] = {}
        # The depth of the last outline entry; the next is at most one deeper.
        self._depth = -1
        self._entries = 0

    def font(self, face: Face) -> EmbeddedFont:
        """Return the face as embedded in this document, added when first used."""
        if face not in self._fonts:
            self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return self._fonts[face]

    @property
    def lacking(self) -> str:
        """The characters that no face contains, each once."""
        return "".join(sorted(set().union(*(font.lacking for font in self._fonts.values()))))

    def outline(self, words: str, depth: int, top: float) -> None:
        """Add a heading to the outline of the file; depth 0 is the highest."""
        self._depth = min(depth, self._depth + 1)
        self._entries += 1
        name = f"heading{self._entries}"
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=round(top * self._scale, 2), zoom=0)
        self._canvas.addOutlineEntry(words, name, level=self._depth)

    def write(self, operators: str, path: Path | None) -> None:
        """Draw operators as part of an element; None makes them an artifact."""
        if not self._is_page_begun:
            self._is_page_begun = True
            if self._scale != 1:
                self._canvas.scale(self._scale, self._scale)
        self._canvas.add(self._opening(path), f"q {operators} Q", "EMC")

    def place(self, path: Path) -> None:
        """Reserve the position of an element without content, such as an empty cell."""
        self._element(path)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], width: float, colour: Colour
    ) -> None:
        """Draw a straight line, which is always an artifact."""
        red, green, blue = colour
        (left, bottom), (right, top) = start, end
        self.write(
            f"{red:.3f} {green:.3f} {blue:.3f} RG {width:g} w"
            f" {left:.2f} {bottom:.2f} m {right:.2f} {top:.2f} l S",
            None,
        )

    def show(
        self, picture: Picture, corner: tuple[float, float], size: tuple[float, float]
    ) -> None:
        """Draw an image as an artifact, with its lower left corner at `corner`."""
        name = self._canvas.refer("emblem", picture.object())
        (left, bottom), (width, height) = corner, size
        self.write(f"{width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm /{name} Do", None)

    def end_page(self) -> None:
        """Finish a page and start the next."""
        number = len(self._marks)
        self._canvas.showPage()
        page = self._document.idToObject[f"Page{number}"]
        page.Contents = stream(page.stream.encode("ascii"))
        add_entries(page, StructParents=number - 1, Tabs=pdfdoc.PDFName("S"))
        self._marks.append([])
        self._is_page_begun = False

    def finish(self) -> bytes:
        """Return the whole file, after the last page was ended."""
        self._marks.pop()
        describe(self._document, self._metadata)
        fonts = self._document.idToObject[FONTS].dict
        for font in self._fonts.values():
            fonts[font.resource] = self._document.Reference(font.object(self._document))
        self._write_structure()
        self._canvas.save()
        return self._file.getvalue()

    def _opening(self, path: Path | None) -> str:
        if path is None:
            return "/Artifact BMC"
        element = self._element(path)
        marks = self._marks[-1]
        element.pieces.append((len(self._marks), len(marks)))
        marks.append(element)
        return f"/{element.step.tag} <</MCID {len(marks) - 1}>> BDC"

    def _element(self, path: Path) -> _Element:
        found = self._root
        for step in path:
            found = found.children.setdefault((step.tag, step.key), _Element(step))
        return found

    def _write_structure(self) -> None:
        document = self._document
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        reference = document.Reference(root)
        references: dict[int, pdfdoc.PDFObjectReference] = {}
        root["K"] = self._write_element(self._root, reference, references)
        numbers: list[object] = []
        for page, marks in enumerate(self._marks):
            parents = pdfdoc.PDFArray([references[id(element)] for element in marks])
            numbers += [page, document.Reference(parents)]
        root["ParentTree"] = document.Reference(_dictionary({"Nums": pdfdoc.PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(self._marks)
        document.Catalog.StructTreeRoot = reference
        document.Catalog.MarkInfo = document.Reference(_dictionary({"Marked": "true"}))

    def _write_element(
        self,
        element: _Element,
        parent: pdfdoc.PDFObjectReference,
        references: dict[int, pdfdoc.PDFObjectReference],
    ) -> pdfdoc.PDFObjectReference:
        step = element.step
        entries = {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(step.tag), "P": parent}
        written = _dictionary(entries | dict(step.attributes))
        own = references[id(element)] = self._document.Reference(written)
        pieces: list[object] = [_piece(page, mark) for page, mark in element.pieces]
        pieces += [
            self._write_element(child, own, references) for child in element.children.values()
        ]
        written["K"] = pdfdoc.PDFArray(pieces)
        return own


def _dictionary(entries: Mapping[str, object]) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(dict(entries))


def _piece(page: int, mark: int) -> pdfdoc.PDFDictionary:
    where = pdfdoc.PDFObjectReference(f"Page{page}")
    return _dictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": where, "MCID": mark})
