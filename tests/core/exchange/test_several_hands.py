"""Several computers import into headquarters' register at once: nothing is lost or duplicated."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.database import Database
from outreach_app.models import Meeting
from tests import makers
from tests.core.exchange.network import KEY, Network, unsound
from tests.core.exchange.posts import export

# A separate process, as on another computer, that imports all files in the given order.
IMPORT_ALL = """
import sys
from pathlib import Path
from outreach_app.database import Database
from outreach_app.database.address import read_address
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.progress import Progress
from outreach_app.search import upkeep
upkeep.keep_current()
store = Database(read_address(sys.argv[1]), bytes(range(32)))
done = import_paths(store, map(Path, sys.argv[2:]), Progress())
print(*(file.status for file in done.files))
store.close()
"""
FILES = 6


@pytest.mark.parametrize("engine", ["server"], indirect=True)
def test_two_programs_import_the_same_files_at_once(network: Network, tmp_path: Path) -> None:
    files = []
    for number in range(FILES):
        folder = tmp_path / str(number)
        folder.mkdir()
        makers.write_meeting(network.chief, subject_fr=f"Séance {number}")
        files += [bundle.path for bundle in export(network.chief, folder)]
    place = str(network.headquarters.place)
    command = (sys.executable, "-c", IMPORT_ALL, place)
    programs = [
        subprocess.Popen(
            [*command, *map(str, ordered)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for ordered in (files, files[::-1])
    ]
    with closing(Database(network.headquarters.place, KEY)) as analyst:
        while any(program.poll() is None for program in programs):
            with analyst.read() as session:  # readers do not wait
                assert count_meetings(session) == count_meetings(session)
    told = [program.communicate() for program in programs]
    assert [errors for _said, errors in told] == ["", ""]
    became = " ".join(said for said, _errors in told).split()
    assert became.count("imported") == len(files), became
    assert len(became) == 2 * len(files)
    with network.headquarters.read() as session:
        assert count_meetings(session) == FILES
    assert unsound(network.headquarters) == []


def count_meetings(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Meeting)) or 0
