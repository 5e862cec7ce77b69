"""Texts on a planned export: how many changes, of which records, and what the receiver has."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from outreach_app.clock import moment_words
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.bundles import ExchangeState, LastWritten
from ui.exchange.words import concerned_words
from ui.words import labelled_words

_TO_ONE = ("reply", "review", "finding")  # as events name records for one precinct only


def heading_words(plans: Sequence[ExportPlan]) -> str:
    """Return how much would be exported."""
    events = isolate(str(sum(plan.events for plan in plans)))
    if plans[0].receiver is Receiver.PRECINCT:
        words = _("Answers: {answers} · changes in all of them: {count}")
        return words.format(answers=isolate(str(len(plans))), count=events)
    if not any(plan.events for plan in plans):
        return _("Nothing changed since the last acknowledgement; the file states this.")
    return _("Changes that will leave: {count}").format(count=events)


def records_words(plans: Sequence[ExportPlan], *, includes_names: bool) -> str:
    """Return which records would be exported, by noun; names and contacts only if included.

    They are fewer than the changes, which is said: a record may have several, some leave as hashes
    alone, and headquarters' records for several precincts count once.
    """
    records: Counter[str] = Counter()
    to_one: Counter[tuple[str, UUID]] = Counter()
    for plan in plans:
        records |= Counter(plan.records)  # a record for several precincts counts once
        to_one |= Counter({(noun, plan.office): plan.records.get(noun, 0) for noun in _TO_ONE})
    for noun in _TO_ONE:
        records[noun] = sum(count for (each, _office), count in to_one.items() if each == noun)
    records = +records
    names = max((plan.names for plan in plans), default=0)
    if names and includes_names:
        records["identity"] = names
    words = []
    if records:
        words.append(concerned_words(records))
    if names and not includes_names:
        words.append(_("Names and contacts: withheld"))
    if records.total() < sum(plan.events for plan in plans):
        words.append(
            _("a record may have several changes; the content of what is withheld is not sent")
        )
    return " · ".join(words)


def holding_words(receiver: Receiver, state: ExchangeState, last: LastWritten | None) -> str:
    """Return what the receiver has acknowledged, and what an answer contains besides."""
    if receiver is Receiver.PRECINCT:
        return _("Each answer says what was received, and asks again for what is missing.")
    if receiver is Receiver.SIBLING:
        words = [_("The second computer gets everything, names and contacts included.")]
    else:
        # The figure of Today: what leaves is more, all that is not acknowledged.
        unsent = labelled_words(_("Changes not sent yet"), isolate(str(state.unsent)))
        words = [_acknowledged_words(state), f"{unsent}."]
    if last is not None:
        words.append(_last_words(last))
    return " ".join(words)


def _acknowledged_words(state: ExchangeState) -> str:
    if state.acknowledged_at is None:
        return _("Headquarters has not acknowledged anything yet.")
    if state.acknowledged_upto is None:
        words = _("Headquarters last sent an acknowledgement on {moment}.")
        return words.format(moment=moment_words(state.acknowledged_at))
    words = _("Headquarters acknowledged your changes on {moment}.")
    said = words.format(moment=moment_words(state.acknowledged_at))
    if not state.unacknowledged:
        return said
    rest = _("Not acknowledged yet: {count}.")
    return f"{said} {rest.format(count=isolate(str(state.unacknowledged)))}"


def _last_words(last: LastWritten) -> str:
    moment = moment_words(last.moment)
    if not last.is_awaited:
        return _("Last file written on {moment}.").format(moment=moment)
    words = _("Last file written on {moment}: its acknowledgement is awaited.")
    return words.format(moment=moment)
