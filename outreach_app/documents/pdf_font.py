"""The embedded font of a document: its cells, addressed by Identity-H, mapped to text."""

from reportlab.pdfbase import pdfdoc

from outreach_app.documents.archival import stream
from outreach_app.documents.faces import Face, load
from outreach_app.documents.font_program import font_program
from outreach_app.documents.glyphs import Cell

SYMBOLIC = 4
STEM_WIDTH = 80
MAPPING_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    " /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def"
    " /CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    " 1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
MAPPING_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"


class EmbeddedFont:
    """A face in one document, with one code for each distinct cell."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[Cell, int] = {}
        self._written: dict[tuple[Cell, ...], str] = {}

    def show(self, cells: tuple[Cell, ...]) -> str:
        """Return the operator that draws these cells at the current text matrix."""
        known = self._written.get(cells)
        if known is None:
            codes = "".join(f"{self._code(cell):04X}" for cell in cells)
            known = self._written[cells] = f"<{codes}> Tj"
        return known

    @property
    def lacking(self) -> set[str]:
        """The characters drawn as an empty box so far."""
        return {cell.text for cell in self._codes if any(part.glyph == 0 for part in cell.parts)}

    def object(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
        """Return the Type 0 font with all objects it references. Source: ISO 32000-1, 9.7."""
        name = pdfdoc.PDFName(f"OUTRCH+{self.face.postscript_name}")
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray(
                    [document.Reference(self._descendant(document, name))]
                ),
                "ToUnicode": document.Reference(stream(self._mapping())),
            }
        )

    def _code(self, cell: Cell) -> int:
        return self._codes.setdefault(cell, len(self._codes) + 1)

    def _descendant(
        self, document: pdfdoc.PDFDocument, name: pdfdoc.PDFName
    ) -> pdfdoc.PDFDictionary:
        widths = [cell.advance for cell in self._codes]
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "DW": 0,
                "FontDescriptor": document.Reference(self._descriptor(document, name)),
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            }
        )

    def _descriptor(
        self, document: pdfdoc.PDFDocument, name: pdfdoc.PDFName
    ) -> pdfdoc.PDFDictionary:
        file, program = load(self.face), font_program(self.face, tuple(self._codes))
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(list(file.bounds)),
                "ItalicAngle": 0,
                "Ascent": round(file.ascent),
                "Descent": round(file.descent),
                "CapHeight": round(file.ascent),
                "StemV": STEM_WIDTH,
                "FontFile2": document.Reference(stream(program, {"Length1": len(program)})),
            }
        )

    def _mapping(self) -> bytes:
        """Return the map from codes to text, at most 100 to a block.

        Source: ISO 32000-1, 9.10.3.
        """
        rows = [
            f"<{code:04X}> <{cell.text.encode('utf-16-be').hex()}>"
            for cell, code in self._codes.items()
        ]
        lines = [MAPPING_HEAD]
        for start in range(0, len(rows), 100):
            block = rows[start : start + 100]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*lines, MAPPING_TAIL]).encode()
