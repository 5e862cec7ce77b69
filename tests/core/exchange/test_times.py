"""What a signed file says of time stays within what a clock says, or the file is refused."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from outreach_app.events import decode, encode
from outreach_app.exchange.importing import FileSummary, import_paths
from outreach_app.models.base import moment_text
from outreach_app.progress import Progress
from outreach_app.queries.offices import last_weeks, list_offices, list_reports
from tests import makers
from tests.core.exchange.forging import taken_apart
from tests.core.exchange.network import Network, events, unsound

TODAY = date(2026, 11, 24)
NEVER = [
    "9999-12-31T23:59:59Z",
    "9000-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
]


def imported(network: Network, data: bytes, folder: Path) -> FileSummary:
    """What becomes of a file at headquarters, whose lists still open after it."""
    path = folder / "sent.outreach"
    path.write_bytes(data)
    [file] = import_paths(network.headquarters, [path], Progress()).files
    with network.headquarters.read() as session:
        list_offices(session, last_weeks(TODAY, 6), TODAY)
        list_reports(session)
    assert unsound(network.headquarters) == []
    return file


def lines_with_last(network: Network, **changes: object) -> list[bytes]:
    """The chief's log, whose last event says something else."""
    *lines, last = [line for *_place, line, _hash, _head in events(network.chief)]
    return [*lines, encode(msgspec.structs.replace(decode(last), **changes))]


@pytest.mark.parametrize("moment", NEVER)
def test_a_file_made_at_no_possible_time_is_refused(
    network: Network, tmp_path: Path, moment: str
) -> None:
    makers.write_meeting(network.chief)
    data = taken_apart(network).with_manifest(created_at=moment)
    assert imported(network, data, tmp_path).code == "E_MANIFEST"


@pytest.mark.parametrize("moment", NEVER)
def test_an_event_of_no_possible_time_is_refused(
    network: Network, tmp_path: Path, moment: str
) -> None:
    makers.write_meeting(network.chief)
    whole = taken_apart(network)
    issued = {"issued_at": moment}
    for changes in ({"at": moment}, {"ent": "issue", "id": str(UUID(int=7)), "d": issued}):
        data = whole.with_lines(lines_with_last(network, **changes))
        assert imported(network, data, tmp_path).code == "E_RECORD"


def test_a_moment_is_written_with_four_digits_of_its_year() -> None:
    assert moment_text(datetime(970, 1, 2, tzinfo=UTC)) == "0970-01-02T00:00:00Z"
