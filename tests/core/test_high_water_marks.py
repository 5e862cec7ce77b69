"""A store replaced by an older one is stopped, and continues only with permission."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app import accounts, backup, high_water_marks, journal, restoring, startup
from outreach_app.access_log import Act
from outreach_app.actors import Role
from outreach_app.errors import Locked, NotAllowed, WriteFailed
from outreach_app.i18n import Language, use
from outreach_app.integrity import check_store
from outreach_app.models import AccessRow
from outreach_app.older_stores import GoingOn
from outreach_app.paths import STORE_FILE, profile
from outreach_app.queries.accounts import find_account
from outreach_app.queries.people import list_people
from outreach_app.readying import Confirmed
from outreach_app.services.erasure import erase_identity
from outreach_app.services.purposes import ask_two_persons
from tests import makers

GO_ON = Confirmed(older=GoingOn())


def visit(
    store: Path, *, writes: int = 0, confirmed: Confirmed | None = None
) -> tuple[str | None, UUID]:
    """Open a store, write some partners and close it; return its notice and device."""
    confirmed = confirmed or Confirmed()
    with closing(startup.open_office(store, makers.PASSPHRASE, confirmed=confirmed)) as office:
        for _partner in range(writes):
            makers.write_partner(office.database)
        with office.database.read() as session:
            return office.notice, journal.current_device(session).uid


def stop(store: Path, secret: str = makers.PASSPHRASE) -> Locked:
    """Require that an older store is refused without changes; return the message."""
    before = content(store)
    with pytest.raises(Locked) as refused:
        startup.open_office(store, secret)
    assert refused.value.code == "older_store"
    with pytest.raises(Locked):
        startup.check(store, secret)
    assert content(store) == before
    return refused.value


def content(store: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in store.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def is_sound(store: Path) -> bool:
    with closing(startup.open_office(store, makers.PASSPHRASE)) as office:
        return all(check.is_sound for check in check_store(office.database))


def the_file(store: Path, former: Path) -> None:
    shutil.copy(former / STORE_FILE, store / STORE_FILE)


def the_file_and_no_mark(store: Path, former: Path) -> None:
    """Remove the mark, in the profile too, as for a moved folder."""
    on_another_computer(store, former)
    (store / high_water_marks.MARK_FILE).unlink()


def the_file_and_its_mark(store: Path, former: Path) -> None:
    on_another_computer(store, former)
    shutil.copy(former / high_water_marks.MARK_FILE, store / high_water_marks.MARK_FILE)


def the_whole_folder(store: Path, former: Path) -> None:
    shutil.rmtree(store)
    shutil.copytree(former, store)


def on_another_computer(store: Path, former: Path) -> None:
    the_file(store, former)
    shutil.rmtree(profile() / "marks", ignore_errors=True)


WAYS = (
    the_file,
    the_file_and_no_mark,
    the_file_and_its_mark,
    the_whole_folder,
    on_another_computer,
)


@pytest.mark.parametrize("put_back", WAYS)
def test_an_older_store_is_stopped_and_goes_on_under_a_new_number(
    store: Path, tmp_path: Path, put_back: Callable[[Path, Path], None]
) -> None:
    use(Language.FRENCH)
    _notice, device = visit(store, writes=1)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    assert visit(store, writes=3)[0] is None
    put_back(store, former)
    refused = stop(store)
    assert refused.details == {"may_confirm": True}
    is_counted = put_back not in (the_file_and_no_mark, the_file_and_its_mark)
    assert ("3" in refused.message.split(".")[0]) is is_counted
    notice, renewed = visit(store, confirmed=GO_ON)
    assert notice is not None
    assert renewed != device
    assert visit(store, writes=1) == (None, renewed)
    assert is_sound(store)


@pytest.mark.parametrize("times", [6, pytest.param(500, marks=pytest.mark.long)])
def test_every_older_store_is_told(store: Path, tmp_path: Path, times: int) -> None:
    """A file of any earlier closing instead of the newest, with or without its marks."""
    closings = [tmp_path / str(number) for number in range(4)]
    for place in closings:
        visit(store, writes=1)
        shutil.copytree(store, place)
    for number in range(times):
        chance = random.Random(number)  # noqa: S311  repeatable
        chance.choice(WAYS)(store, chance.choice(closings[:-1]))
        stop(store)
        shutil.rmtree(store)
        shutil.copytree(closings[-1], store)
        visit(store)


def test_an_older_store_that_went_on_elsewhere_is_told(store: Path, tmp_path: Path) -> None:
    visit(store, writes=1)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    visit(store, writes=1)
    shutil.rmtree(profile() / "marks")
    visit(former, writes=2)
    the_file(store, former)
    stop(store)
    assert visit(store, confirmed=GO_ON)[0] is not None
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
    assert "set-aside-" in notice
    assert visit(store)[0] is None


def test_a_store_that_was_moved_is_the_same(store: Path, tmp_path: Path) -> None:
    visit(store, writes=1)
    assert visit(store.rename(tmp_path / "moved"), writes=1)[0] is None


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 99, b"[" * 60_000])
def test_a_mark_that_is_not_the_programs_says_nothing(store: Path, content: bytes) -> None:
    visit(store, writes=1)
    mark = store / high_water_marks.MARK_FILE
    mark.write_bytes(content)
    assert visit(store)[0] is None
    whole = mark.read_bytes()
    mark.write_bytes(whole.replace(b'"upto":1', b'"upto":9'))
    assert visit(store)[0] is None


def test_an_older_store_that_names_came_back_in_loses_them_again(
    store: Path, tmp_path: Path
) -> None:
    """According to the newest backup: the log has who continued, and what was erased again."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        person = makers.write_person(office.database, partner, name_fr="Plantedname")
    former = Path(shutil.copytree(store, tmp_path / "former"))
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        erase_identity(session, person)
    the_file_and_its_mark(store, former)
    stop(store)
    with startup.opened(store, makers.PASSPHRASE, confirmed=GO_ON) as office:
        assert office.notice is not None
        with office.database.read() as session:
            assert not [row for row in list_people(session) if row.name.fr]
            rows = session.scalars(select(AccessRow).order_by(AccessRow.n)).all()
    noted = [(row.act, row.count) for row in rows if row.verb == "go_on_after_older"]
    assert [act for act, _count in noted] == [Act.RESTORE, Act.ERASURE]
    assert noted[1] == (Act.ERASURE, 1)


