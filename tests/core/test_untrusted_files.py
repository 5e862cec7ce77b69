"""A name on a stick may not be an ordinary file: the program neither blocks nor reads on."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.errors import OutreachError, UnreadableFile
from outreach_app.exchange.exporting.answering import read_request
from outreach_app.exchange.format.files import read_file
from outreach_app.exchange.stations.cards import read_card
from outreach_app.transfer.foreign_files import (
    read_csv,
    read_emblem,
    read_vcards,
    read_workbook,
    sheet_names,
)
from outreach_app.transfer.mappings import read_mapping
from outreach_app.transfer.meetings_file import read_meetings
from outreach_app.untrusted_files import read_regular

pytestmark = pytest.mark.skipif(os.name != "posix", reason="made by this system's own calls")

READERS: list[Callable[[Path], object]] = [
    read_file, read_card, read_request, read_emblem, read_csv, read_mapping, read_meetings,
    read_vcards, read_workbook, sheet_names,
]  # fmt: skip


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def link_to_endless_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def link_to_another_file(path: Path) -> None:
    other = path.with_name("private.csv")
    other.write_text("name;phone\n", encoding="utf-8")
    path.symlink_to(other)


def listening_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


STAND_INS = [
    pipe, folder, link_to_endless_zeros, link_to_itself, link_to_another_file, listening_socket
]  # fmt: skip


@pytest.mark.parametrize("read", READERS, ids=lambda read: str(read.__name__))
@pytest.mark.parametrize("stand_in", STAND_INS, ids=lambda make: str(make.__name__))
def test_no_reader_opens_what_is_no_file(
    tmp_path: Path, read: Callable[[Path], object], stand_in: Callable[[Path], None]
) -> None:
    path = tmp_path / "sent"
    stand_in(path)
    with pytest.raises(OutreachError) as refused:
        read(path)
    assert "sent" in refused.value.message


def test_a_device_is_not_read() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_regular(Path("/dev/zero"), 10)
    assert refused.value.code == "not_regular"


def test_a_socket_is_said_to_be_no_file(tmp_path: Path) -> None:
    listening_socket(tmp_path / "sent")
    with pytest.raises(UnreadableFile) as refused:
        read_regular(tmp_path / "sent", 10)
    assert refused.value.code == "not_regular"


def test_a_file_is_read_up_to_what_it_may_hold(tmp_path: Path) -> None:
    path = tmp_path / "sent"
    path.write_bytes(bytes(5_000))
    assert read_regular(path, 5_000) == bytes(5_000)
    with pytest.raises(UnreadableFile) as refused:
        read_regular(path, 4_999)
    assert refused.value.code == "too_large"
