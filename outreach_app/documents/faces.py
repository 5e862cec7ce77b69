"""The font files of documents, read from their packages."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

import uharfbuzz as hb


class Face(Enum):
    """A font file: its package and folder, its PostScript name, its weight."""

    AMIRI = ("fontpkg_amiri/files", "Amiri-Regular", 400)
    AMIRI_BOLD = ("fontpkg_amiri/files", "Amiri-Bold", 700)
    PLEX = ("fontpkg_ibm_plex_sans_arabic/files", "IBMPlexSansArabic-Regular", 400)
    PLEX_MEDIUM = ("fontpkg_ibm_plex_sans_arabic/files", "IBMPlexSansArabic-Medium", 500)
    PLEX_SEMIBOLD = ("fontpkg_ibm_plex_sans_arabic/files", "IBMPlexSansArabic-SemiBold", 600)
    # No font package contains Tifinagh, an official script of Morocco.
    TIFINAGH = ("resources/fonts", "NotoSansTifinagh-Regular", 400)

    def __init__(self, place: str, postscript_name: str, weight: int) -> None:
        self.package, _, self.folder = place.partition("/")
        self.postscript_name = postscript_name
        self.weight = weight


# The faces to try, in order, for a letter that a face lacks.
FALLBACKS = (Face.AMIRI, Face.PLEX, Face.TIFINAGH)


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A font file with its metrics in 1/1000 em; `advances` by glyph id, `space` of U+0020."""

    data: bytes
    outlines: hb.Face
    characters: frozenset[int]
    advances: tuple[float, ...]
    space: int
    ascent: float
    descent: float
    bounds: tuple[int, int, int, int]

    def table(self, tag: str) -> bytes:
        """Return one table of the file, by its OpenType tag."""
        return bytes(self.outlines.reference_table(tag).data)


@cache
def load(face: Face) -> FaceFile:
    """Read a font file once per process."""
    data = (files(face.package) / face.folder / f"{face.postscript_name}.ttf").read_bytes()
    outlines = hb.Face(data)
    font, scale = hb.Font(outlines), 1000 / outlines.upem
    extents = font.get_font_extents("ltr")
    glyphs = range(outlines.glyph_count)
    advances = tuple(font.get_glyph_h_advance(glyph) * scale for glyph in glyphs)
    return FaceFile(
        data=data,
        outlines=outlines,
        characters=frozenset(outlines.unicodes),
        advances=advances,
        space=round(advances[font.get_nominal_glyph(ord(" "))]),
        ascent=extents.ascender * scale,
        descent=extents.descender * scale,
        bounds=_bounds(bytes(outlines.reference_table("head").data), scale),
    )


def _bounds(head: bytes, scale: float) -> tuple[int, int, int, int]:
    """Return xMin, yMin, xMax, yMax of `head`. Source: OpenType specification, head."""
    left, bottom, right, top = (
        round(int.from_bytes(head[at : at + 2], "big", signed=True) * scale)
        for at in (36, 38, 40, 42)
    )
    return left, bottom, right, top
