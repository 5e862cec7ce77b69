"""The figures of the dashboard as a table: this period and the one before."""

from collections.abc import Sequence
from pathlib import Path

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.queries.communication import CommunicationFigures
from outreach_app.queries.figures import Figure, Figures
from outreach_app.queries.remark_figures import RemarkFigures
from outreach_app.transfer.table_file import Sheet, write_table
from ui.context import AppContext
from ui.dashboard.communication import awareness_lines
from ui.forms.choice_editor import capitalised
from ui.forms.periods import period_of, period_words
from ui.table_export import SheetButton, Write
from ui.words import code_words, share_words

Row = tuple[str, str, str, str]


class TotalsButton(SheetButton):
    """Exports the figures shown, with those that only the lists show."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, lambda: _("Dashboard"))
        self._figures: Figures | None = None
        self._communication: CommunicationFigures | None = None
        self._months = 0
        self._follow()

    def show_figures(
        self, figures: Figures, communication: CommunicationFigures, months: int
    ) -> None:
        """Set the figures to export; a partner is due if not met for `months`."""
        self._figures = figures
        self._communication = communication
        self._months = months
        self._follow()

    def _has_something(self) -> bool:
        return self._figures is not None

    def _prepare(self) -> Write:
        figures, communication = self._figures, self._communication
        if figures is None or communication is None:
            raise ValueError("no figures to write")
        rows = [*totals(figures, self._months), *communication_totals(communication)]
        periods = (figures.period, figures.period.previous())
        headings = (_("Part"), _("Figure"), *(capitalised(period_words(each)) for each in periods))
        sheet = Sheet(
            self._title(),
            headings,
            rows,
            i18n.current(),
            self._circulation.words(i18n.current()),
        )

        def write(path: Path, progress: Progress) -> str:
            progress.step(0, 1)
            write_table(path, sheet)
            return _("Exported: {count} rows.").format(count=isolate(str(len(sheet.rows))))

        return write


def totals(figures: Figures, months: int) -> list[Row]:
    """List every figure in the order of the screen: section, name, now and before."""
    main, kept = _("Dashboard"), _("Commitments and referrals")
    not_met = _("Not met for {months} months").format(months=isolate(str(months)))
    coverage = [
        (f"{code_words(row.category)} · {name}", figure)
        for row in figures.coverage
        for name, figure in ((_("Registered"), row.known), (_("Met"), row.met),
                             (not_met, row.not_met))
    ]  # fmt: skip
    return [
        *_rows(main, [
            (_("Meetings, actions and calls"), figures.meetings),
            (_("Partners met"), figures.partners),
            (_("People reached"), figures.people),
            (_("of them women"), figures.women),
            (_("Points raised"), figures.points),
            (_("without a reaction"), figures.unanswered),
        ]),
        *_rows(_("Meetings, actions and calls month by month"), [
            (period_words(period_of("month", day)), figure) for day, figure in figures.months
        ]),
        *_rows(_("Main topics of the points raised"), _coded(figures.topics)),
        *_rows(_("Channels of the meetings"), _coded(figures.channels)),
        *_rows(kept, [
            (_("Commitments made"), figures.commitments),
            (_("Commitments kept"), figures.kept),
            (_("Still to be kept"), figures.open),
            (_("of them overdue today"), figures.overdue),
            (_("Referrals made"), figures.referrals),
            (_("Referrals answered"), figures.answered),
        ]),
        *_reactions(figures),
        *_rows(_("Partners by category"), coverage),
    ]  # fmt: skip


def communication_totals(figures: CommunicationFigures) -> list[Row]:
    """List the figures of communication in the order of the screen."""
    published, rumours = _("Publications"), _("Rumours")
    now, before = figures.hours, figures.hours_before
    kinds = [
        (f"{code_words(row.kind)} · {share_words(row.share)}", row.figure) for row in figures.kinds
    ]
    return [
        *_rows(published, kinds),
        *_rows(published, [(_("Total publications"), figures.publications)]),
        *_rows(
            rumours,
            [(_("Rumours heard"), figures.rumours), (_("of them rectified"), figures.rectified)],
        ),
        (rumours, _("Median delay (h)"), _days(now.median), _days(before.median)),
        (rumours, _("Longest delay (h)"), _days(now.worst), _days(before.worst)),
        *_remarks(figures.remarks),
        *_rows(
            _("Awareness actions"),
            [(title(), figure) for title, figure in awareness_lines(figures.awareness)],
        ),
    ]


def _remarks(figures: RemarkFigures) -> list[Row]:
    part, now, before = _("Remarks received"), figures.reaction, figures.reaction_before
    counted = [
        (_("Remarks received"), figures.received),
        (_("without a reaction"), figures.unanswered),
    ]
    return [
        *_rows(part, [*counted, *_coded(figures.channels)]),
        (part, _("Median, in days"), _days(now.median), _days(before.median)),
        (part, _("Longest, in days"), _days(now.worst), _days(before.worst)),
    ]


def _reactions(figures: Figures) -> list[Row]:
    part, now, before = _("Time of reaction"), figures.reaction, figures.reaction_before
    return [
        (part, _("Median, in days"), _days(now.median), _days(before.median)),
        (part, _("Longest, in days"), _days(now.worst), _days(before.worst)),
        *_rows(part, [(_("Points with a known day of reaction"), figures.points_with_day)]),
    ]


def _days(days: float | None) -> str:
    return "" if days is None else f"{days:g}".replace(".", ",")


def _coded(counted: Sequence[tuple[str, Figure]]) -> list[tuple[str, Figure]]:
    return [(code_words(code), figure) for code, figure in counted]


def _rows(part: str, figures: Sequence[tuple[str, Figure]]) -> list[Row]:
    return [
        (part, name, str(figure.now), "" if figure.before is None else str(figure.before))
        for name, figure in figures
    ]
