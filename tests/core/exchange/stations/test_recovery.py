"""A forgotten passphrase at the precinct: request, answer, new passphrase."""

import shutil
import stat
from functools import partial
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import event

from outreach_app import backup, startup, vault
from outreach_app.access_log import Act
from outreach_app.database import StoreSession
from outreach_app.errors import Locked, WriteFailed
from outreach_app.exchange.exporting import answering
from outreach_app.exchange.format.encryption import encrypt, generate_identity, recipient_of
from outreach_app.exchange.stations import recovery
from outreach_app.exchange.stations.enrolment import give_card
from outreach_app.paths import STORE_FILE
from tests import makers
from tests.core.exchange.helping import Helper, logged, refusal
from tests.core.test_taken_out import logged as access_rows
from tests.key_files import change_keys, confirm_code

NEW = "another invented passphrase"


@pytest.fixture
def store(asking_store: Path, tmp_path: Path) -> Path:
    """Return this test's precinct store."""
    return Path(shutil.copytree(asking_store, tmp_path / "store"))


def key_file(store: Path) -> bytes:
    return (store / vault.KEY_FILE).read_bytes()


def test_headquarters_lets_a_precinct_choose_a_new_passphrase(
    store: Path, helper: Helper, tmp_path: Path
) -> None:
    confirm_code(store)
    before = len(backup.newest(store))
    asked, answer = tmp_path / "asked", tmp_path / "answer"
    recovery.write_request(recovery.ask_headquarters(store), asked)
    request = answering.read_request(asked)
    assert helper.answer(request, answer).card.name_fr == "Annakhil"
    recovery.recover(store, answer, NEW)
    with pytest.raises(Locked):
        vault.unlock(store, makers.PASSPHRASE)
    with startup.opened(store, NEW) as office:
        [row] = logged(office.database)
        assert (row.direction, row.status, row.file_name) == ("in", "recovered", "answer")
        assert row.office is not None
        assert not (store / recovery.PENDING_FILE).exists()
        assert not vault.has_confirmed_code(store)
    # Earlier backups open with the forgotten passphrase.
    assert len(backup.newest(store)) == before + 1


def test_an_answer_is_in_the_log_before_it_is_a_file(
    store: Path, helper: Helper, tmp_path: Path
) -> None:
    """It opens another office's register: it never leaves without a row."""
    office, answer, seen = helper.office.database, tmp_path / "answer", list[tuple[bool, int]]()
    (tmp_path / "file").write_text("not a folder")
    request, before = recovery.ask_headquarters(store), len(access_rows(office))

    def look(_session: StoreSession) -> None:
        seen.append((answer.exists(), len(access_rows(office))))

    event.listen(StoreSession, "before_commit", look)
    try:
        helper.answer(request, answer)
    finally:
        event.remove(StoreSession, "before_commit", look)
    assert seen == [(False, before), (True, before + 1)]
    with pytest.raises(WriteFailed):
        helper.answer(request, tmp_path / "file" / "answer")
    told = [(row.act, row.verb) for row in access_rows(office)]
    assert told[-2:] == [(Act.HELP, "write_answer"), (Act.NOT_MADE, "write_answer")]


