"""Windows without a page yet: the one that a window begins with costs as much as all the rest."""

from dataclasses import replace

from outreach_app.startup import OpenOffice
from tests.ui.clipping import SIZE
from ui.page import Page
from ui.pages import pages_for
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks


def begin_window(
    office: OpenOffice, settings: Settings, tasks: Tasks, *, is_headquarters: bool
) -> Shell:
    """Return the window of an office, whose first page is only made when it is asked for."""
    first, *others = pages_for(office.database.actor, is_headquarters=is_headquarters)
    blank = replace(first, factory=Page)
    shell = Shell(office, settings, tasks, [blank, *others])
    shell._entries[first.key] = first
    del shell._pages[first.key]
    shell.resize(SIZE)
    return shell
