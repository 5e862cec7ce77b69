"""Frequently written words and proposals, as lines of one list."""

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.proposals import ProposalRow
from outreach_app.queries.repeated_points import RepeatedPoint
from ui.proposals.words import state_icon, state_words
from ui.tables.columns import Column, Icon
from ui.words import apart, code_words


@dataclass(frozen=True, slots=True)
class OftenLine:
    """Frequently written words; `proposal` is None if they were not proposed yet."""

    source: RepeatedPoint | ProposalRow

    @property
    def proposal(self) -> ProposalRow | None:
        return self.source if isinstance(self.source, ProposalRow) else None

    @property
    def repeated(self) -> RepeatedPoint | None:
        return self.source if isinstance(self.source, RepeatedPoint) else None


def often_lines(
    repeated: Iterable[RepeatedPoint], proposed: Iterable[ProposalRow]
) -> list[OftenLine]:
    """Return what can be proposed, the most frequent first, then what was proposed."""
    return [*map(OftenLine, repeated), *map(OftenLine, proposed)]


def _state(line: OftenLine) -> str:
    return state_words(line.proposal) if line.proposal else _("Not proposed")


def _icon(line: OftenLine) -> Icon:
    return state_icon(line.proposal) if line.proposal else Icon("quotes")


OFTEN_COLUMNS: tuple[Column[OftenLine], ...] = (
    Column(lambda: _("Words"), lambda line: apart(line.source.text), least=264, sort_key="words"),
    Column(
        lambda: _("Topic"), lambda line: code_words(line.source.topic), width=208, sort_key="topic"
    ),
    Column(
        lambda: _("Times written"),
        lambda line: isolate(str(line.source.count)),
        width=128,
        sort_key="count",
        by=lambda line: line.source.count,
    ),
    Column(lambda: _("State"), _state, icon=_icon, width=264, sort_key="state"),
)
