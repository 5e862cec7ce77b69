"""The tables of communication that can be imported, and all of it as one file."""

from collections.abc import Callable
from pathlib import Path

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.transfer.communication import read_communication
from outreach_app.transfer.communication_document import ENDING
from outreach_app.transfer.communication_tables import Table
from outreach_app.transfer.reports import Importing
from ui.changes import Topic
from ui.files import file_kind
from ui.import_wizard.file_import import Imported
from ui.widgets.translated import Text


def _kinds() -> str:
    return file_kind(_("Tables, and the communication as JSON"), ".csv", ".xlsx", ENDING)


def _reader(table: Table) -> Callable[[Path], Importing]:
    return lambda path: read_communication(path, clock.today(), table)[1]


def _table(table: Table, title: Text, doing: Text, done: Text, topic: Topic) -> Imported:
    topics = frozenset({topic})
    return Imported(title, doing, done, topics, _kinds, _reader(table), (ENDING, WHOLE))


WHOLE = Imported(
    lambda: _("Import all communication"),
    lambda: _("Importing all communication"),
    lambda: _("Imported. New records: {created} · completed: {updated}"),
    frozenset({Topic.PUBLICATION, Topic.READING, Topic.RUMOUR, Topic.POINT, Topic.MEETING}),
    _kinds,
    _reader(Table.DOCUMENT),
)
PUBLICATIONS = _table(
    Table.PUBLICATIONS,
    lambda: _("Import publications"),
    lambda: _("Importing publications"),
    lambda: _("Imported. New publications: {created} · completed: {updated}"),
    Topic.PUBLICATION,
)
READINGS = _table(
    Table.READINGS,
    lambda: _("Import readings"),
    lambda: _("Importing readings"),
    lambda: _("Imported. New readings: {created}"),
    Topic.READING,
)
RUMOURS = _table(
    Table.RUMOURS,
    lambda: _("Import rumours"),
    lambda: _("Importing rumours"),
    lambda: _("Imported. New rumours: {created}"),
    Topic.RUMOUR,
)
REMARKS = _table(
    Table.REMARKS,
    lambda: _("Import remarks"),
    lambda: _("Importing remarks"),
    lambda: _("Imported. New remarks: {created}"),
    Topic.POINT,
)
AWARENESS = _table(
    Table.AWARENESS,
    lambda: _("Import awareness actions"),
    lambda: _("Importing awareness actions"),
    lambda: _("Imported. New awareness actions: {created}"),
    Topic.MEETING,
)

# By the entity of the list that offers it.
IMPORTED = {
    "rumour": RUMOURS,
    "publication": PUBLICATIONS,
    "point": REMARKS,
    "meeting": AWARENESS,
    "reading": READINGS,
}
