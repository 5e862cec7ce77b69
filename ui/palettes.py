"""The colours of the window, light and dark; every text colour holds WCAG AA on its surfaces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette. Surfaces first, then lines, texts, the accent, states and chart bars."""

    base: str  # page, lists, fields
    win: str  # rail, status bar, bands
    card: str
    hover: str  # also chips and pressed buttons
    sel: str  # selected row or rail item
    paper: str  # behind a page preview
    btn: str
    line: str  # hairlines, decoration only
    border: str  # outline of fields and buttons
    text: str
    muted: str
    seltext: str  # first column of a selected row
    accent: str
    atext: str  # on the accent
    ok: str
    late: str
    warn: str
    info: str
    bar: str  # chart: this period
    bar2: str  # chart: the previous one


LIGHT = Colours(
    base="#FFFFFF",
    win="#F3F5F5",
    card="#F3F5F5",
    hover="#E7ECEC",
    sel="#D8EBEB",
    paper="#E3E7E8",
    btn="#FFFFFF",
    line="#DCE2E3",
    border="#838E92",
    text="#182325",
    muted="#55636A",
    seltext="#0A3A3D",
    accent="#0B5F63",
    atext="#FFFFFF",
    ok="#1B6838",
    late="#A5291B",
    warn="#7F5000",
    info="#29577F",
    bar="#4C5D64",
    bar2="#C3CCCF",
)

DARK = Colours(
    base="#1C2224",
    win="#151A1C",
    card="#262D30",
    hover="#2A3235",
    sel="#1A3E40",
    paper="#101415",
    btn="#2A3235",
    line="#343D40",
    border="#6B787D",
    text="#E7ECED",
    muted="#A6B2B6",
    seltext="#E3F5F4",
    accent="#45B3AF",
    atext="#04201F",
    ok="#74C994",
    late="#F2907F",
    warn="#E2B457",
    info="#8DBBEA",
    bar="#A6B2B6",
    bar2="#4A565B",
)
