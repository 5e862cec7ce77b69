"""The lines of the card of the exchange with headquarters."""

from outreach_app.clock import moment_words
from outreach_app.database import StoreSession
from outreach_app.exchange.importing.restorations import (
    Restored,
    holder_words,
    unheard_words,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.bundles import ExchangeState, get_exchange_state
from outreach_app.queries.conflicts import count_conflicts
from outreach_app.queries.point_lists import count_replies_to_pass_on
from ui.widgets.line_button import LineWords


def read_exchange(session: StoreSession) -> tuple[ExchangeState, int, int]:
    """Return the state of the exchange, and the numbers of conflicts and of replies to pass on."""
    replies = count_replies_to_pass_on(session)
    return get_exchange_state(session), count_conflicts(session), replies


def exchange_lines(state: ExchangeState) -> list[LineWords]:
    """Return the lines: last file for headquarters, its acknowledgement, changes not sent yet."""
    never = _("not yet")
    sent, heard = state.last_sent, state.acknowledged_at
    waiting = LineWords(
        _("Changes not sent yet"),
        end=isolate(str(state.unsent)),
        icon="tray" if state.unsent else "check",
        tone="warn" if state.unsent else "ok",
    )
    return [
        LineWords(_("Last file for headquarters"), end=moment_words(sent) if sent else never),
        LineWords(_("Acknowledged by headquarters"), end=moment_words(heard) if heard else never),
        waiting,
    ]


def restored_line(restored: Restored) -> LineWords:
    """Return that a backup was restored, and who has later changes or has not answered since."""
    ahead = [
        _("{holder} has later changes: {count}").format(
            holder=holder_words(row), count=isolate(str(row.missing))
        )
        for row in restored.ahead[:1]
    ]
    unheard = _("What they sent since is missing. Import their last files again: {holders}")
    unheard = unheard.format(holders=unheard_words(restored))
    return LineWords(
        _("Restored from a backup"),
        under=(ahead or [unheard])[0],
        end=moment_words(restored.as_of),
        icon="warning-circle",
        tone="warn",
    )


def conflicts_line(count: int) -> LineWords:
    """Return the line of conflicts that nobody has settled yet."""
    return LineWords(
        _("Changes of two computers to review"),
        end=isolate(str(count)),
        icon="warning-circle",
        tone="warn",
    )


def oddities_line(count: int) -> LineWords:
    """Return how many received records have unusable or unusual values."""
    return LineWords(
        _("Received, with a value to check"),
        end=isolate(str(count)),
        icon="warning-circle",
        tone="warn",
    )


def replies_line(count: int) -> LineWords:
    """Return the line of headquarters' replies that partners do not know yet."""
    return LineWords(
        replies_to_pass_on(), end=isolate(str(count)), icon="chat-circle-text", tone="info"
    )


def replies_to_pass_on() -> str:
    """Return the label of the line and of the list it opens."""
    return _("Replies of headquarters to pass on")
