"""Files on a share are imported once complete, and again only if they changed."""

from pathlib import Path

from outreach_app.exchange.importing.watching import Watch


def test_a_file_is_ready_once_it_grows_no_more(tmp_path: Path) -> None:
    (tmp_path / "annakhil").mkdir()
    file = tmp_path / "annakhil" / "a.outreach"
    watch = Watch([tmp_path, tmp_path / "not there"])
    assert watch.ready() == []
    file.write_bytes(b"half")
    (tmp_path / "notes.txt").write_bytes(b"no exchange file")
    assert watch.ready() == []
    file.write_bytes(b"half and the rest")
    assert watch.ready() == []
    assert watch.ready() == [file]
    assert watch.ready() == [file], "the store was busy: it is offered again"
    watch.take_off([file])
    assert watch.ready() == []
    file.write_bytes(b"written again, longer")
    assert watch.ready() == []
    assert watch.ready() == [file]
