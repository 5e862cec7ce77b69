"""The font file of one document, in which glyph n draws cell n.

Source for every table and offset: OpenType specification, glyf, loca, head, hhea, hmtx, maxp.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

import uharfbuzz as hb

from outreach_app.documents.faces import Face, load
from outreach_app.documents.glyphs import Cell, Part

TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
# Flags of a component, for what follows its flags and glyph: its offsets, then its scale.
ARE_WORDS, MORE_FOLLOW, SCALE, TWO_SCALES, MATRIX = 0x1, 0x20, 0x8, 0x40, 0x80
OFFSETS_IN_WORDS = 0x3
# A scale is a fixed-point number with 14 fraction bits.
FIXED = 1 << 14
SIMPLE_HEADER = 10


def font_program(face: Face, cells: Sequence[Cell]) -> bytes:
    """Return a font file with the cells as glyphs 1, 2, 3 …, and their components after them."""
    glyphs = _Glyphs(face, len(cells) + 1)
    drawn = [glyphs.notdef(), *(glyphs.cell(cell) for cell in cells)]
    drawn += glyphs.components()
    tables = _tables(face, drawn)
    made = hb.Face.create_for_tables(lambda _face, tag, _: tables.get(tag), None)
    made.set_get_table_tags_func(lambda _face, _: list(tables), None)
    return bytes(made.blob.data)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A glyph of the new file: its outline and its advance, in font units."""

    outline: bytes
    advance: int


class _Glyphs:
    """Builds cells from glyphs of a face; components are numbered when first used."""

    def __init__(self, face: Face, first_component: int) -> None:
        self._source = _source(face)
        self._first = first_component
        self._numbers: dict[int, int] = {}

    def notdef(self) -> _Drawn:
        """Return the glyph for missing characters."""
        return self._copy(0)

    def cell(self, cell: Cell) -> _Drawn:
        """Return a cell: a copied glyph if it starts at the pen, else a composite glyph."""
        source = self._source
        advance = round(cell.advance * source.scale)
        parts = [part for part in cell.parts if source.outline(part.glyph)]
        if not parts:
            return _Drawn(b"", advance)
        if len(parts) == 1 and parts[0] == Part(parts[0].glyph, 0, 0):
            return _Drawn(self._copy(parts[0].glyph).outline, advance)
        return _Drawn(self._composite(parts), advance)

    def components(self) -> list[_Drawn]:
        """Return the components of the glyphs so far, and their own components."""
        drawn: list[_Drawn] = []
        while len(drawn) < len(self._numbers):
            drawn += [self._copy(glyph) for glyph in list(self._numbers)[len(drawn) :]]
        return drawn

    def _copy(self, glyph: int) -> _Drawn:
        outline = self._source.outline(glyph)
        if outline[:1] >= b"\x80":
            outline = self._renumbered(outline)
        return _Drawn(outline, self._source.advance(glyph))

    def _number(self, glyph: int) -> int:
        return self._numbers.setdefault(glyph, self._first + len(self._numbers))

    def _renumbered(self, outline: bytes) -> bytes:
        """Return a composite glyph of the source with the new numbers of its components."""
        changed, at, flags = bytearray(outline), SIMPLE_HEADER, MORE_FOLLOW
        while flags & MORE_FOLLOW:
            flags, glyph = struct.unpack_from(">HH", outline, at)
            struct.pack_into(">H", changed, at + 2, self._number(glyph))
            at += 8 if flags & ARE_WORDS else 6
            at += 2 * bool(flags & SCALE) + 4 * bool(flags & TWO_SCALES) + 8 * bool(flags & MATRIX)
        return bytes(changed)

    def _composite(self, parts: Sequence[Part]) -> bytes:
        scale = self._source.scale
        places = [
            (part.glyph, round(part.x * scale), round(part.y * scale), part.size / 1000)
            for part in parts
        ]
        boxes = [
            (left * size + x, bottom * size + y, right * size + x, top * size + y)
            for glyph, x, y, size in places
            for left, bottom, right, top in [self._source.bounds(glyph)]
        ]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        corners = (*map(floor, (min(lefts), min(bottoms))), *map(ceil, (max(rights), max(tops))))
        drawn = struct.pack(">5h", -1, *corners)
        for left, (glyph, x, y, size) in zip(range(len(places) - 1, -1, -1), places, strict=True):
            flags = OFFSETS_IN_WORDS | (MORE_FOLLOW if left else 0) | (SCALE if size != 1 else 0)
            drawn += struct.pack(">HHhh", flags, self._number(glyph), x, y)
            if size != 1:
                drawn += struct.pack(">h", round(size * FIXED))
        return drawn


