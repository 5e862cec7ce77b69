"""The import of meetings from a table, or from a file of their format."""

from outreach_app.i18n import gettext as _
from outreach_app.transfer.meetings_file import SUFFIXES
from outreach_app.transfer.meetings_import import meetings_of_file
from ui.changes import Topic
from ui.files import file_kind
from ui.import_wizard.file_import import Imported

MEETINGS = Imported(
    lambda: _("Import meetings"),
    lambda: _("Importing meetings"),
    lambda: _("Imported. New meetings: {created} · completed: {updated}"),
    frozenset({Topic.MEETING, Topic.PARTNER}),
    lambda: file_kind(_("Tables, and meetings as JSON"), *SUFFIXES),
    meetings_of_file,
)
