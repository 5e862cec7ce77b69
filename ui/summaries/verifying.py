"""Verification of a file: whether it is a document as it was issued."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.issuing.verification import Verification, verification_words, verify_file
from ui.context import AppContext
from ui.files import file_kind
from ui.widgets.banner import Banner


def ask_and_verify(
    context: AppContext, parent: QWidget, banner: Banner, fail: Callable[[Exception], None]
) -> None:
    """Ask for a file, and report whether it is an unaltered issued document."""
    kind = file_kind(_("PDF documents"), ".pdf")
    path = context.files.ask_file(parent, _("Document to verify"), kind)
    if path is None:
        return
    database = context.office.database

    def say(found: Verification) -> None:
        words = verification_words(found)
        show = banner.show_notice if found.is_genuine else banner.show_error
        show(words)

    context.tasks.start(
        parent, lambda _progress: verify_file(database, path), done=say, failed=fail
    )
