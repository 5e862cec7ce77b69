"""Every screen of the program, reproducible, for golden images and layout checks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from outreach_app import i18n
from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.queries.partners import list_partners
from outreach_app.startup import OpenOffice
from tests.ui.begun_windows import begin_window
from tests.ui.clipping import SIZE
from tests.ui.enrolling import enrolling
from tests.ui.exchanged import log, receiving, reviewing, sending
from tests.ui.forgotten import ASKING, answering, asking
from tests.ui.offices import Offices, held_meeting
from tests.ui.read_backups import reading
from tests.ui.rest import settle
from tests.ui.server_screens import connecting, moving, moving_back, reaching, setting_up
from tests.ui.states import HEADQUARTERS_STATES, STATES
from ui import languages, style
from ui.find.overlay import FindOverlay
from ui.first_run.page import FirstRunPage
from ui.help.dialog import HelpDialog
from ui.meetings.page import MeetingsPage
from ui.pages import HEADQUARTERS_PAGES, PRECINCT_PAGES
from ui.partners.page import PartnersPage
from ui.requests import OpenMeeting, OpenPartner, ShowHandOut, ShowSummary
from ui.settings import Settings
from ui.shell import Shell
from ui.style import Scheme, the_application
from ui.summaries.document_page import DocumentPage
from ui.summaries.page import SummariesPage
from ui.tasks import Tasks
from ui.unlock.page import UnlockPage
from ui.widgets.shortcuts import offered

CODE = "7K2QX-9M4TD-H3VWA-P6RBN-5YCJE-W8ZG3"


class Stage:
    """Shows screens of the offices in one language and one palette."""

    def __init__(self, offices: Offices, language: Language, scheme: Scheme) -> None:
        self.offices = offices
        self.office = offices.precinct
        self.tasks = Tasks()
        self.settings = Settings(Path("window.json"), ScreenLanguage(language.value), scheme)
        self._shown: list[QWidget] = []
        self.seen = QImage()  # what was shown last, at rest
        style.apply(scheme)
        languages.switch(language)
        # A blinking cursor would change the image.
        the_application().setCursorFlashTime(0)

    def show(self, name: str) -> QWidget:
        """Return one of the SCREENS once it has settled."""
        return self.put(SCREENS[name])

    def put(self, make: "Callable[[Stage], QWidget]") -> QWidget:
        """Return a screen made on this stage once it has settled."""
        screen = make(self)
        if screen.windowType() is not screen.windowType().Dialog:
            screen.resize(SIZE)
        self._shown.insert(0, screen)  # it is deleted before its parent window
        screen.show()
        screen.activateWindow()
        self._settle(screen)
        return screen

    def darken(self, screen: QWidget) -> None:
        """Switch a visible screen to the dark palette, and wait until it has settled."""
        style.apply(Scheme.DARK)
        self._settle(screen)

    def _settle(self, screen: QWidget) -> None:
        self.seen = settle(screen, lambda: bool(self.tasks._running))

    def shell(self, office: OpenOffice | None = None) -> Shell:
        """Return the window of an office, the precinct's by default, on no page yet."""
        office = office or self.office
        is_headquarters = office is self.offices.headquarters
        return begin_window(office, self.settings, self.tasks, is_headquarters=is_headquarters)

    def clear(self) -> None:
        """Delete the screens: their timers would keep the next one waiting."""
        for screen in self._shown:
            screen.close()
            screen.deleteLater()
        self._shown.clear()
        the_application().sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Delete the screens and stop the tasks."""
        self.clear()  # first: a window needs the tasks
        self.tasks.stop()
        the_application().processEvents()


def _page(key: str, stage: Stage) -> Shell:
    shell = stage.shell()
    shell.show_page(key)
    if key == "meetings":
        shell.open_page(OpenMeeting(held_meeting(stage.office)))
    if key == "summaries":
        _documents(stage, shell)
        shell.open_page(ShowSummary(held_meeting(stage.office)))
    if key == "partners":
        shell.open_page(OpenPartner(shell.context.read(list_partners)[0].uid))
    return shell


def _of_all(key: str, stage: Stage) -> QWidget:
    shell = stage.shell(stage.offices.headquarters)
    shell.show_page(key)
    if key == "summaries":
        _documents(stage, shell)
    return shell


def _documents(stage: Stage, shell: Shell) -> None:
    """Make the page of documents render in the shared process."""
    assert isinstance(shell.page, DocumentPage)
    shell.page._worker = stage.offices.worker


def _papers(stage: Stage) -> Shell:
    shell = stage.shell()
    shell.show_page("summaries")
    _documents(stage, shell)
    return shell


def _you_said(stage: Stage) -> QWidget:
    shell = _papers(stage)
    shell.open_page(ShowHandOut((shell.context.read(list_partners)[0].uid,)))
    return shell


def _programme(stage: Stage) -> QWidget:
    shell = _papers(stage)
    assert isinstance(shell.page, SummariesPage)
    shell.page.choices.kinds.setCurrentIndex(2)
    return shell


def _report(stage: Stage) -> Shell:
    shell = _papers(stage)
    assert isinstance(shell.page, SummariesPage)
    choices = shell.page.choices
    choices.period.words.difficulties.setPlainText("الحاجة إلى قاعة أوسع لعقد اللقاءات الدورية.")
    choices.kinds.setCurrentIndex(choices._panels.index(choices.period))
    return shell


def _published(stage: Stage) -> QWidget:
    shell = _report(stage)
    assert isinstance(shell.page, SummariesPage)
    panel = shell.page.choices.period
    panel.period.activated.emit(panel.period.currentIndex())
    panel.publishable.check.click()
    return shell


def _register(stage: Stage) -> QWidget:
    # A code depends on the key of the store, which differs in each run.
    with stage.office.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE issues SET code = '3F7A-QXC2-LM5R-B6TD'")
    shell = _papers(stage)
    assert isinstance(shell.page, SummariesPage)
    choices = shell.page.choices
    choices.kinds.setCurrentIndex(choices._panels.index(choices.register))
    return shell


def _editor(stage: Stage) -> QWidget:
    shell = stage.shell()
    shell.show_page("meetings")
    assert isinstance(shell.page, MeetingsPage)
    shell.page.editor.begin(held_meeting(stage.office))
    shell.page._stack.setCurrentWidget(shell.page.editor)
    return shell


def _new_session(stage: Stage) -> QWidget:
    shell = stage.shell()
    shell.show_page("meetings")
    assert isinstance(shell.page, MeetingsPage)
    shell.page.new_session()
    return shell


def _partner_form(stage: Stage) -> QWidget:
    shell = stage.shell()
    shell.show_page("partners")
    assert isinstance(shell.page, PartnersPage)
    shell.page.open_form(None)
    return shell


def _find(stage: Stage) -> QWidget:
    shell = _page("today", stage)
    overlay = FindOverlay(shell.context, shell)
    overlay.appear()
    overlay.line.setText("ecl")
    return shell


def _shortcuts(stage: Stage) -> QWidget:
    shell = _page("today", stage)
    stage._shown.append(shell)
    keys = offered(shell.page.shortcuts(), shell.context.may)
    dialog = HelpDialog("today", ["today"], keys, shell)
    dialog.topics.setCurrentRow(dialog.topics.count() - 1)
    return dialog


def _first_run(place: int, stage: Stage) -> QWidget:
    page = FirstRunPage(stage.settings, stage.tasks)
    page.show_folder(Path("outreach"))
    for (name, language), field in page.office.fields.items():
        field.line.setText(_TYPED.get((name, language), ""))
    page.recovery.show_code(CODE, _TYPED["name", i18n.current()])
    page.recovery.ask((1, 3))
    page._show(place)
    return page


def _in_state(make: Callable[[Shell], QWidget], stage: Stage) -> QWidget:
    shell = stage.shell()
    stage._shown.append(shell)
    return make(shell)


def _in_state_of_all(make: Callable[[Shell], QWidget], stage: Stage) -> QWidget:
    return make(stage.shell(stage.offices.headquarters))


def _unlock(stage: Stage) -> QWidget:
    page = UnlockPage(stage.settings, stage.tasks)
    page.show_folder(stage.office.folder)
    return page


def _asking(place: int, stage: Stage) -> QWidget:
    return asking(place, stage.tasks)


def _no_register(stage: Stage) -> QWidget:
    page = UnlockPage(stage.settings, stage.tasks)
    page.show_folder(Path("elsewhere"))
    return page


_TYPED = {
    ("name", Language.ARABIC): "النخيل",
    ("name", Language.FRENCH): "Annakhil",
    ("city", Language.ARABIC): "الدار البيضاء",
    ("city", Language.FRENCH): "Casablanca",
}
_STEPS = {"start": 0, "office": 2, "passphrase": 3, "recovery": 4}

SCREENS: dict[str, Callable[[Stage], QWidget]] = {
    **{entry.key: partial(_page, entry.key) for entry in PRECINCT_PAGES},
    **{f"headquarters_{entry.key}": partial(_of_all, entry.key) for entry in HEADQUARTERS_PAGES},
    "session_editor": _editor,
    "new_session": _new_session,
    "partner_form": _partner_form,
    "find": _find,
    "shortcuts": _shortcuts,
    "you_said": _you_said,
    "programme": _programme,
    "report": _report,
    "published": _published,
    "register": _register,
    **{name: partial(_in_state, make) for name, make in STATES.items()},
    **{name: partial(_in_state_of_all, make) for name, make in HEADQUARTERS_STATES.items()},
    **{f"first_run_{step}": partial(_first_run, place) for step, place in _STEPS.items()},
    "server_new": lambda stage: setting_up(stage.settings, stage.tasks),
    "server_connect": lambda stage: connecting(stage.settings, stage.tasks),
    "server_move": lambda stage: moving(stage.offices.headquarters.folder, stage.tasks),
    "server_move_back": lambda stage: moving_back(stage.tasks),
    "server_reach": lambda stage: reaching(stage.tasks),
    "unlock": _unlock,
    "no_register": _no_register,
    **{f"asking_{step}": partial(_asking, place) for place, step in enumerate(ASKING)},
    "answering": lambda stage: answering(stage.shell(stage.offices.headquarters)),
    "enrolling": lambda stage: enrolling(stage.shell(stage.offices.headquarters)),
    "log": lambda stage: log(stage.shell(stage.offices.headquarters)),
    "sending": lambda stage: sending(stage.shell()),
    "receiving": lambda stage: receiving(stage.shell(stage.offices.headquarters)),
    "reviewing": lambda stage: reviewing(stage.shell()),
    "reading": lambda stage: reading(
        stage.office, stage.settings
    ),  # last: it adds to the access log
}
