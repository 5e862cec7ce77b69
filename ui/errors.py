"""How an error reaches the user: as a sentence, never as a traceback."""

import sys
from collections.abc import Callable
from types import TracebackType

from outreach_app import error_log
from outreach_app.errors import OutreachError, refusal_of
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate


def message_of(error: BaseException) -> str:
    """Return the message to show for any error."""
    if isinstance(error, OSError):
        error = refusal_of(error)
    if isinstance(error, OutreachError):
        return error.message
    return _(
        "An unexpected error occurred. Earlier changes are saved; check whether the last one is "
        "there, then try again."
    )


def install(show: Callable[[str], None]) -> None:
    """Report uncaught exceptions through `show`, with their reference in the log."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        message = message_of(error)
        if not isinstance(error, OutreachError | OSError):
            if sys.stderr is not None and sys.stderr.isatty():
                # Only to a terminal: desktops keep any other stderr in a journal on disk.
                sys.__excepthook__(kind, error, trace)
            error_log.note_error(error, trace)
            noted = _("Where it occurred is recorded in {file}, without any data of the register.")
            message += " " + noted.format(file=isolate(str(error_log.log_file())))
        show(message)

    sys.excepthook = hook
