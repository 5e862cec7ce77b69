"""Exported meetings are read by an independent parser without loss."""

import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import vobject

from outreach_app.database import Database
from outreach_app.errors import WriteFailed
from outreach_app.i18n import Language
from outreach_app.queries.meetings import MeetingRow, list_meetings
from outreach_app.transfer.calendar_file import write_calendar
from tests import makers

WRITTEN = datetime(2026, 11, 24, 9, tzinfo=UTC)


def _meetings(database: Database) -> list[MeetingRow]:
    with database.read() as session:
        return list_meetings(session)


def test_another_parser_reads_the_hour_of_casablanca_and_the_words(
    database: Database, tmp_path: Path
) -> None:
    # 24 February 2026 is in Ramadan, when Morocco's clocks are an hour back.
    for day in (date(2026, 2, 24), date(2026, 6, 17)):
        makers.write_meeting(database, held_on=day, starts_at=time(10, 30), subject_ar="سلامة؛ طرق")
    path = tmp_path / "meetings.ics"
    write_calendar(path, _meetings(database), Language.ARABIC, WRITTEN)
    calendar = vobject.readOne(path.read_text(encoding="utf-8"))
    assert calendar.x_wr_caldesc.value == "وثيقة داخلية"
    events = calendar.vevent_list
    starts = sorted(event.dtstart.value.astimezone(UTC) for event in events)
    assert starts == [
        datetime(2026, 2, 24, 10, 30, tzinfo=UTC),
        datetime(2026, 6, 17, 9, 30, tzinfo=UTC),
    ]
    assert {event.summary.value for event in events} == {"سلامة؛ طرق"}
    assert {event.location.value for event in events} == {"مقر الدائرة الأمنية"}


def test_a_meeting_without_an_hour_is_of_the_whole_day_and_a_cancelled_one_says_so(
    database: Database, tmp_path: Path
) -> None:
    makers.write_meeting(
        database, starts_at=None, ends_at=None, status="cancelled", status_reason="سبب"
    )
    path = tmp_path / "meetings.ics"
    write_calendar(path, _meetings(database), Language.FRENCH, WRITTEN)
    event = vobject.readOne(path.read_text(encoding="utf-8")).vevent
    assert event.dtstart.value == date(2026, 10, 14)
    assert event.status.value == "CANCELLED"


def test_a_meeting_ends_when_it_ends_and_one_to_come_is_reminded_of(
    database: Database, tmp_path: Path
) -> None:
    makers.write_meeting(database, ends_at=time(12, 15))
    makers.write_meeting(
        database,
        held_on=date(2026, 12, 1),
        status="planned",
        points=(),
        commitments=(),
        referrals=(),
    )
    path = tmp_path / "meetings.ics"
    write_calendar(
        path, _meetings(database), Language.FRENCH, WRITTEN, reminder=timedelta(minutes=30)
    )
    to_come, held = vobject.readOne(path.read_text(encoding="utf-8")).vevent_list
    assert held.dtend.value - held.dtstart.value == timedelta(hours=1, minutes=45)
    assert to_come.dtend.value - to_come.dtstart.value == timedelta(hours=1)
    assert to_come.valarm.trigger.value == timedelta(minutes=-30)
    assert not hasattr(held, "valarm")


def test_khal_shows_the_meetings_at_their_hour_in_any_zone(
    database: Database, tmp_path: Path
) -> None:
    """Khal is an independent calendar program, used here if it is installed."""
    khal = shutil.which("khal")
    if khal is None:
        pytest.skip("khal is not installed")
    makers.write_meeting(database, held_on=date(2026, 2, 24), ends_at=time(11, 15))
    path = tmp_path / "meetings.ics"
    write_calendar(path, _meetings(database), Language.FRENCH, WRITTEN)
    settings = tmp_path / "khal.conf"
    settings.write_text(
        f"[calendars]\n[[m]]\npath = {tmp_path / 'm'}\n[locale]\nlocal_timezone = UTC\n"
        "default_timezone = UTC\ntimeformat = %H:%M\ndateformat = %d/%m/%Y\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n",
        encoding="utf-8",
    )
    (tmp_path / "m").mkdir()
    shown = subprocess.run(
        [khal, "-c", str(settings), "printics", str(path)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    # Ramadan: the clocks of Casablanca are at UTC.
    assert "10:30" in shown
    assert "11:15" in shown


def test_the_same_meeting_keeps_its_uid_from_file_to_file(
    database: Database, tmp_path: Path
) -> None:
    makers.write_meeting(database)
    paths = [tmp_path / "1.ics", tmp_path / "2.ics"]
    for path in paths:
        write_calendar(path, _meetings(database), Language.ARABIC, WRITTEN)
    first, second = (vobject.readOne(path.read_text(encoding="utf-8")) for path in paths)
    assert first.vevent.uid.value == second.vevent.uid.value


def test_a_place_that_cannot_be_written_is_told(database: Database, tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        write_calendar(tmp_path / "missing" / "x.ics", [], Language.ARABIC, WRITTEN)
