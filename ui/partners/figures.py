"""The figures of one partner in a line."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import PartnerDetails
from ui.widgets.labels import Label


class Figures(QWidget):
    """Meetings, points, commitments kept, commitments overdue."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(24)
        self.words = [Label(tone="muted") for _figure in range(4)]
        for label in self.words:
            self._layout.addWidget(label)
        self._layout.addStretch(1)

    def show_figures(self, details: PartnerDetails) -> None:
        """Count what the details hold."""
        statuses = [row.status for row in details.commitments]
        late = statuses.count("cst.overdue")
        kept = f"{statuses.count('cst.done')}/{len(statuses)}"
        for label, text, figure in zip(
            self.words,
            (
                _("Meetings: {figure}"),
                _("Points raised: {figure}"),
                _("Commitments kept: {figure}"),
                _("Overdue: {figure}"),
            ),
            (len(details.meetings), len(details.points), kept, late),
            strict=True,
        ):
            label.setText(text.format(figure=isolate(str(figure))))
        self.words[-1].set_tone("late" if late else "muted")
