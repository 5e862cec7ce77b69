"""The tables and the map of a national summary by area: regions and commands."""

from typing import TypeVar

from outreach_app.rules import territory
from outreach_app.summaries.national.plan import (
    OTHER_REGION,
    AreaFacts,
    PublishedRegion,
)
from outreach_app.summaries.national.writer import Tables, step_of
from outreach_app.summaries.prose.blocks import Cell, Span, Table, Text, Tile, TileMap
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.masked import NOTHING
from outreach_app.summaries.prose.quoting import own_words

Item = TypeVar("Item")

# Row from the north, column from the west.
_PLACES = {
    "REGION_12": (0, 3),
    "REGION_09": (1, 4),
    "REGION_05": (1, 3),
    "REGION_10": (1, 2),
    "REGION_01": (2, 3),
    "REGION_02": (2, 2),
    "REGION_08": (3, 2),
    "REGION_04": (3, 3),
    "REGION_11": (4, 2),
    "REGION_06": (5, 1),
    "REGION_07": (6, 1),
    "REGION_03": (7, 0),
}


class AreaTables(Tables):
    """Builds the tables by region or command."""

    def regions(self) -> Table:
        """Lay out what the precincts of each region did."""
        rows = [
            (self._region(row.code), *self._area(row.figures, f"regions.{row.code}.figures"))
            for row in self.plan.regions
        ]
        total = self._area(self.plan.total, "total")
        headings = self.writer.labels.area_headings
        return Table("areas", headings, tuple(rows), total=self._sum(total))

    def published(self) -> Table:
        """Lay out the publishable figures of each region."""
        rows = [
            (self._region(row.code, "published"), *self._published(row, f"published.{row.code}"))
            for row in self.plan.published
        ]
        total = self._sum(self._published(self.plan.total, "total"))
        headings = self.writer.labels.published_headings
        return Table("published", headings, tuple(rows), total=total)

    def follow_up(self) -> Table:
        """Lay out what became of points and commitments in each region."""
        rows = [
            (self._region(row.code), *self._follow_up(row.figures, f"regions.{row.code}.figures"))
            for row in self.plan.regions
        ]
        headings = self.writer.labels.follow_up_headings
        total = self._sum(self._follow_up(self.plan.total, "total"))
        return Table("follow_up", headings, tuple(rows), total=total)

    def commands(self) -> Table:
        """Lay out what the precincts under each command did."""
        labels, rows = self.writer.labels, []
        for row in self.plan.commands:
            path = f"commands.{row.number}"
            name = own_words(row.name, f"{path}.name", self.language)
            named = text(name or labels.other_command)
            rows.append((named, *_narrowed(self._area(row.figures, f"{path}.figures"))))
        headings = (labels.command, *_narrowed(labels.area_headings[1:]))
        total = self._sum(_narrowed(self._area(self.plan.total, "total")))
        return Table("commands", headings, tuple(rows), total=total)

    def map(self) -> TileMap:
        """Lay the regions out where they lie, shaded by their coverage."""
        labels, tiles = self.writer.labels, []
        for row in self.plan.regions:
            if place := _PLACES.get(row.code):
                coverage = row.figures.coverage if row.figures else None
                value = self.say.percent(coverage, f"regions.{row.code}.figures.coverage")
                name = self._region(row.code)
                tiles.append(Tile(*place, name, value, step_of(coverage)))
        key: list[tuple[int | None, str]] = list(zip((3, 2, 1, 0), labels.map_steps, strict=True))
        if any(tile.step is None for tile in tiles):
            key.append((None, labels.map_empty))
        return TileMap(tuple(tiles), labels.map_key, tuple(key), labels.map_note)

    def _area(self, area: AreaFacts | None, path: str) -> tuple[Cell, ...]:
        if area is None:
            return (text(NOTHING),) * 8
        number, percent = self.say.number, self.say.percent
        reports = (
            number(area.offices, f"{path}.offices"),
            number(area.reported, f"{path}.reported"),
            percent(area.coverage, f"{path}.coverage"),
        )
        if area.is_silent:
            return (*reports, *(text(self.writer.labels.no_report),) * 5)
        return (
            *reports,
            number(area.sessions, f"{path}.sessions"),
            self._participants(area, path),
            self._associations(area, path),
            number(area.commitments, f"{path}.commitments"),
            percent(area.kept_share, f"{path}.kept_share"),
        )

    def _participants(self, row: PublishedRegion | AreaFacts, path: str) -> Text:
        number, is_partial = row.participants, row.participants_partial
        if row.sessions is None:  # nothing came from there
            return self.say.number(number, f"{path}.participants")
        return self.noted(number, f"{path}.participants", is_partial=is_partial)

    def _associations(self, row: PublishedRegion | AreaFacts, path: str) -> Text:
        number, is_partial = row.associations, row.partners_partial
        return self.say.number(number, f"{path}.associations", is_partial=is_partial)

    def _published(self, row: PublishedRegion | AreaFacts, path: str) -> tuple[Cell, ...]:
        return (
            self.say.number(row.sessions, f"{path}.sessions"),
            self._participants(row, path),
            self._associations(row, path),
            self.say.number(row.points, f"{path}.points"),
            self.say.number(row.commitments, f"{path}.commitments"),
        )

    def _follow_up(self, area: AreaFacts | None, path: str) -> tuple[Cell, ...]:
        if area is None:
            return (text(NOTHING),) * 6
        if area.is_silent:
            return (text(self.writer.labels.no_report),) * 6
        return (
            self.noted(area.women, f"{path}.women", is_partial=area.women_partial),
            self.say.number(area.points, f"{path}.points"),
            self.say.number(area.unanswered, f"{path}.unanswered"),
            self.say.number(area.commitments, f"{path}.commitments"),
            self.say.number(area.kept, f"{path}.kept"),
            self.say.number(area.late, f"{path}.late"),
        )

    def _sum(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (text(self.writer.labels.total), *cells)

    def _region(self, code: str, path: str = "regions") -> Text:
        labels = self.writer.labels
        name = labels.other_regions if self.plan.published else labels.other_region
        if code != OTHER_REGION:
            name = territory.region(code).label(self.language)
        return text(Span(name, f"{path}.{code}.code"))


def _narrowed(cells: tuple[Item, ...]) -> tuple[Item, ...]:
    """Leave the associations out of an area's cells: commands have long names."""
    return (*cells[:5], *cells[6:])
