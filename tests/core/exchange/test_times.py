"""Timestamps in a signed file must be plausible, or the file is refused."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.events import decode, encode
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.journal import current_device
from outreach_app.models import Point
from outreach_app.models.base import moment_text
from outreach_app.progress import Progress
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.national import national_figures
from outreach_app.queries.offices import last_weeks, list_offices, list_reports
from outreach_app.rules.periods import Period
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.core.exchange.forging import taken_apart
from tests.core.exchange.network import Network, events, unsound
from tests.core.exchange.network import export as forge
from tests.core.exchange.posts import export, post, written_for

TODAY = date(2026, 11, 24)
NEVER = [
    "9999-12-31T23:59:59Z",
    "9000-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
]


def imported(network: Network, data: bytes, folder: Path) -> ReceivedFile:
    """Return the result of a file at headquarters, whose lists must still open."""
    path = folder / "sent.outreach"
    path.write_bytes(data)
    [file] = import_paths(network.headquarters, [path], Progress()).files
    with network.headquarters.read() as session:
        list_offices(session, last_weeks(TODAY, 6), TODAY)
        list_reports(session)
    assert unsound(network.headquarters) == []
    return file


def lines_with_last(network: Network, **changes: object) -> list[bytes]:
    """Return the chief's log with a changed last event."""
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


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_that_nobody_here_could_write_comes_in_as_unknown(
    network: Network, tmp_path: Path, day: date
) -> None:
    """An older program accepted such days, and later events must not be lost."""
    makers.write_meeting(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        meeting = makers.the_meeting(session)
        meeting.held_on = meeting.commitments[0].due_on = day
    [file] = post(network.headquarters, export(network.chief, tmp_path)).files
    assert file.status == "imported"
    assert unsound(network.headquarters) == []
    with network.headquarters.read() as session:
        assert [row.held_on for row in list_meetings(session)] == [date(1900, 1, 1)]
        assert [row.due_on for row in list_commitments(session, TODAY)] == [None]
        period = Period(date(2026, 10, 1), date(2026, 10, 31))
        national_figures(session, period, list_reports(session), TODAY)


def test_a_moment_is_written_with_four_digits_of_its_year() -> None:
    assert moment_text(datetime(970, 1, 2, tzinfo=UTC)) == "0970-01-02T00:00:00Z"


@pytest.mark.parametrize(
    ("ahead", "code"), [(timedelta(days=6.9), "W_CLOCK"), (timedelta(days=7.1), "E_CLOCK")]
)
def test_whoever_was_sent_a_stamp_of_days_ahead_is_still_heard(
    network: Network, tmp_path: Path, ahead: timedelta, code: str
) -> None:
    """Its own next event comes after the latest imported stamp."""
    require_heard(network, tmp_path, int((clock.now() + ahead).timestamp() * 1000), code)


def test_a_stamp_ahead_is_blamed_on_the_sender_only_if_its_clock_was(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief)
    ahead = clock.now() + timedelta(days=2)
    stamp = int(ahead.timestamp() * 1000)
    data = taken_apart(network).with_lines(lines_with_last(network, t=stamp))
    assert "ليس على المرسل تصحيح" in imported(network, data, tmp_path).sentence


def test_a_stamp_of_the_end_of_the_calendar_silences_nobody(
    network: Network, tmp_path: Path
) -> None:
    require_heard(network, tmp_path, 253_402_300_799_999, "E_CLOCK")


def test_a_stamp_of_the_year_3026_moves_no_clock(network: Network, tmp_path: Path) -> None:
    """Otherwise all later events, here and elsewhere, would come after it."""
    makers.write_meeting(network.chief)
    far = int(datetime(3026, 1, 1, tzinfo=UTC).timestamp() * 1000)
    data = taken_apart(network).with_lines(lines_with_last(network, t=far))
    assert imported(network, data, tmp_path).code == "E_CLOCK"
    makers.write_partner(network.headquarters)
    with network.headquarters.read() as session:
        ahead = current_device(session).highest_t / 1000 - clock.now().timestamp()
    assert ahead < timedelta(days=1).total_seconds()


def test_a_moment_of_the_year_3026_is_no_moment_of_a_change(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief)
    data = taken_apart(network).with_lines(lines_with_last(network, at="3026-01-01T00:00:00Z"))
    assert imported(network, data, tmp_path).code == "E_CLOCK"


def test_a_file_says_of_itself_no_day_more_than_a_week_ahead(
    network: Network, tmp_path: Path
) -> None:
    """Otherwise each later file of the same computer seems older, its access log overtaken."""
    makers.write_meeting(network.chief)
    assert imported(network, forge(network.chief, 1, 3), tmp_path).status == "imported"
    whole = taken_apart(network)
    for days, code in ((7.1, "E_CLOCK"), (2, "W_CLOCK")):
        moment = moment_text(clock.now() + timedelta(days=days))
        data = whole.with_manifest(created_at=moment)
        assert imported(network, data, tmp_path).code == code


def test_a_file_that_was_too_far_ahead_comes_in_once_its_date_is_near(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief)
    t = int((clock.now() + timedelta(days=10)).timestamp() * 1000)
    data = taken_apart(network).with_lines(lines_with_last(network, t=t))
    assert imported(network, data, tmp_path).code == "E_CLOCK"
    with clock.at(clock.now() + timedelta(days=4)):
        assert imported(network, data, tmp_path).code == "W_CLOCK"


def require_heard(network: Network, folder: Path, t: int, code: str) -> None:
    """Send an event with that stamp to headquarters, and require that its answer is imported."""
    makers.write_meeting(network.chief)
    # Forged like the late one: neither carries the access log's hash.
    assert imported(network, forge(network.chief), folder).status == "imported"
    makers.write_meeting(network.chief)
    late = taken_apart(network).with_lines(lines_with_last(network, t=t))
    assert imported(network, late, folder).code == code
    with network.headquarters.read() as session:
        point = session.scalars(select(Point.uid)).first()
    assert point is not None
    reply = ReplyDraft("ستضاف دورية ليلية", "ar", TODAY)
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        reply_to_point(session, point, reply)
    with written_for(network.headquarters, network.deputy) as answers:
        [file] = post(network.deputy, answers).files
    assert file.status == "imported"
