"""The figures of one partner in one line."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import PartnerDetails
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus
from ui.record_lines import kept_words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label


class Figures(QWidget):
    """Counts of meetings, points, kept and overdue commitments, each with its word."""

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, margin=0, gap=24, line_gap=0)
        self.numbers = [Label(pixels=18, weight=QFont.Weight.DemiBold) for _figure in range(4)]
        self.words = [Label(tone="muted") for _figure in range(4)]
        for number, words in zip(self.numbers, self.words, strict=True):
            beside = QWidget()
            pair = QHBoxLayout(beside)
            pair.setContentsMargins(0, 4, 0, 4)
            pair.setSpacing(8)
            pair.addWidget(words)
            pair.addWidget(number)
            flow.addWidget(beside)

    def show_figures(self, details: PartnerDetails) -> None:
        """Count the details of a partner."""
        statuses = [row.status for row in details.commitments]
        held = sum(row.status == MeetingStatus.HELD for row in details.meetings)
        late = statuses.count(CommitmentStatus.OVERDUE)
        kept = kept_words(statuses.count("cst.done"), len(statuses))
        words = (_("Meetings"), _("Points raised"), _("Commitments kept"), _("Overdue"))
        figures = (held, len(details.points), kept, late)
        for at, (word, figure) in enumerate(zip(words, figures, strict=True)):
            self.words[at].setText(word)
            self.numbers[at].setText(figure if isinstance(figure, str) else isolate(str(figure)))
        self.numbers[-1].set_tone("late" if late else "text")
