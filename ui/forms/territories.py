"""The choice of a territory at headquarters: the country, a region, a command, one precinct."""

from collections.abc import Callable, Sequence
from typing import Protocol

from outreach_app.i18n import gettext as _
from outreach_app.queries.attendances import Name
from outreach_app.queries.offices import OfficePlace
from outreach_app.rules.territory import region
from ui.forms.choice_editor import Choice
from ui.words import either

_UNKNOWN = "region ?"


class Place(Protocol):
    """What tells where a precinct belongs."""

    @property
    def region(self) -> str | None: ...

    @property
    def command(self) -> Name | None: ...


class Precincts:
    """The precincts whose records are here, for the lists of headquarters; read when asked to."""

    def __init__(self, read: Callable[[], Sequence[OfficePlace]]) -> None:
        self._read = read
        self._places = read()

    def refresh(self) -> None:
        """Read them again: an import may have brought others."""
        self._places = self._read()

    def name(self, office: int) -> str:
        """The name of a precinct by its local id."""
        found = (row.name for row in self._places if row.id == office)
        return next((either(name.ar, name.fr) for name in found), "—")

    def choices(self) -> list[Choice]:
        """The territories, then each precinct."""
        named = [
            Choice(_office_code(row), either(row.name.ar, row.name.fr)) for row in self._places
        ]
        return territories(self._places) + named

    def within(self, territory: str | None) -> frozenset[int] | None:
        """The local ids of those in a territory; None where all of them are meant."""
        if territory is None:
            return None
        return frozenset(row.id for row in self._places if is_within(row, territory))


def territories(places: Sequence[Place]) -> list[Choice]:
    """The whole country, then each region with its commands under it."""
    choices = [Choice(None, _("The whole country"))]
    for code in dict.fromkeys(place.region for place in places):
        choices.append(Choice(code or _UNKNOWN, region_words(code)))
        commands = (place.command for place in places if place.region == code)
        choices += [
            Choice(_command_code(command), either(command.ar, command.fr))
            for command in dict.fromkeys(name for name in commands if name is not None)
        ]
    return choices


def is_within(place: Place, territory: str | None) -> bool:
    """Whether a precinct belongs to the chosen territory, or is itself the one chosen."""
    codes = [None, place.region or _UNKNOWN]
    if place.command is not None:
        codes.append(_command_code(place.command))
    if isinstance(place, OfficePlace):
        codes.append(_office_code(place))
    return territory in codes


def region_words(code: str | None) -> str:
    """The name of a region."""
    if code is None:
        return _("Region not known")
    known = region(code)
    return either(known.ar, known.fr)


def _command_code(command: Name) -> str:
    return f"command {command.fr or command.ar}"


def _office_code(row: OfficePlace) -> str:
    return f"office {row.id}"
