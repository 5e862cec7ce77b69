"""Measures, colours and type sizes of the documents, in points."""

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_app.documents.faces import Face
from outreach_app.documents.glyphs import Alignment, Colour
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Design, Fill

MILLIMETRE = 72 / 25.4


def _hexadecimal(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


INK = _hexadecimal("1B1B1B")
MUTED = _hexadecimal("555555")
RULE = _hexadecimal("8C8C8C")
HAIRLINE = _hexadecimal("C9C9C9")
TEAL = _hexadecimal("0F4C52")
MID = _hexadecimal("7F9EA1")
LIGHT = _hexadecimal("C3D2D3")
WHITE = _hexadecimal("FFFFFF")
# The shades of a map, from the lightest.
STEPS = (WHITE, _hexadecimal("D7E2E2"), _hexadecimal("8FB0B2"), TEAL)
# The colours of a bar's parts and of their text; a pattern is drawn over the colour.
FILLS: Mapping[Fill, tuple[Colour, Colour]] = {
    Fill.SOLID: (TEAL, WHITE),
    Fill.MIDDLE: (MID, INK),
    Fill.LIGHT: (LIGHT, INK),
    Fill.PALE: (_hexadecimal("E8EEEE"), INK),
    Fill.EMPTY: (WHITE, INK),
    Fill.HATCHED: (WHITE, INK),
    Fill.DOTTED: (WHITE, INK),
    Fill.HATCHED_BACK: (WHITE, INK),
}

PAGE_WIDTH, PAGE_HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
MARGIN = 22 * MILLIMETRE
TEXT_WIDTH = 166 * MILLIMETRE
# The size of a statement relative to the text.
STATEMENT = 1.3
# Distances from the top edge of the page.
FIRST_TOP = 13 * MILLIMETRE
LATER_TOP = 15 * MILLIMETRE
BODY_BOTTOM = 277 * MILLIMETRE
FOOTER_RULE = 281 * MILLIMETRE
# From a line of the running head to its rule, and from the rule to the text.
HEAD_GAP, HEAD_BELOW = 1.5 * MILLIMETRE, 5 * MILLIMETRE
# The text height of every page but the first.
BODY_ROOM = BODY_BOTTOM - LATER_TOP - 13 - HEAD_GAP - HEAD_BELOW


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a paragraph; spaces above and below in points."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK
    alignment: Alignment = Alignment.START
    above: float = 0.0
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one design in one language."""

    letterhead: Style
    letterhead_unit: Style
    title: Style
    subtitle: Style
    body: Style
    statement: Style
    cell: Style
    figures: Style
    label: Style
    note: Style
    heading: Style
    key_figure: Style
    total: Style
    bold_figures: Style
    bar: Style
    tile_name: Style
    tile_value: Style
    assessment_heading: Style
    signature: Style
    footer: Style
    footer_level: Style


def styles(language: Language, design: Design = Design.SESSION) -> Styles:
    """Return the styles of one language: Arabic is about a tenth larger than French."""
    return _STYLES[design, language]


def _styles(sizes: Mapping[str, tuple[float, float]]) -> Styles:
    amiri, bold = Face.AMIRI, Face.AMIRI_BOLD
    plex, medium, semibold = Face.PLEX, Face.PLEX_MEDIUM, Face.PLEX_SEMIBOLD
    centre, gap = Alignment.CENTRE, 1.1 * MILLIMETRE
    body_size, body_leading = sizes["body"]
    cell_size, cell_leading = sizes["cell"]
    return Styles(
        letterhead=Style(amiri, *sizes["letterhead"]),
        letterhead_unit=Style(bold, *sizes["letterhead"]),
        title=Style(bold, *sizes["title"], TEAL, centre),
        subtitle=Style(amiri, *sizes["subtitle"], INK, centre),
        body=Style(amiri, *sizes["body"], INK, Alignment.JUSTIFIED, above=gap, below=gap),
        statement=Style(amiri, STATEMENT * body_size, STATEMENT * body_leading),
        cell=Style(amiri, cell_size, cell_leading),
        figures=Style(plex, 0.86 * cell_size, cell_leading, INK, centre),
        label=Style(medium, *sizes["label"], MUTED),
        note=Style(plex, *sizes["label"], MUTED),
        heading=Style(
            bold, *sizes["heading"], TEAL, above=3.6 * MILLIMETRE, below=0.8 * MILLIMETRE
        ),
        key_figure=Style(semibold, 17, 22),
        total=Style(bold, cell_size, cell_leading),
        bold_figures=Style(semibold, 0.86 * cell_size, cell_leading, INK, centre),
        bar=Style(medium, *sizes["label"]),
        tile_name=Style(plex, *sizes["tile"], INK, centre),
        tile_value=Style(semibold, 9, 11, INK, centre),
        assessment_heading=Style(bold, *sizes["body"]),
        signature=Style(amiri, *sizes["body"], INK, centre),
        footer=Style(plex, *sizes["footer"], MUTED),
        footer_level=Style(semibold, *sizes["footer"], INK),
    )


_SESSION = {
    Language.ARABIC: {
        "letterhead": (11, 15),
        "title": (21, 28),
        "subtitle": (13, 20),
        "heading": (13.25, 21),
        "body": (11.5, 18),
        "cell": (10.5, 14.5),
        "label": (8, 13),
        "tile": (6.6, 8),
        "footer": (7.5, 11),
    },
    Language.FRENCH: {
        "letterhead": (10, 13),
        "title": (19, 25),
        "subtitle": (12.5, 18),
        "heading": (11.75, 16),
        "body": (10.5, 14.25),
        "cell": (9.75, 12.25),
        "label": (7.5, 11),
        "tile": (6.1, 7.2),
        "footer": (6.9, 11),
    },
}
_NATIONAL = {
    Language.ARABIC: _SESSION[Language.ARABIC]
    | {
        "letterhead": (11.5, 15.75),
        "title": (23, 34),
        "subtitle": (14, 23),
        "body": (12.25, 20),
        "cell": (10.75, 15),
    },
    Language.FRENCH: _SESSION[Language.FRENCH]
    | {
        "letterhead": (10.25, 14),
        "body": (10.75, 15),
        "cell": (9.75, 12.5),
        "label": (7, 10.5),
    },
}
_HAND_OUT = {
    Language.ARABIC: _NATIONAL[Language.ARABIC]
    | {"title": (26, 46), "body": (13.25, 21), "cell": (13.25, 21)},
    Language.FRENCH: _NATIONAL[Language.FRENCH]
    | {"title": (24, 30), "body": (11.75, 16.25), "cell": (11.75, 16.25), "label": (7.5, 11)},
}
_PERIOD = {
    Language.ARABIC: _SESSION[Language.ARABIC]
    | {"letterhead": (11.5, 15.75), "title": (23, 34), "subtitle": (14, 23)},
    Language.FRENCH: _SESSION[Language.FRENCH]
    | {
        "letterhead": (10.25, 14),
        "body": (10.25, 14.25),
        "cell": (9.5, 12),
        "label": (7.25, 10),
    },
}
_NOTICE = {
    Language.ARABIC: _NATIONAL[Language.ARABIC]
    | {"title": (28, 40), "body": (12.25, 18), "cell": (12.25, 18)},
    Language.FRENCH: _NATIONAL[Language.FRENCH]
    | {"title": (22, 28), "body": (10.75, 14), "cell": (10.75, 14), "label": (7.5, 11)},
}
_SIZES = {
    Design.SESSION: _SESSION,
    Design.NATIONAL: _NATIONAL,
    Design.LIST: _NATIONAL,
    Design.HAND_OUT: _HAND_OUT,
    Design.PERIOD: _PERIOD,
    Design.NOTICE: _NOTICE,
    Design.POSTER: _NOTICE,
}
# Posters are laid out on A4 and printed on A3: every measure is scaled by the ratio of sides.
SCALES = {Design.POSTER: 2**0.5}
_STYLES = {
    (design, language): _styles(sizes)
    for design, languages in _SIZES.items()
    for language, sizes in languages.items()
}