class _Source:
    """The outlines of a face without instructions, by glyph, read once per process."""

    def __init__(self, face: Face) -> None:
        outlines = load(face).outlines
        self.scale: float = outlines.upem / 1000
        self._advances = load(face).advances
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(range(outlines.glyph_count))
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
        )
        bare = hb.subset(outlines, wanted)
        self.tables = {tag: bytes(bare.reference_table(tag).data) for tag in TABLES}
        loca, is_long = self.tables["loca"], self.tables["head"][51]
        self._ends = (
            struct.unpack(f">{len(loca) // 4}I", loca)
            if is_long
            else tuple(2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca))
        )

    def outline(self, glyph: int) -> bytes:
        """Return the outline of a glyph, empty if it has no ink."""
        return self.tables["glyf"][self._ends[glyph] : self._ends[glyph + 1]]

    def bounds(self, glyph: int) -> tuple[int, int, int, int]:
        """Return xMin, yMin, xMax, yMax of a glyph with ink."""
        left, bottom, right, top = struct.unpack_from(">4h", self.outline(glyph), 2)
        return left, bottom, right, top

    def advance(self, glyph: int) -> int:
        """Return the advance of a glyph, in font units."""
        return round(self._advances[glyph] * self.scale)


@cache
def _source(face: Face) -> _Source:
    return _Source(face)


def _tables(face: Face, drawn: Sequence[_Drawn]) -> dict[str, bytes]:
    outlines = [glyph.outline + b"\0" * (-len(glyph.outline) % 4) for glyph in drawn]
    ends = [0]
    for outline in outlines:
        ends.append(ends[-1] + len(outline))
    lefts = [struct.unpack_from(">h", each, 2)[0] if each else 0 for each in outlines]
    metrics = zip((glyph.advance for glyph in drawn), lefts, strict=True)
    source = _source(face).tables
    most = max((_components(outline) for outline in outlines), default=0)
    return {
        "glyf": b"".join(outlines),
        "loca": struct.pack(f">{len(ends)}I", *ends),
        "hmtx": b"".join(struct.pack(">Hh", *each) for each in metrics),
        "head": _patched(source["head"], {50: 1}),
        "hhea": _patched(
            source["hhea"], {10: max(glyph.advance for glyph in drawn), 34: len(drawn)}
        ),
        "maxp": _limits(source["maxp"], len(drawn), most),
    }


def _limits(maxp: bytes, count: int, most: int) -> bytes:
    """Return `maxp` with generous limits for composites of composites.

    `most` is the largest number of components of one glyph.
    """
    points, contours, _, _ = struct.unpack_from(">4H", maxp, 6)
    depth = int.from_bytes(maxp[30:32], "big")
    grown = max(most, int.from_bytes(maxp[28:30], "big")) ** 2
    return _patched(
        maxp,
        {
            4: count,
            10: min(0xFFFF, grown * points),
            12: min(0xFFFF, grown * contours),
            28: max(most, int.from_bytes(maxp[28:30], "big")),
            30: depth + 1,
        },
    )


def _components(outline: bytes) -> int:
    """Return the number of components of a glyph; 0 for a simple one."""
    if outline[:1] < b"\x80":
        return 0
    count, at, flags = 0, SIMPLE_HEADER, MORE_FOLLOW
    while flags & MORE_FOLLOW:
        (flags,) = struct.unpack_from(">H", outline, at)
        at += 8 if flags & ARE_WORDS else 6
        at += 2 * bool(flags & SCALE) + 4 * bool(flags & TWO_SCALES) + 8 * bool(flags & MATRIX)
        count += 1
    return count


def _patched(table: bytes, words: dict[int, int]) -> bytes:
    """Return a table with some unsigned words replaced, by offset."""
    changed = bytearray(table)
    for at, value in words.items():
        struct.pack_into(">H", changed, at, value)
    return bytes(changed)
