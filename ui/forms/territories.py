"""The choice of a territory at headquarters: the country, a region, a command, one precinct."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Protocol

from outreach_app.i18n import gettext as _
from outreach_app.queries.registered_offices import OfficePlace
from outreach_app.rules.folding import fold_words
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from outreach_app.rules.territory import region
from ui.forms.found_choice import FoundChoice
from ui.words import either, number_words, precinct_words

_UNKNOWN = "region ?"


@dataclass(frozen=True, slots=True)
class Territory(FoundChoice):
    """An entry under others, at its level."""

    level: int


class Place(Protocol):
    """The parts of a precinct's place."""

    @property
    def region(self) -> str | None: ...

    @property
    def command(self) -> Bilingual | None: ...


class Precincts:
    """The precincts whose records are here, for the lists of headquarters; read when asked to."""

    def __init__(self, read: Callable[[], Sequence[OfficePlace]]) -> None:
        self._read = read
        self.refresh()

    def refresh(self) -> None:
        """Read them again: an import may have brought others."""
        self._places = self._read()
        self._by_id = {row.id: row for row in self._places}

    def name(self, office: OfficeId) -> str:
        """Return the name of a precinct, by its local id, with its number."""
        row = self._by_id.get(office)
        return f"{either(row.name)} {number_words(row.number)}".strip() if row else "—"

    def choices(self) -> list[Territory]:
        """Return the territories, and under each command its precincts."""
        return territories(self._places)

    def within(self, territory: str | None) -> frozenset[OfficeId] | None:
        """Return the local ids of those in a territory; None where all of them are meant."""
        if territory is None:
            return None
        return frozenset(row.id for row in self._places if is_within(row, territory))


def territories(places: Sequence[Place]) -> list[Territory]:
    """Return the whole country, then each region with its commands; they come in that order.

    Precincts with records here are grouped by command.
    """
    country = _("The whole country")
    choices = [Territory(None, country, _folded(country), 0)]
    for code, of_region in groupby(places, key=lambda place: place.region):
        choices.append(_of_region(code))
        for command, of_command in groupby(of_region, key=lambda place: place.command):
            if command is not None:
                choices.append(_territory(_command_code(command), command, 1))
            choices += [_of_precinct(row) for row in of_command if isinstance(row, OfficePlace)]
    return choices


def is_within(place: Place, territory: str | None) -> bool:
    """Return whether a precinct belongs to the chosen territory, or is itself the one chosen."""
    codes = [None, place.region or _UNKNOWN]
    if place.command is not None:
        codes.append(_command_code(place.command))
    if isinstance(place, OfficePlace):
        codes.append(_office_code(place))
    return territory in codes


def region_words(code: str | None) -> str:
    """Return the name of a region."""
    if code is None:
        return _("Region not known")
    known = region(code)
    return either(Bilingual(known.ar, known.fr))


def _of_region(code: str | None) -> Territory:
    known = region(code) if code is not None else None
    words = f"{known.ar} {known.fr}" if known is not None else region_words(code)
    return Territory(code or _UNKNOWN, region_words(code), _folded(words), 0)


def _territory(code: str, name: Bilingual, level: int) -> Territory:
    words = f"{name.ar or ''} {name.fr or ''}"
    return Territory(code, either(name), _folded(words), level)


def _of_precinct(row: OfficePlace) -> Territory:
    names = (row.name.ar, row.number, row.name.fr, row.number, row.city.ar, row.city.fr)
    found_by = _folded(" ".join(part for part in names if part))
    words = precinct_words(row.name, row.number, row.city)
    return Territory(_office_code(row), words, found_by, 2)


@lru_cache(maxsize=2048)  # as many as there are offices: every list asks for them at every look
def _folded(words: str) -> str:
    return fold_words(words)


def _command_code(command: Bilingual) -> str:
    return f"command {command.fr or command.ar}"


def _office_code(row: OfficePlace) -> str:
    return f"office {row.id}"
