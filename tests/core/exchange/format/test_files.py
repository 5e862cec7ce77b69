"""Exchange files are named by day and number, and verified after writing."""

from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.errors import BundleError, NotAllowed
from outreach_app.exchange.format.files import free_paths, read_file, write_file
from tests import makers
from tests.core.exchange.network import Network
from tests.core.exchange.posts import export


def test_names_say_the_day_in_morocco_the_precinct_and_the_next_free_number(
    tmp_path: Path,
) -> None:
    (tmp_path / "2026-06-27-L-Oasis-13-2.outreach").touch()
    with clock.at(datetime(2026, 6, 26, 23, 30, tzinfo=UTC)):
        names = [path.name for path in islice(free_paths(tmp_path, "L'Oasis 13"), 2)]
    assert names == ["2026-06-27-L-Oasis-13-1.outreach", "2026-06-27-L-Oasis-13-3.outreach"]


def test_the_name_of_an_answer_says_so_and_sorts_by_day(tmp_path: Path) -> None:
    with clock.at(datetime(2026, 6, 27, 12, tzinfo=UTC)):
        answer = next(free_paths(tmp_path, "reponse-pour L'Oasis 13"))
    assert answer.name == "2026-06-27-reponse-pour-L-Oasis-13-1.outreach"


def test_two_files_of_one_day_have_two_names_whatever_stick_they_are_on(
    network: Network, tmp_path: Path
) -> None:
    names = []
    for stick in ("one", "other"):
        makers.write_meeting(network.chief)
        names += [bundle.path.name for bundle in export(network.chief, tmp_path / stick)]
    assert len(set(names)) == len(names) > 1


def test_a_file_is_read_as_it_was_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "1.outreach"
    write_file(path, b"content")
    assert read_file(path) == b"content"
    assert list(tmp_path.iterdir()) == [path]


def test_a_stick_that_keeps_something_else_is_told_and_left_without_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"c\0ntent")
    with pytest.raises(NotAllowed) as refused:
        write_file(tmp_path / "1.outreach", b"content")
    assert refused.value.code == "not_verified"
    assert "1.outreach" in refused.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_gone_is_told_by_its_code(tmp_path: Path) -> None:
    with pytest.raises(BundleError) as refused:
        read_file(tmp_path / "gone.outreach")
    assert refused.value.code == "E_UNREADABLE"
    assert "gone.outreach" in refused.value.message
