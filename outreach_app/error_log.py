"""The error log: exception types and source lines only, no data of the register.

It helps the support to find where an error occurred. It never contains an error's
message, which may repeat what was typed.
"""

import logging
import sys
from pathlib import Path
from types import TracebackType

import platformdirs

from outreach_app import __version__
from outreach_app.atomic_files import make_folder
from outreach_app.errors import WriteFailed

_ROOT = Path(__file__).parent.parent
_MAX_BYTES, _KEPT = 200_000, 2
_log = logging.getLogger("outreach")
_log.addHandler(logging.NullHandler())  # a command begins no log: nothing goes to its output


def log_file() -> Path:
    """Return the log file, in the user's own folder for logs."""
    return Path(platformdirs.user_log_dir("outreach", appauthor=False), "outreach.log")


def begin() -> None:
    """Start logging; without a place for the file the program runs all the same."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  brings sockets

    file = log_file()
    try:
        make_folder(file.parent)
        handler = RotatingFileHandler(
            file, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
    except (OSError, WriteFailed):
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.info("started %s", about())


def note_error(error: BaseException, trace: TracebackType | None) -> None:
    """Log where an error occurred: its type, and the program's lines that led to it."""
    _log.error("unexpected %s", "\n  ".join([type(error).__name__, *_places(trace)]))


def about() -> str:
    """Return the version, kind of build, Python and system, in one line for a report."""
    import platform  # noqa: PLC0415  only a report and the first line need it

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    kind = "package" if getattr(sys, "frozen", False) else "source"
    return f"outreach {__version__} ({kind}), Python {platform.python_version()}, {system}"


def report() -> str:
    """Return a support report: this program and system, and the newest part of the log."""
    try:
        newest = log_file().read_text(encoding="utf-8")
    except OSError:
        newest = ""
    return f"{about()}\n\n{newest}"


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        file = Path(code.co_filename)
        named = file.relative_to(_ROOT) if file.is_relative_to(_ROOT) else Path(file.name)
        places.append(f"{named.as_posix()}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places
