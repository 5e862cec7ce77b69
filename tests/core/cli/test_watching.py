"""Files of a watched folder are imported on arrival, and wait while the window has the store."""

from pathlib import Path

import pytest

from outreach_app.cli.options import Answer
from outreach_app.cli.watching import as_they_come
from outreach_app.errors import Locked


def test_what_comes_is_taken_and_waits_for_a_store_in_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []
    (tmp_path / "a.outreach").write_bytes(b"1")

    def take(ready: list[Path]) -> Answer:
        asked.append([path.name for path in ready])
        if len(asked) == 1:
            raise Locked("the window is open", code="in_use")
        if len(asked) == 3:
            raise KeyboardInterrupt
        (tmp_path / "b.outreach").write_bytes(b"2")
        return Answer({"file": ready[0].name}, ["taken"])

    answer = as_they_come([tmp_path], take, seconds=0)
    assert asked == [["a.outreach"], ["a.outreach"], ["b.outreach"]]
    assert answer.result == {"imports": [{"file": "a.outreach"}]}
    told = capsys.readouterr().err
    assert "the window is open" in told
    assert "taken" in told


def test_a_passphrase_that_does_not_open_ends_it(tmp_path: Path) -> None:
    (tmp_path / "a.outreach").write_bytes(b"1")

    def take(_ready: list[Path]) -> Answer:
        raise Locked("not the passphrase", code="wrong_secret")

    with pytest.raises(Locked):
        as_they_come([tmp_path], take, seconds=0)
