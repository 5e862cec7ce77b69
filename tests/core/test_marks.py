"""An older store in the place of the one that was closed is told, and gets a new number."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import backup, journal, marks, restoring, startup
from outreach_app.i18n import Language, use
from outreach_app.integrity import check_store
from outreach_app.paths import STORE_FILE, profile
from tests import makers


def visit(store: Path, *, writes: int = 0) -> tuple[str | None, UUID]:
    """Open a store, write so many partners and close it: its notice, and its device then."""
    with closing(startup.open_office(store, makers.PASSPHRASE)) as office:
        for _partner in range(writes):
            makers.write_partner(office.database)
        with office.database.read() as session:
            return office.notice, journal.current_device(session).uid


def is_sound(store: Path) -> bool:
    with closing(startup.open_office(store, makers.PASSPHRASE)) as office:
        return all(check.is_sound for check in check_store(office.database))


def the_file(store: Path, former: Path) -> None:
    shutil.copy(former / STORE_FILE, store / STORE_FILE)


def the_file_and_no_mark(store: Path, former: Path) -> None:
    the_file(store, former)
    (store / marks.MARK_FILE).unlink()


def the_whole_folder(store: Path, former: Path) -> None:
    shutil.rmtree(store)
    shutil.copytree(former, store)


def on_another_computer(store: Path, former: Path) -> None:
    the_file(store, former)
    shutil.rmtree(profile() / "marks")


@pytest.mark.parametrize(
    "put_back", [the_file, the_file_and_no_mark, the_whole_folder, on_another_computer]
)
def test_an_older_store_is_told_once_and_goes_on_under_a_new_number(
    store: Path, tmp_path: Path, put_back: Callable[[Path, Path], None]
) -> None:
    use(Language.FRENCH)
    _notice, device = visit(store, writes=1)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    assert visit(store, writes=3)[0] is None
    put_back(store, former)
    notice, renewed = visit(store)
    assert notice is not None
    assert "3" in notice
    assert renewed != device
    assert visit(store, writes=1) == (None, renewed)
    assert is_sound(store)


@pytest.mark.parametrize("times", [6, pytest.param(500, marks=pytest.mark.long)])
def test_every_older_store_is_told(store: Path, tmp_path: Path, times: int) -> None:
    """A file of any former closing, in the place of the newest, with or without its marks."""
    closings = [tmp_path / str(number) for number in range(4)]
    for place in closings:
        visit(store, writes=1)
        shutil.copytree(store, place)
    ways = (the_file, the_file_and_no_mark, the_whole_folder, on_another_computer)
    for number in range(times):
        chance = random.Random(number)  # noqa: S311  repeatable
        chance.choice(ways)(store, chance.choice(closings[:-1]))
        notice, _device = visit(store)
        assert notice is not None, number
        shutil.rmtree(store)
        shutil.copytree(closings[-1], store)
        visit(store)


def test_an_older_store_that_went_on_elsewhere_is_told(store: Path, tmp_path: Path) -> None:
    visit(store, writes=1)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    visit(store, writes=1)
    visit(former, writes=2)
    the_file(store, former)
    assert visit(store)[0] is not None
    assert visit(store)[0] is None


def test_what_the_program_puts_back_is_no_surprise(store: Path, tmp_path: Path) -> None:
    visit(store, writes=1)
    (file,) = backup.newest(store)
    visit(store, writes=2)
    restoring.replace(file, store, makers.PASSPHRASE)
    restoring.restore(file, tmp_path / "other", makers.PASSPHRASE)
    for folder in (store, tmp_path / "other", store):
        assert visit(folder, writes=1)[0] is None


def test_a_damaged_store_is_told_as_damaged_and_once(store: Path) -> None:
    visit(store, writes=1)
    (store / STORE_FILE).write_bytes(bytes(8192))
    notice, _device = visit(store)
    assert notice is not None
    assert "damaged-" in notice
    assert visit(store)[0] is None


def test_a_store_that_was_moved_is_the_same(store: Path, tmp_path: Path) -> None:
    visit(store, writes=1)
    assert visit(store.rename(tmp_path / "moved"), writes=1)[0] is None


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 99, b"[" * 60_000])
def test_a_mark_that_is_not_the_programs_says_nothing(store: Path, content: bytes) -> None:
    visit(store, writes=1)
    mark = store / marks.MARK_FILE
    mark.write_bytes(content)
    assert visit(store)[0] is None
    whole = mark.read_bytes()
    mark.write_bytes(whole.replace(b'"upto":1', b'"upto":9'))
    assert visit(store)[0] is None
