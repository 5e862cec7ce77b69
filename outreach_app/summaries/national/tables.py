"""The large figures, tables and bar of a national summary that are not by area, from its plan."""

from collections.abc import Sequence

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules import territory
from outreach_app.rules.kinds import Channel
from outreach_app.rules.masking import Hidden
from outreach_app.summaries.national.plan import (
    ConcernFacts,
    LateFacts,
    StateFacts,
)
from outreach_app.summaries.national.writer import Tables
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Cell,
    CountChange,
    Fill,
    KeyFigures,
    Share,
    ShareBar,
    Span,
    Table,
    Text,
)
from outreach_app.summaries.prose.composition import joined, text, typeset
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.masked import NOTHING
from outreach_app.summaries.prose.quoting import own_words

FILLS = (Fill.SOLID, Fill.LIGHT, Fill.EMPTY, Fill.MIDDLE)


class NationalTables(Tables):
    """Builds what is neither prose nor by area."""

    def key_figures(self) -> KeyFigures:
        """Lay out reports, coverage, sessions, participants and commitments, if not withheld."""
        total, say = self.plan.total, self.say
        reports = say.number(total.reported, "total.reported")
        if total.offices is not Hidden.WITHHELD:
            reports = say.of(reports, say.number(total.offices, "total.offices"))
        values = (
            (total.reported, reports),
            (total.coverage, say.percent(total.coverage, "total.coverage")),
            (total.sessions, say.number(total.sessions, "total.sessions")),
            (
                total.participants,
                self.noted(
                    total.participants, "total.participants", is_partial=total.participants_partial
                ),
            ),
            (total.kept_share, say.percent(total.kept_share, "total.kept_share")),
        )
        shown = values[:2] if total.is_silent else values
        labelled = zip(self.writer.labels.key_figures, shown, strict=False)
        return KeyFigures(
            tuple(
                (label, said) for label, (value, said) in labelled if value is not Hidden.WITHHELD
            )
        )

    def concerns(self, concerns: Sequence[ConcernFacts], path: str, unit: str = "") -> Table:
        """Lay out topics now and before, their change and, if not public, their main regions."""
        labels = self.writer.labels
        headings = (labels.concern, *self.writer.headings_of_time(), labels.trend)
        rows = [self._concern(row, f"{path}.{row.code}", unit) for row in concerns]
        if self.plan.is_publishable:
            return Table("trends", headings, tuple(rows))
        places = (self._most(row, f"{path}.{row.code}") for row in concerns)
        placed = tuple((*row, most) for row, most in zip(rows, places, strict=True))
        # Two regions are named at most: they may not be all.
        are_main = self.plan.ranks_concerns or any(len(row.regions) > 1 for row in concerns)
        named = labels.regions_named if are_main else labels.region_noted
        return Table("concerns", (*headings, named), placed)

    def categories(self) -> Table:
        """Lay out how many partners of each category were met."""
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
        """Lay out how many sessions used each channel."""
        rows = []
        for row in self.plan.channels:
            path = f"channels.{row.code}"
            rows.append(
                (
                    self._channel(row.code, f"{path}.code"),
                    self.say.number(row.now, f"{path}.now"),
                    self.say.number(row.before, f"{path}.before"),
                    self._change(row.change, f"{path}.change"),
                )
            )
        labels = self.writer.labels
        headings = (labels.channel, *self.writer.headings_of_time(), labels.trend)
        return Table("channels", headings, tuple(rows))

    def late(self) -> Table:
        """Lay out the offices whose report is awaited, those that miss most first."""
        rows = tuple(self._late(row, f"late.{row.number}") for row in self.plan.late)
        more = self.writer.more_late(self.plan.late_more) if self.plan.late_more else ()
        *headings, missing = self.writer.labels.late_headings
        write = arabic.short_date if self.language is Language.ARABIC else french.short_date
        end = write(self.plan.elapsed_until)
        return Table("late", (*headings, missing.format(end=end)), rows, more)

    def states(self) -> ShareBar | None:
        """Lay out the commitments by what became of them."""
        states = self.plan.states
        if states is None:
            return None
        amounts = (states.kept, states.running, states.late, states.ended)
        facts = ("kept", "running", "late", "ended")
        names = self._state_names(states)
        return ShareBar(
            tuple(
                Share(name, self.say.number(amount, f"states.{fact}"), amount, fill)
                for name, fact, amount, fill in zip(names, facts, amounts, FILLS, strict=True)
            )
        )

    def _state_names(self, states: StateFacts) -> tuple[str, str, str, str]:
        """Return the names of the shares; the last is of the states that it holds."""
        labels, codes = self.writer.labels, [row.code for row in states.endings]
        only = labels.ended.get(codes[0]) if len(codes) == 1 else None
        return (*labels.states, only or labels.ended_all)

    def _concern(self, row: ConcernFacts, path: str, unit: str) -> tuple[Cell, ...]:
        return (
            self._label(row.code, f"{path}.code"),
            self.say.number(row.now, f"{path}.now"),
            self.say.number(row.before, f"{path}.before"),
            self._change(row.change, f"{path}.change", unit),
        )

    def _most(self, row: ConcernFacts, path: str) -> Text:
        """Write the regions that a topic was raised in most."""
        regions = [
            text(Span(territory.region(code).label(self.language), f"{path}.regions.{place}"))
            for place, code in enumerate(row.regions, start=1)
        ]
        comma = "، " if self.language is Language.ARABIC else ", "
        return joined(regions, comma) or text(NOTHING)

    def _change(self, change: int | None, fact: str, unit: str = "") -> Cell:
        if change is None:
            is_kept_back = self.plan.is_publishable and self.plan.before_from is None
            return text(self.say.withheld if is_kept_back else self.writer.labels.no_change)
        return CountChange(self.say.signed(change, fact, unit), (change > 0) - (change < 0))

    def _late(self, row: LateFacts, path: str) -> tuple[Cell, ...]:
        labels = self.writer.labels
        command = own_words(row.command, f"{path}.command", self.language)
        until, missing = text(labels.never), text(labels.every_month)
        if row.until is not None:
            write = arabic.short_date if self.language is Language.ARABIC else french.short_date
            until = text(Span(write(row.until), f"{path}.until"))
        if row.missing is not None:
            missing = self.say.number(row.missing, f"{path}.missing")
        return (
            text(own_words(row.name, f"{path}.name", self.language) or ""),
            text(command or labels.other_command),
            until,
            missing,
        )

    def _channel(self, code: str, fact: str) -> Text:
        """Write the words of a channel; those at a seat, in person too, have rows of their own."""
        labels = self.writer.labels
        named: dict[str, str] = {
            Channel.IN_PERSON: labels.in_person,
            Channel.PERMANENCE: labels.permanence,
            # Calls and letters are at a distance too.
            Channel.VIDEO: labels.video,
        }
        words = named.get(code)
        return text(Span(words, fact)) if words else self._label(code, fact)

    def _label(self, code: str, fact: str) -> Text:
        """Return the label of a code with a capital."""
        words = vocabulary.printed(code, self.language)
        return sentence_case(text(Span(typeset(words, self.language), fact)))
