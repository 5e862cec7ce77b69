"""The access log says that names went out where they did, and nowhere else."""

import pytest

from outreach_app.access_log import Act
from outreach_app.errors import WriteFailed
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import list_access
from outreach_app.startup import OpenOffice
from outreach_app.transfer.communication_out import write_communication
from outreach_app.transfer.vcard_out import write_vcards


def test_names_that_a_path_keeps_in_are_not_told_to_have_gone_out(office: OpenOffice) -> None:
    """A register's own file is refused before the row, which could not be taken back."""
    database = office.database
    paths = office.folder / "outreach.key", office.folder / "outreach.db"
    for write in (lambda *to: write_vcards(to[0], to[1], [], Progress()), write_communication):
        for path in paths:
            with database.read() as session, pytest.raises(WriteFailed):
                write(session, path)
    with database.read() as session:
        assert not [row for row in list_access(session) if row.act == Act.NAMES_OUT]
