"""The figures, breakdowns and charts of a period report, from its plan."""

from collections.abc import Iterator
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.plan import PublicationFacts
from outreach_app.summaries.period.cells import Tables
from outreach_app.summaries.period.plan import GONE, CodeCount, FigureFacts, TopicFacts
from outreach_app.summaries.prose.agreeing import agreeing
from outreach_app.summaries.prose.blocks import (
    Bars,
    Block,
    Cell,
    ColumnChart,
    Columns,
    Fill,
    KeyFigures,
    Note,
    Share,
    ShareBar,
    Span,
    Table,
    Text,
    plain,
)
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.periods import (
    arabic_months,
    french_months,
)

FILLS = {
    "cst.done": Fill.SOLID,
    "cst.partly": Fill.MIDDLE,
    "cst.in_progress": Fill.LIGHT,
    "cst.open": Fill.PALE,
    "cst.overdue": Fill.EMPTY,
    "cst.referred": Fill.HATCHED,
    "cst.dropped": Fill.DOTTED,
    "cst.blocked": Fill.HATCHED_BACK,
}


class PeriodTables(Tables):
    """Builds the figures, the breakdowns and the charts."""

    def key_figures(self) -> KeyFigures:
        """Lay out meetings, participants, points, commitments kept, points without outcome."""
        plan, say = self.plan, self.say
        made = plan.count("commitments")
        kept = text(Span(say.in_order(f"{plan.kept}/{made}"), "kept"))
        codes = ("meetings", "participants", "points", None, "without_outcome")
        items = []
        for forms, code in zip(self.writer.labels.key_figures, codes, strict=True):
            figure = plan.figure(code or "commitments")
            label = agreeing(forms, figure.now)
            if code is None and made:
                items.append((label, kept))
                continue
            moved = ""
            if figure.change is not None:
                moved = f" ({plain(say.signed(figure.change, ''))})"
            # If none was made, "none kept" would not be an achievement.
            said = label if code else self.writer.labels.kept_of_none
            items.append((f"{said}{moved}", self._now(figure)))
        return KeyFigures(tuple(items))

    def figures(self) -> Table:
        """Lay out all figures, next to those of the period before if it is compared."""
        labels, rows = self.writer.labels, []
        for figure in self.plan.figures:
            path = f"figures.{figure.code}"
            row: tuple[Cell, ...] = (
                text(labels.figures[figure.code]),
                self._now(figure),
            )
            if self.is_compared:
                fact, was_partial = f"{path}.before", figure.was_partial
                then = self.say.number(figure.before, fact, is_partial=was_partial)
                row = (*row, then, self.change(figure.change, f"{path}.change"))
            rows.append(row)
        now, before = self.writer.headings_of_time()
        if self.is_compared:
            return Table("figures", (labels.figure, now, before, labels.change), tuple(rows))
        return Table("figures_alone", (labels.figure, now), tuple(rows))

    def breakdowns(self) -> Iterator[Block]:
        """Yield the tables by kind, by category and by channel."""
        yield self._kinds()
        if any(None in (row.participants, row.women) for row in self.plan.kinds):
            yield Note(self.writer.labels.not_noted)
        if self.plan.categories:
            yield self._categories()
            if self.plan.has_unnamed_partners:
                yield Note(self.writer.labels.registered_alone)
        yield self._channels()

    def topics(self) -> Table:
        """Lay out the topics raised most, with bars."""
        labels, topics = self.writer.labels, self.plan.topics
        apart = self.plan.topics_apart
        most = max(max(row.now, row.before or 0) for row in (*topics, *apart))
        rows = [self._topic(row, f"topics.{row.code}", most) for row in topics]
        for row in apart:
            # Without them neither period would add up to its number of points.
            _name, *numbers = self._topic(row, f"topics_apart.{row.code}", most)
            name = labels.topics_gone if row.code == GONE else labels.thanks
            rows.append((text(name), *numbers))
        now, before = self.writer.headings_of_time()
        if self.is_compared:
            compared = (now, before, labels.change, labels.meetings_concerned)
            return Table("topics", (labels.topic, "", *compared), tuple(rows))
        headings = (labels.topic, "", now, labels.meetings_concerned)
        return Table("topics_alone", headings, tuple(rows))

    def months(self) -> ColumnChart:
        """Draw meetings and commitments by month, the first month at the start."""
        columns = tuple(
            Columns(
                text(Span(self._month(row.first), f"months.{row.number}.first")),
                (
                    self.say.number(row.meetings, f"months.{row.number}.meetings"),
                    self.say.number(row.commitments, f"months.{row.number}.commitments"),
                ),
                (row.meetings, row.commitments),
            )
            for row in self.plan.months
        )
        labels = self.writer.labels
        return ColumnChart(self._chart_title(), labels.series, columns)

    def _chart_title(self) -> str:
        """Return the title of the chart with its months, or its days where a month is cut."""
        plan, is_arabic = self.plan, self.language is Language.ARABIC
        first = plan.months[0].first
        if first == plan.first.replace(day=1):
            first = plan.first
        period = Period(first, min(plan.last, plan.as_of))
        told = self.days(period)
        if period.months:
            told = (arabic_months if is_arabic else french_months)(period)
        return f"{self.writer.labels.chart}{'، ' if is_arabic else ', '}{told}"

    def states(self) -> ShareBar:
        """Lay out the commitments of the period by what became of them."""
        total = sum(row.count for row in self.plan.states)
        return ShareBar(
            tuple(
                Share(
                    self._state_name(row, total),
                    self.say.number(row.count, f"states.{row.code}.count"),
                    row.count,
                    FILLS[row.code],
                )
                for row in self.plan.states
            )
        )

    def _state_name(self, row: CodeCount, total: int) -> str:
        """Return the state of several commitments, of the only one, or in Arabic of one of two."""
        labels, code = self.writer.labels, row.code
        several = labels.states.get(code) or vocabulary.printed(code, self.language)
        if total == 1 or (total == row.count + 1 == 2 and labels.states_of_two):
            return labels.states_of_one.get(code, several)
        return labels.states_of_two.get(code, several) if total == 2 else several

    def _kinds(self) -> Table:
        say, kinds = self.say, self.plan.kinds
        rows = []
        for row in kinds:
            path = f"kinds.{row.code}"
            counts = (
                ("meetings", row.meetings, False),
                ("participants", row.participants, row.participants_partial),
                ("women", row.women, row.women_partial),
                ("points", row.points, False),
            )
            numbers = (
                say.number(number, f"{path}.{name}", is_partial=is_partial)
                for name, number, is_partial in counts
            )
            rows.append((self.kind(row.code, f"{path}.code"), *numbers))
        total: tuple[Cell, ...] = ()
        if len(kinds) > 1:
            sums = (
                self._now(self.plan.figure(code))
                for code in ("meetings", "participants", "women", "points")
            )
            total = (text(self.writer.labels.total), *sums)
        headings = self.writer.labels.kind_headings
        return Table("kinds", headings, tuple(rows), total=total)

    def _month(self, first: date) -> str:
        """Write a month, with its year where that is not the one of the report."""
        name, year = self.cells.month(first), first.year
        return (
            name if year == self.plan.last.year else f"{name}\u00a0{self.say.in_order(str(year))}"
        )

    def _now(self, figure: FigureFacts) -> Text:
        return self.say.number(
            figure.now, f"figures.{figure.code}.now", is_partial=figure.is_partial
        )

    def _categories(self) -> Table:
        most = max(row.partners for row in self.plan.categories)
        rows = []
        for row in self.plan.categories:
            path = f"categories.{row.code}"
            rows.append(
                (
                    self.label(row.code, f"{path}.code"),
                    self.say.number(row.partners, f"{path}.partners"),
                    Bars(row.partners, None, most),
                    self.say.number(row.meetings, f"{path}.meetings"),
                )
            )
        return Table("partners", self.writer.labels.category_headings, tuple(rows))

    def _channels(self) -> Table:
        most = max(row.count for row in self.plan.channels)
        rows = []
        for row in self.plan.channels:
            path = f"channels.{row.code}"
            number = self.say.number(row.count, f"{path}.count")
            bars = Bars(row.count, None, most)
            own = self.writer.labels.channels.get(row.code)
            name = self.label(row.code, f"{path}.code")
            rows.append((text(Span(own, f"{path}.code")) if own else name, number, bars))
        return Table("means", self.writer.labels.channel_headings, tuple(rows))

    def publications(self, facts: PublicationFacts) -> Table:
        """Lay out the kinds of publications with their shares, beside the period before."""
        say, path = self.say, "communication.publications"
        name, share = self.writer.labels.publication_headings
        now, before = self.writer.headings_of_time()
        rows = []
        for row in facts.kinds:
            own = f"{path}.kinds.{row.code}"
            then = say.number(row.before, f"{own}.before")
            rows.append(
                (
                    self.label(row.code, f"{own}.code"),
                    say.number(row.count, f"{own}.count"),
                    *([then] if facts.before is not None else []),
                    *([say.share(row.share, f"{own}.share")] if facts.has_shares else []),
                )
            )
        shares = [share] if facts.has_shares else []
        headings = (name, now, *([before] if facts.before is not None else []), *shares)
        layout = "published_kinds" if facts.before is not None else "published_kinds_alone"
        total = say.number(facts.count, f"{path}.count")
        then = say.number(facts.before, f"{path}.before")
        compared = [then] if facts.before is not None else []
        blank: list[Cell] = [()] if facts.has_shares else []
        summed = (text(self.writer.labels.total), total, *compared, *blank)
        return Table(layout if shares else f"{layout}_few", headings, tuple(rows), total=summed)

    def _topic(self, row: TopicFacts, path: str, most: int) -> tuple[Cell, ...]:
        name = self.label(row.code, f"{path}.code")
        now = self.say.number(row.now, f"{path}.now")
        meetings = self.say.number(row.meetings, f"{path}.meetings")
        bars = Bars(row.now, row.before, most)
        if not self.is_compared:
            return name, bars, now, meetings
        before = self.say.number(row.before, f"{path}.before")
        return name, bars, now, before, self.change(row.change, f"{path}.change"), meetings
