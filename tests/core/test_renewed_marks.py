"""A renewal gives up events that the marks of before name, and makes no older store."""

import shutil
from contextlib import closing
from pathlib import Path

from outreach_app import startup
from outreach_app.exchange.stations.renewal import renew_station
from outreach_app.paths import profile
from tests import makers
from tests.core.test_high_water_marks import is_sound, stop, the_file, visit


def test_a_renewal_after_which_the_program_was_killed_makes_no_older_store(store: Path) -> None:
    visit(store, writes=2)
    office = startup.open_office(store, makers.PASSPHRASE)
    makers.write_partner(office.database)
    with office.database.write() as session:
        renew_station(session)
    office.database.close()
    office.lock.release()
    assert is_sound(store)


def test_an_older_store_that_renewed_is_told(store: Path, tmp_path: Path) -> None:
    visit(store, writes=1)
    former = tmp_path / "former"
    shutil.copytree(store, former)
    visit(store, writes=1)
    marks = tmp_path / "marks"
    shutil.move(profile() / "marks", marks)
    office = startup.open_office(former, makers.PASSPHRASE)
    with closing(office), office.database.write() as session:
        renew_station(session)
    shutil.rmtree(profile() / "marks")
    shutil.move(marks, profile() / "marks")
    the_file(store, former)
    stop(store)
