"""What is shown where the register refuses to save a session."""

from collections.abc import Callable

from outreach_app.errors import OutreachError, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.store_problems import StoreProblem
from ui.widgets.banner import Banner


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
