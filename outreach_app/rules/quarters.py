"""The quarter and the city of a typed address, without what leads to one door."""

import re

# The parts of an address, with the sign before each; two languages may stand beside each other.
_PART = re.compile(r"(\s*[,،;؛|/\n]\s*|\s+[-–—]\s+)")
_STREETS = (
    "rue avenue av ave boulevard bd blvd bld allée allee impasse passage ruelle route place angle"
    " immeuble imm résidence residence appartement appt apt étage etage rdc lot lotissement villa"
    " n° no num numéro magasin local bp zankat zanqat km"
    " زنقة شارع زقاق ممر ساحة طريق إقامة عمارة شقة طابق الطابق رقم فيلا تجزئة محل زاوية الزنقة"
    " بلوك كلم"
)
_LEADS_TO_DOOR = re.compile(
    rf"\d|(?<!\w)(?:{'|'.join(map(re.escape, _STREETS.split()))})(?!\w)", re.IGNORECASE
)


def quarter_of(address: str | None) -> str | None:
    """Return the parts of an address that name a quarter or a city, None without one.

    A part with a figure, a street, a building or a floor is left out.
    """
    words, *others = _PART.split(address or "")
    kept = "" if _LEADS_TO_DOOR.search(words) else words.strip()
    for sign, part in zip(others[::2], others[1::2], strict=True):
        if part.strip() and not _LEADS_TO_DOOR.search(part):
            kept = f"{kept}{sign}{part.strip()}" if kept else part.strip()
    return kept or None
