"""The emblem of an office: one at most, read from a file."""

from pathlib import Path

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.queries.emblems import get_emblem
from outreach_app.services.emblems import read_emblem, set_emblem
from tests import makers


def kept(database: Database) -> bytes | None:
    with database.read() as session:
        return get_emblem(session)


def test_one_is_kept_in_place_of_the_other_and_removed(database: Database) -> None:
    assert kept(database) is None
    for emblem in (b"first", b"second", None, None):
        with database.write(Actor.CHIEF) as session:
            set_emblem(session, emblem)
        assert kept(database) == emblem


def test_it_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "emblem.jpg"
    file.write_bytes(makers.emblem_image(kind="JPEG"))
    assert read_emblem(file).startswith(b"\x89PNG")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for file in (tmp_path / "missing.png", tmp_path):
        with pytest.raises(UnreadableFile):
            read_emblem(file)


def test_a_heavy_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "film.png"
    with file.open("wb") as written:
        written.truncate(200_000_000_000)  # it has no such bytes on the disk
    with pytest.raises(UnreadableFile):
        read_emblem(file)
