"""A forgotten passphrase at headquarters: the sender is verified before an answer."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest

from outreach_app import startup
from outreach_app.errors import InvalidDraft, Locked, NotAllowed, UnreadableFile
from outreach_app.exchange.exporting import answering
from outreach_app.exchange.format.encryption import encrypt, generate_identity, recipient_of
from outreach_app.exchange.stations import recovery
from outreach_app.exchange.stations.escrow import Escrow, seal
from outreach_app.exchange.stations.registry import own_card
from tests import makers
from tests.core.exchange.helping import Helper, logged, refusal


@pytest.fixture
def store(asking_store: Path, tmp_path: Path) -> Path:
    """Return this test's precinct store."""
    return Path(shutil.copytree(asking_store, tmp_path / "store"))


def test_the_answer_is_logged_at_headquarters_without_a_secret(
    store: Path, helper: Helper, tmp_path: Path
) -> None:
    before = len(logged(helper.office.database))
    request = recovery.ask_headquarters(store)
    nowhere = tmp_path / "none" / "answer"
    assert refusal(lambda: helper.answer(request, nowhere)) == "disk_gone"
    assert len(logged(helper.office.database)) == before
    helper.answer(request, tmp_path / "answer")
    row = logged(helper.office.database)[0]
    assert (row.direction, row.status, row.file_name) == ("out", "answered", "answer")
    assert row.office is not None
    assert row.office.fr == "Annakhil"


def test_only_who_read_the_digits_of_this_request_is_answered(store: Path, helper: Helper) -> None:
    request = recovery.ask_headquarters(store)
    digits = recovery.request_fingerprint(request)
    other = msgspec.structs.replace(request, recipient=recipient_of(generate_identity()))
    wrong = {
        "incomplete": digits[:-1],
        "mistyped": digits.translate(str.maketrans("0123456789", "1234567890"))[:-1] + digits[-1],
        "another_request": recovery.request_fingerprint(other),
    }
    for code, typed in wrong.items():
        with pytest.raises(InvalidDraft) as refused:
            helper.open(request, typed, helper.recovery_key)
        assert refused.value.problems[0].code == code


def test_a_wrong_recovery_key_and_the_key_of_another_headquarters_are_told_apart(
    store: Path, helper: Helper
) -> None:
    request = recovery.ask_headquarters(store)
    another = generate_identity()
    foreign = msgspec.structs.replace(request, sealed={recipient_of(another): b"sealed"})

    def answer(asked: recovery.HelpRequest, key: str) -> str:
        return refusal(lambda: helper.open(asked, recovery.request_fingerprint(asked), key))

    for wrong in (another, "AGE-SECRET-KEY-1", ""):
        assert answer(request, wrong) == "wrong_recovery_key"
    assert answer(foreign, helper.recovery_key) == "foreign_request"


def test_a_store_is_not_opened_in_the_name_of_another_office(store: Path, helper: Helper) -> None:
    request = recovery.ask_headquarters(store)
    [recipient] = request.sealed
    another = "0198f000-0000-7000-8000-000000000001"
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        card = own_card(session)
    hidden = msgspec.structs.replace(card, name_fr="Anna\u202ekhil")
    content = seal(Escrow(bytes(32), hidden), recipient).content
    for asked in (
        msgspec.structs.replace(request, office=another),
        msgspec.structs.replace(request, sealed={recipient: encrypt(b"{}", [recipient])}),
        msgspec.structs.replace(request, sealed={recipient: b"no age file"}),
        msgspec.structs.replace(request, sealed={recipient: content}),
    ):
        digits = recovery.request_fingerprint(asked)
        with pytest.raises(Locked) as refused:
            helper.open(asked, digits, helper.recovery_key)
        assert refused.value.code == "damaged_request"


def test_a_precinct_answers_nobody(store: Path, helper: Helper) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        request = recovery.HelpRequest("", "", {})
        with pytest.raises(NotAllowed) as refused:
            answering.open_request(session, request, "", helper.recovery_key)
    assert refused.value.code == "not_allowed_role"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", 2),
        ("format", "outreach-card"),
        ("sealed", {}),
        ("recipient", "age1" + "q" * 58),
        ("more", ""),
    ],
)
def test_a_request_of_another_form_is_refused(
    store: Path, tmp_path: Path, field: str, value: object
) -> None:
    path = tmp_path / "asked"
    recovery.write_request(recovery.ask_headquarters(store), path)
    said = json.loads(path.read_text())
    (said if field in said else said["request"])[field] = value
    path.write_text(json.dumps(said))
    with pytest.raises(UnreadableFile):
        answering.read_request(path)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 60_000, b" " * 70_000])
def test_any_file_is_refused_as_a_request_and_as_an_answer(
    store: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    recovery.ask_headquarters(store)
    for read in (answering.read_request, lambda file: recovery.open_answer(store, file)):
        with pytest.raises(UnreadableFile):
            read(path)
