"""The tables, the map and the bar of a national summary, from its plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules import territory
from outreach_app.summaries.blocks import (
    Cell,
    Change,
    KeyFigures,
    Share,
    ShareBar,
    Span,
    Table,
    Text,
    Tile,
    TileMap,
)
from outreach_app.summaries.composition import joined, text, typeset
from outreach_app.summaries.french_outcomes import sentence_case
from outreach_app.summaries.national_facts import OTHER_REGION
from outreach_app.summaries.national_plan import (
    AreaFacts,
    ConcernFacts,
    LateFacts,
    NationalPlan,
)
from outreach_app.summaries.national_writer import NOTHING, Figures, NationalWriter, step_of
from outreach_app.summaries.quoting import own_words

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


@dataclass(frozen=True, slots=True)
class NationalTables:
    """Builds what is not prose."""

    plan: NationalPlan
    language: Language
    writer: NationalWriter

    @property
    def say(self) -> Figures:
        return Figures(self.language, self.writer.labels)

    def key_figures(self) -> KeyFigures:
        """Reports, coverage, sessions, participants, commitments kept."""
        total, say = self.plan.total, self.say
        reported = say.number(total.reported, "total.reported")
        offices = say.number(total.offices, "total.offices")
        values = (
            self.say.of(reported, offices),
            say.percent(total.coverage, "total.coverage"),
            say.number(total.sessions, "total.sessions"),
            say.number(total.participants, "total.participants"),
            say.percent(total.kept_share, "total.kept_share"),
        )
        return KeyFigures(tuple(zip(self.writer.labels.key_figures, values, strict=True)))

    def regions(self) -> Table:
        """What the precincts of each region did."""
        rows = [
            (self._region(row.code), *self._area(row.figures, f"regions.{row.code}.figures"))
            for row in self.plan.regions
        ]
        total = self._area(self.plan.total, "total")
        return Table("areas", self.writer.labels.area_headings, tuple(rows), total=self._sum(total))

    def follow_up(self) -> Table:
        """What became of points and commitments in each region."""
        rows = [
            (self._region(row.code), *self._follow_up(row.figures, f"regions.{row.code}.figures"))
            for row in self.plan.regions
        ]
        headings = self.writer.labels.follow_up_headings
        total = self._sum(self._follow_up(self.plan.total, "total"))
        return Table("follow_up", headings, tuple(rows), total=total)

    def commands(self) -> Table:
        """What the precincts under each command did."""
        labels, rows = self.writer.labels, []
        for row in self.plan.commands:
            path = f"commands.{row.number}"
            name = own_words(row.name, f"{path}.name", self.language)
            named = text(name or labels.other_command)
            rows.append((named, *_narrowed(self._area(row.figures, f"{path}.figures"))))
        headings = (labels.command, *_narrowed(labels.area_headings[1:]))
        total = self._sum(_narrowed(self._area(self.plan.total, "total")))
        return Table("commands", headings, tuple(rows), total=total)

    def concerns(self, concerns: Sequence[ConcernFacts], path: str, unit: str = "") -> Table:
        """Topics now and before, how they moved, and where they are raised most."""
        labels = self.writer.labels
        headings = (
            labels.concern,
            *self.writer.headings_of_time(),
            labels.trend,
            labels.regions_named,
        )
        rows = tuple(self._concern(row, f"{path}.{row.code}", unit) for row in concerns)
        return Table("concerns", headings, rows)

    def categories(self) -> Table:
        """How many partners of each category were met."""
        rows = []
        for row in self.plan.categories:
            path = f"categories.{row.code}"
            rows.append(
                (
                    self._label(row.code, f"{path}.code"),
                    self.say.number(row.known, f"{path}.known"),
                    self.say.number(row.met, f"{path}.met"),
                    self.say.percent(row.share, f"{path}.share"),
                    self.say.number(row.before, f"{path}.before"),
                )
            )
        headings = (*self.writer.labels.category_headings, self.writer.heading_of_met_before())
        return Table("categories", headings, tuple(rows))

    def channels(self) -> Table:
        """How many sessions went by each channel."""
        rows = []
        for row in self.plan.channels:
            path = f"channels.{row.code}"
            rows.append(
                (
                    self._label(row.code, f"{path}.code"),
                    self.say.number(row.now, f"{path}.now"),
                    self.say.number(row.before, f"{path}.before"),
                    self._change(row.change, f"{path}.change"),
                )
            )
        labels = self.writer.labels
        headings = (labels.channel, *self.writer.headings_of_time(), labels.trend)
        return Table("channels", headings, tuple(rows))

    def late(self) -> Table:
        """The offices whose report is awaited, those that miss most first."""
        rows = tuple(self._late(row, f"late.{row.number}") for row in self.plan.late)
        more = self.writer.more_late(self.plan.late_more) if self.plan.late_more else ()
        return Table("late", self.writer.labels.late_headings, rows, more)

    def map(self) -> TileMap:
        """The regions where they lie, shaded by their coverage."""
        labels, tiles = self.writer.labels, []
        for row in self.plan.regions:
            if row.code in _PLACES:
                coverage = row.figures.coverage if row.figures else None
                value = self.say.percent(coverage, f"regions.{row.code}.figures.coverage")
                name = self._region(row.code)
                tiles.append(Tile(*_PLACES[row.code], name, value, step_of(coverage)))
        key: list[tuple[int | None, str]] = list(zip((3, 2, 1, 0), labels.map_steps, strict=True))
        if any(tile.step is None for tile in tiles):
            empty = labels.map_hidden if self.plan.is_publishable else labels.map_empty
            key.append((None, empty))
        return TileMap(tuple(tiles), labels.map_key, tuple(key), labels.map_note)

    def states(self) -> ShareBar | None:
        """The commitments by what became of them."""
        states = self.plan.states
        if states is None:
            return None
        amounts = (states.kept, states.running, states.late, states.other)
        facts = ("kept", "running", "late", "other")
        return ShareBar(
            tuple(
                Share(name, self.say.number(amount, f"states.{fact}"), amount)
                for name, fact, amount in zip(
                    self.writer.labels.states, facts, amounts, strict=True
                )
            )
        )

    def _area(self, area: AreaFacts | None, path: str) -> tuple[Cell, ...]:
        if area is None:
            return (text(NOTHING),) * 8
        number, percent = self.say.number, self.say.percent
        return (
            number(area.offices, f"{path}.offices"),
            number(area.reported, f"{path}.reported"),
            percent(area.coverage, f"{path}.coverage"),
            number(area.sessions, f"{path}.sessions"),
            number(area.participants, f"{path}.participants"),
            number(area.associations, f"{path}.associations"),
            number(area.commitments, f"{path}.commitments"),
            percent(area.kept_share, f"{path}.kept_share"),
        )

    def _follow_up(self, area: AreaFacts | None, path: str) -> tuple[Cell, ...]:
        if area is None:
            return (text(NOTHING),) * 6
        return (
            self.say.number(area.women, f"{path}.women"),
            self.say.number(area.points, f"{path}.points"),
            self.say.number(area.unanswered, f"{path}.unanswered"),
            self.say.number(area.commitments, f"{path}.commitments"),
            self.say.number(area.kept, f"{path}.kept"),
            self.say.number(area.late, f"{path}.late"),
        )

    def _sum(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (text(self.writer.labels.total), *cells)

    def _concern(self, row: ConcernFacts, path: str, unit: str) -> tuple[Cell, ...]:
        regions = [
            text(Span(territory.region(code).label(self.language), f"{path}.regions.{place}"))
            for place, code in enumerate(row.regions, start=1)
        ]
        comma = "، " if self.language is Language.ARABIC else ", "
        return (
            self._label(row.code, f"{path}.code"),
            self.say.number(row.now, f"{path}.now"),
            self.say.number(row.before, f"{path}.before"),
            self._change(row.change, f"{path}.change", unit),
            joined(regions, comma) or text(NOTHING),
        )

    def _change(self, change: int | None, fact: str, unit: str = "") -> Cell:
        if change is None:
            return text(NOTHING)
        return Change(self.say.signed(change, fact, unit), (change > 0) - (change < 0))

    def _late(self, row: LateFacts, path: str) -> tuple[Cell, ...]:
        labels = self.writer.labels
        command = own_words(row.command, f"{path}.command", self.language)
        until = text(labels.never)
        if row.until is not None:
            until = self.say.month(row.until, f"{path}.until")
        return (
            text(own_words(row.name, f"{path}.name", self.language) or ""),
            text(command or labels.other_command),
            until,
            self.say.number(row.missing, f"{path}.missing"),
        )

    def _region(self, code: str) -> Text:
        if code == OTHER_REGION:
            return text(Span(self.writer.labels.other_region, f"regions.{code}.code"))
        return text(Span(territory.region(code).label(self.language), f"regions.{code}.code"))

    def _label(self, code: str, fact: str) -> Text:
        words = text(Span(typeset(vocabulary.label(code, self.language), self.language), fact))
        return sentence_case(words)


def _narrowed(cells: tuple[Item, ...]) -> tuple[Item, ...]:
    """The cells of an area without its associations: commands have long names."""
    return (*cells[:5], *cells[6:])
