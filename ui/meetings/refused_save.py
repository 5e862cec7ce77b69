"""What is shown where the register refuses to save a session."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError, Problem, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.store_problems import StoreProblem
from ui.widgets.banner import Banner
from ui.words import problem_words

_ROWS = ("points", "commitments", "referrals")


def show_refused(banner: Banner, error: OutreachError, try_again: Callable[[], object]) -> None:
    """Show why a session was not saved, and offer to try again if the store is the reason."""
    if error.code == StoreProblem.NO_ROOM:
        banner.show_error(
            _(
                "The disk is full: the session was not saved. What you typed stays on the screen. "
                "Free some space, then try again."
            )
        )
    else:
        banner.show_error(error.message)
    if isinstance(error, StoreFailed):
        banner.offer(lambda: _("Try again"), try_again)


def show_unfinished(banner: Banner, line: QWidget) -> None:
    """Show that a session is not saved while the text of a cell is refused; go on in its line."""
    line.setFocus()
    banner.show_error(_marked_words())


def show_not_saved(banner: Banner, problems: Sequence[Problem], fields: Collection[str]) -> None:
    """Show that a session is not valid, with each problem that is of no field or row of it."""
    others = [
        each
        for each in problems
        if each.field not in fields and each.field.partition(".")[0] not in _ROWS
    ]
    said = [] if len(others) == len(problems) else [_marked_words()]
    banner.show_error(" ".join(dict.fromkeys([*said, *map(problem_words, others)])))


def _marked_words() -> str:
    return _("Not saved yet: correct what is marked in red.")
