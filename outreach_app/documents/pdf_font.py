"""Embeds the glyphs a document uses: a subset font, addressed by Identity-H, readable as text."""

from collections.abc import Iterator, Sequence

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from outreach_app.documents.archival import stream
from outreach_app.documents.faces import Face, load
from outreach_app.documents.glyphs import Glyph

# Tables that only a text layout needs: the glyphs are already chosen and placed.
UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "DSIG", "BASE")
# A glyph without a text of its own still has to map to something (PDF/A-2a).
NO_TEXT = "\u200b"
SYMBOLIC = 4
STEM_WIDTH = 80
# Below this shift, in thousandths of the size, a glyph stands where its advance put it.
TOLERANCE = 0.3
MAPPING_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    " /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def"
    " /CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    " 1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
MAPPING_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"


class EmbeddedFont:
    """One face in one document: one code per glyph and the text it stands for there."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[int, str], int] = {}
        self._written: dict[tuple[Glyph, ...], str] = {}

    def show(self, glyphs: tuple[Glyph, ...]) -> str:
        """The operators that draw these glyphs, from where the text matrix stands."""
        known = self._written.get(glyphs)
        if known is None:
            known = self._written[glyphs] = " ".join(self._operators(glyphs))
        return known

    def object(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
        """The Type 0 font with everything it refers to. Source: ISO 32000-1, 9.7."""
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

    def _operators(self, glyphs: Sequence[Glyph]) -> Iterator[str]:
        advances = load(self.face).advances
        shown, position, rise = "", 0.0, 0.0
        for glyph in glyphs:
            if glyph.rise != rise:
                if shown:
                    yield f"[<{shown}>]TJ"
                yield f"{glyph.rise:g} Ts"
                shown, rise = "", glyph.rise
            if abs(glyph.offset - position) > TOLERANCE:
                shown += f">{position - glyph.offset:.1f}<"
                position = glyph.offset
            shown += f"{self._code(glyph):04X}"
            position += advances[glyph.number]
        yield f"[<{shown}>]TJ"
        if rise:
            yield "0 Ts"

    def _code(self, glyph: Glyph) -> int:
        return self._codes.setdefault((glyph.number, glyph.text), len(self._codes) + 1)

    def _descendant(
        self, document: pdfdoc.PDFDocument, name: pdfdoc.PDFName
    ) -> pdfdoc.PDFDictionary:
        advances = load(self.face).advances
        widths = [round(advances[glyph], 2) for glyph, _ in self._codes]
        numbers = b"".join(glyph.to_bytes(2, "big") for glyph, _ in self._codes)
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
                "CIDToGIDMap": document.Reference(stream(b"\0\0" + numbers)),
            }
        )

    def _descriptor(
        self, document: pdfdoc.PDFDocument, name: pdfdoc.PDFName
    ) -> pdfdoc.PDFDictionary:
        file, subset = load(self.face), self._subset()
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
                "FontFile2": document.Reference(stream(subset, {"Length1": len(subset)})),
            }
        )

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({glyph for glyph, _ in self._codes})
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.encode(), "big") for tag in UNUSED_TABLES
        )
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
        return bytes(hb.subset(load(self.face).outlines, wanted).blob.data)

    def _mapping(self) -> bytes:
        """From codes back to text, at most 100 to a block. Source: ISO 32000-1, 9.10.3."""
        rows = [
            f"<{code:04X}> <{(text or NO_TEXT).encode('utf-16-be').hex()}>"
            for (_, text), code in self._codes.items()
        ]
        lines = [MAPPING_HEAD]
        for start in range(0, len(rows), 100):
            block = rows[start : start + 100]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*lines, MAPPING_TAIL]).encode()
