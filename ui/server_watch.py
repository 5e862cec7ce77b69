"""Watches a register on a server for other people's writes, so that pages show them."""

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app.actors import Role, role_words
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.rights import take_up_role
from ui.changes import EVERYTHING
from ui.context import AppContext

SECONDS = 3


class OthersWatch(QObject):
    """Refreshes every page after another client's commit; a file has only one user.

    A server that does not answer is reported by the person's next action. `looked` is emitted when
    it was asked.
    """

    looked = Signal()

    def __init__(self, context: AppContext, parent: QObject, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._context = context
        self._is_busy = False
        self._timer = QTimer(self, interval=round(seconds * 1_000))
        self._timer.timeout.connect(self._look)
        if context.office.database.is_on_server:
            self._seen = context.office.database.changes_by_others()
            self._timer.start()

    def _look(self) -> None:
        if self._is_busy or not self._context.office.lock.is_locked:
            return
        self._is_busy = True

        def work(_progress: Progress) -> int:
            return self._context.office.database.changes_by_others()

        self._context.tasks.start(self, work, done=self._take, failed=self._miss)

    def _take(self, changes: int) -> None:
        self._is_busy = False
        if changes != self._seen:
            self._seen = changes
            self._tell_of_role()
            self._context.changes.tell(EVERYTHING)
        self.looked.emit()

    def _tell_of_role(self) -> None:
        """Show that the account's role was changed or withdrawn, if it was."""
        before = self._context.office.database.actor
        try:
            now = self._context.read(take_up_role)
        except NotAllowed as removed:
            self._context.refuse(removed)
            return
        if now is not before:
            roles = (role_words(role) for role in Role if role.actor is now)
            message = _("The role of this account was changed at another computer: {role}.")
            self._context.notice(message.format(role=next(roles)))

    def _miss(self, _error: Exception) -> None:
        self._is_busy = False
