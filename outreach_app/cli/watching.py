"""Processing of files in a folder as they arrive, until the person stops it."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from outreach_app.cli.options import Answer
from outreach_app.cli.output import say
from outreach_app.errors import Locked
from outreach_app.exchange.importing.watching import Watch
from outreach_app.i18n import gettext as _

SECONDS = 10


def as_they_come(
    folders: Sequence[Path], take: Callable[[list[Path]], Answer], seconds: float = SECONDS
) -> Answer:
    """Process ready files at each check; report them immediately, and all at the end.

    While the window has the store open, the files wait for the next check.
    """
    watch, taken = Watch(folders), list[Answer]()
    say(_("Watching for new files. Press Ctrl+C to stop."))
    try:
        while True:
            ready = watch.ready()
            answer = _take_unless_in_use(take, ready) if ready else None
            if answer is not None:
                watch.take_off(ready)
                taken.append(answer)
                say("\n".join(answer.lines))
            time.sleep(seconds)
    except KeyboardInterrupt:
        results = [answer.result for answer in taken]
        return Answer({"imports": results}, [], all(answer.is_complete for answer in taken))


def _take_unless_in_use(take: Callable[[list[Path]], Answer], ready: list[Path]) -> Answer | None:
    try:
        return take(ready)
    except Locked as error:
        if error.code != "in_use":
            raise
        say(error.message)
        return None
