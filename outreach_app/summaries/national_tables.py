"""The tables, the map and the bar of a national summary, from its plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules import territory
from outreach_app.rules.masking import Hidden
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
from outreach_app.summaries.national_plan import (
    OTHER_REGION,
    AreaFacts,
    ConcernFacts,
    LateFacts,
    NationalPlan,
    PublishedRegion,
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
        """Reports, coverage, sessions, participants, commitments kept; none that is withheld."""
        total, say = self.plan.total, self.say
        reports = say.number(total.reported, "total.reported")
        if total.offices is not Hidden.WITHHELD:
            reports = say.of(reports, say.number(total.offices, "total.offices"))
        values = (
            (total.reported, reports),
            (total.coverage, say.percent(total.coverage, "total.coverage")),
            (total.sessions, say.number(total.sessions, "total.sessions")),
            (total.participants, say.number(total.participants, "total.participants")),
            (total.kept_share, say.percent(total.kept_share, "total.kept_share")),
        )
        labelled = zip(self.writer.labels.key_figures, values, strict=True)
        return KeyFigures(
            tuple(
                (label, said) for label, (value, said) in labelled if value is not Hidden.WITHHELD
            )
        )

    def regions(self) -> Table:
        """What the precincts of each region did."""
        rows = [
            (self._region(row.code), *self._area(row.figures, f"regions.{row.code}.figures"))
            for row in self.plan.regions
        ]
        total = self._area(self.plan.total, "total")
        return Table("areas", self.writer.labels.area_headings, tuple(rows), total=self._sum(total))

    def published(self) -> Table:
        """What the public is told of each region."""
        rows = [
            (self._region(row.code, "published"), *self._published(row, f"published.{row.code}"))
            for row in self.plan.published
        ]
        total = self._sum(self._published(self.plan.total, "total"))
        headings = self.writer.labels.published_headings
        return Table("published", headings, tuple(rows), total=total)

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
        """Topics now and before, how they moved, and, but for the public, where most."""
        labels = self.writer.labels
        headings = (labels.concern, *self.writer.headings_of_time(), labels.trend)
        rows = [self._concern(row, f"{path}.{row.code}", unit) for row in concerns]
        if self.plan.is_publishable:
            return Table("trends", headings, tuple(rows))
        places = (self._most(row, f"{path}.{row.code}") for row in concerns)
        placed = tuple((*row, most) for row, most in zip(rows, places, strict=True))
        return Table("concerns", (*headings, labels.regions_named), placed)

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
        return Table("categories", self.writer.labels.category_headings, tuple(rows))

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
        key = tuple(zip((3, 2, 1, 0), labels.map_steps, strict=True))
        return TileMap(tuple(tiles), labels.map_key, key, labels.map_note)

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

    def _published(self, row: PublishedRegion | AreaFacts, path: str) -> tuple[Cell, ...]:
        return (
            self.say.number(row.sessions, f"{path}.sessions"),
            self.say.number(row.participants, f"{path}.participants"),
            self.say.number(row.associations, f"{path}.associations"),
            self.say.number(row.points, f"{path}.points"),
            self.say.number(row.commitments, f"{path}.commitments"),
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
        return (
            self._label(row.code, f"{path}.code"),
            self.say.number(row.now, f"{path}.now"),
            self.say.number(row.before, f"{path}.before"),
            self._change(row.change, f"{path}.change", unit),
        )

    def _most(self, row: ConcernFacts, path: str) -> Text:
        """The regions a topic was raised in most."""
        regions = [
            text(Span(territory.region(code).label(self.language), f"{path}.regions.{place}"))
            for place, code in enumerate(row.regions, start=1)
        ]
        comma = "، " if self.language is Language.ARABIC else ", "
        return joined(regions, comma) or text(NOTHING)

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

    def _region(self, code: str, path: str = "regions") -> Text:
        name = self.writer.labels.other_region
        if code != OTHER_REGION:
            name = territory.region(code).label(self.language)
        return text(Span(name, f"{path}.{code}.code"))

    def _label(self, code: str, fact: str) -> Text:
        words = text(Span(typeset(vocabulary.label(code, self.language), self.language), fact))
        return sentence_case(words)


def _narrowed(cells: tuple[Item, ...]) -> tuple[Item, ...]:
    """The cells of an area without its associations: commands have long names."""
    return (*cells[:5], *cells[6:])