@pytest.fixture
def reader(store: Path) -> str:
    """Return the passphrase of a reader account, at a store that was used later."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.READER)
    with startup.opened(store, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, store, "the reader's own")
    return "the reader's own"


def test_who_may_not_restore_goes_on_with_no_older_store(
    store: Path, tmp_path: Path, reader: str
) -> None:
    use(Language.FRENCH)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    visit(store, writes=1)
    the_file_and_its_mark(store, former)
    refused = stop(store, reader)
    assert refused.details == {"may_confirm": False}
    assert "chef de l’arrondissement" in refused.message
    with pytest.raises(Locked):
        startup.open_office(store, reader, confirmed=GO_ON)


def test_a_passphrase_that_was_changed_since_opens_no_older_store(
    store: Path, tmp_path: Path, reader: str
) -> None:
    former = Path(shutil.copytree(store, tmp_path / "former"))
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        uid = find_account(session, "reader-1").uid
    with startup.opened(store, makers.PASSPHRASE) as office:
        accounts.reset_passphrase(office.database, store, uid)
    the_file_and_its_mark(store, former)
    visit(store, confirmed=GO_ON)
    with pytest.raises(Locked) as refused:
        startup.open_office(store, reader)
    assert refused.value.code == "wrong_passphrase"


def test_two_persons_go_on_with_an_older_store_where_the_office_has_set_that(
    store: Path, tmp_path: Path
) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.CHIEF)
        second = first.account.uid
    with startup.opened(store, first.passphrase, second) as office:
        accounts.change_own_passphrase(office.database, store, "the other's own")
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        ask_two_persons(session, is_asked=True)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    visit(store, writes=1)
    the_file_and_its_mark(store, former)
    with pytest.raises(NotAllowed) as refused:
        startup.open_office(store, makers.PASSPHRASE, confirmed=GO_ON)
    assert refused.value.code == "second_person_needed"
    stop(store)
    together = Confirmed(older=GoingOn(second, "the other's own"))
    with startup.opened(store, makers.PASSPHRASE, confirmed=together) as office:
        with office.database.read() as session:
            row = session.scalars(select(AccessRow).where(AccessRow.act == Act.CONFIRMED)).all()[-1]
        assert (row.verb, row.record) == ("go_on_after_older", second)


def test_a_closing_that_finds_no_room_for_its_number_is_a_closing(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outreach_app.newest_key_file.prepare", _full)
    visit(store, writes=1)
    monkeypatch.undo()
    assert visit(store)[0] is None


def _full(folder: Path, *_given: object) -> None:
    raise WriteFailed(folder, OSError(28, "full"))
