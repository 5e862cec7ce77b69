"""The state of a proposal in words, and the columns that both screens share."""

from collections.abc import Mapping

from outreach_app.field_words import Words
from outreach_app.i18n import gettext as _
from outreach_app.queries.proposals import ProposalRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.statuses import ProposalState
from ui.tables.columns import Icon
from ui.words import either, word_of

_ICONS = {
    ProposalState.WAITING: Icon("hourglass", "muted"),
    ProposalState.ADOPTED: Icon("check-circle", "ok"),
    ProposalState.DECLINED: Icon("minus-circle", "warn"),
}
_STATES: Mapping[str, Words] = {
    ProposalState.WAITING: lambda: _("Waiting"),
    ProposalState.ADOPTED: lambda: _("Adopted"),
    ProposalState.DECLINED: lambda: _("Declined"),
}


def state_icon(row: ProposalRow) -> Icon:
    """Return the icon of the state of a proposal."""
    return _ICONS[row.state]


def state_words(row: ProposalRow) -> str:
    """Return the state of a proposal, in one or two words."""
    return word_of(_STATES, row.state)


def answer_words(row: ProposalRow) -> str:
    """Return headquarters' answer to a proposal."""
    if row.answer is None:
        words = _("Proposed on {day}. Headquarters has not answered yet.")
        return words.format(day=date_words(row.proposed_on))
    said = either(row.answer)
    if row.state is ProposalState.DECLINED:
        return _("Headquarters declined it: {reason}.").format(reason=said)
    return _("Headquarters adopted it; every office is offered: {words}").format(words=said)