def test_a_card_of_this_station_is_in_the_log_before_it_is_a_file(
    helper: Helper, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(WriteFailed):
        give_card(helper.office.database, tmp_path / "file" / "card")
    told = [(row.act, row.verb) for row in access_rows(helper.office.database)]
    assert told[-2:] == [(Act.STATION, "give_card"), (Act.NOT_MADE, "give_card")]


def test_no_secret_travels_and_no_name_is_in_the_clear(
    store: Path, helper: Helper, tmp_path: Path
) -> None:
    key = vault.unlock(store, makers.PASSPHRASE)
    asked, answer = tmp_path / "asked", tmp_path / "answer"
    request = recovery.ask_headquarters(store)
    recovery.write_request(request, asked)
    helper.answer(request, answer)
    secrets = (msgspec.json.encode(key).strip(b'"'), b"SECRET", b"Annakhil", "النخيل".encode())
    for path in (asked, answer, store / vault.KEY_FILE):
        assert not [secret for secret in secrets if secret in path.read_bytes()]
    assert b"SECRET" in (store / recovery.PENDING_FILE).read_bytes()
    assert stat.S_IMODE((store / recovery.PENDING_FILE).stat().st_mode) == 0o600


def test_a_request_that_waits_is_written_again_as_it_was(store: Path, helper: Helper) -> None:
    assert recovery.find_request(store) is None
    first = recovery.ask_headquarters(store)
    assert recovery.ask_headquarters(store) == recovery.find_request(store) == first
    (store / recovery.PENDING_FILE).write_bytes(b"{")
    assert recovery.find_request(store) is None
    assert recovery.request_fingerprint(
        recovery.ask_headquarters(store)
    ) != recovery.request_fingerprint(first)


def test_a_passphrase_that_comes_back_to_mind_withdraws_the_request(
    store: Path, helper: Helper, tmp_path: Path
) -> None:
    answer = tmp_path / "answer"
    helper.answer(recovery.ask_headquarters(store), answer)
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert logged(office.database) == []
    assert refusal(lambda: recovery.recover(store, answer, NEW)) == "no_request"
    recovery.ask_headquarters(store)
    assert refusal(lambda: recovery.recover(store, answer, NEW)) == "another_answer"


def test_a_store_where_no_headquarters_is_enrolled_says_so(new_store: Path, helper: Helper) -> None:
    for folder in (new_store, helper.office.folder):
        assert refusal(partial(recovery.ask_headquarters, folder)) == "no_escrow"
        assert not (folder / recovery.PENDING_FILE).exists()


def test_a_store_enrolled_before_there_were_requests_can_ask_once_it_was_opened(
    store: Path, helper: Helper
) -> None:
    key = vault.unlock(store, makers.PASSPHRASE)
    recipient = recipient_of(helper.recovery_key)
    sealed = vault.Sealed(recipient, encrypt(key, [recipient]))
    change_keys(store, key, partial(vault.with_sealed, sealed=sealed))
    assert refusal(lambda: recovery.ask_headquarters(store)) == "no_escrow"
    with startup.opened(store, makers.PASSPHRASE):
        assert len(vault.sealed_keys(store)) == 1
    request = recovery.ask_headquarters(store)
    typed = f" {helper.recovery_key}\n"
    assert helper.open(request, recovery.request_fingerprint(request), typed).data_key == key


def test_an_answer_that_fits_nothing_changes_nothing(
    store: Path, helper: Helper, tmp_path: Path
) -> None:
    answer = tmp_path / "answer"
    request = recovery.ask_headquarters(store)
    before = key_file(store), (store / recovery.PENDING_FILE).read_bytes()

    def give(content: bytes, recipient: str = request.recipient) -> str:
        sealed = encrypt(content, [recipient])
        file = recovery.AnswerFile("outreach-answer", 1, sealed)
        answer.write_bytes(msgspec.json.encode(file))
        return refusal(lambda: recovery.recover(store, answer, NEW))

    assert give(bytes(32), recipient_of(generate_identity())) == "another_answer"
    assert give(bytes(32)) == give(b"short") == "wrong_answer"
    answer.write_bytes(b"{}")
    assert refusal(lambda: recovery.recover(store, answer, NEW)) == "unreadable_file"
    assert refusal(lambda: recovery.recover(store, tmp_path / "none", NEW)) == "unreadable_file"
    helper.answer(request, answer)
    assert refusal(lambda: recovery.recover(store, answer, "short")) == "invalid"
    assert (key_file(store), (store / recovery.PENDING_FILE).read_bytes()) == before
    recovery.recover(store, answer, NEW)
    with startup.opened(store, NEW):
        pass


def test_a_damaged_store_is_recovered_with_its_backup(
    store: Path, helper: Helper, tmp_path: Path
) -> None:
    answer = tmp_path / "answer"
    with startup.opened(store, makers.PASSPHRASE) as office:
        office.back_up()
    helper.answer(recovery.ask_headquarters(store), answer)
    (store / STORE_FILE).write_bytes(b"damaged" * 1000)
    recovery.recover(store, answer, NEW)
    with startup.opened(store, NEW) as office:
        assert office.notice is not None
        assert [row.status for row in logged(office.database)] == ["recovered"]
    with startup.opened(store, NEW):
        pass
