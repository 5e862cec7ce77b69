"""Passphrases, the key file in two copies, the recovery code."""

import hashlib
import hmac
import json
import re
from base64 import b64decode
from functools import partial
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

import msgspec
import pytest

from outreach_app import key_files, vault
from outreach_app.actors import Role
from outreach_app.errors import InvalidDraft, Locked
from outreach_app.key_files import read_key_file
from tests import makers
from tests.key_files import canonical, rewrite

SECRET = "a long passphrase"


def test_passphrase_and_recovery_code_unwrap_the_same_key(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, SECRET)
    assert vault.unlock(tmp_path, SECRET) == key
    assert vault.unlock(tmp_path, code) == key
    assert vault.unlock(tmp_path, code.lower().replace("-", " ")) == key


def test_a_guess_costs_what_was_decided(tmp_path: Path) -> None:
    with patch.multiple(key_files, **makers.REAL_WORK):
        vault.create(tmp_path, SECRET)
    for slot in msgspec.json.decode((tmp_path / vault.KEY_FILE).read_bytes())["slots"]:
        assert (slot["memory_kib"], slot["passes"], slot["lanes"]) == (65536, 3, 4)


def test_a_recovery_code_is_six_groups_of_five_letters_that_are_not_misread(
    tmp_path: Path,
) -> None:
    _key, code = vault.create(tmp_path, SECRET)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}", code)
    assert len(set(code)) > 10  # of 32, at random


def test_keys_and_what_wraps_them_have_the_sizes_that_are_documented(tmp_path: Path) -> None:
    """As docs/store.md says."""
    key, _code = vault.create(tmp_path, SECRET)
    key_file = json.loads((tmp_path / vault.KEY_FILE).read_bytes())
    assert len(key) == 32
    assert key_file["version"] == 6
    assert {slot["kind"] for slot in key_file["slots"]} == {"account", "recovery"}
    for slot in key_file["slots"]:
        assert (len(b64decode(slot["salt"])), len(b64decode(slot["nonce"]))) == (16, 12)


def test_a_misread_letter_of_the_recovery_code_is_forgiven(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, SECRET)
    assert vault.unlock(tmp_path, code.replace("0", "O").replace("1", "l")) == key


def test_a_wrong_passphrase_is_refused_with_its_code(tmp_path: Path) -> None:
    vault.create(tmp_path, SECRET)
    with pytest.raises(Locked) as refused:
        vault.unlock(tmp_path, "another passphrase")
    assert refused.value.code == "wrong_passphrase"
    assert "لوحة المفاتيح" in refused.value.message


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00" * 200])
def test_the_second_copy_serves_and_mends_the_first(tmp_path: Path, damage: bytes) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    first = tmp_path / vault.KEY_FILE
    whole = first.read_bytes()
    first.write_bytes(damage)
    assert vault.unlock(tmp_path, SECRET) == key
    assert first.read_bytes() == whole


def test_the_second_copy_serves_where_the_first_is_gone(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    (tmp_path / vault.KEY_FILE).unlink()
    assert vault.unlock(tmp_path, SECRET) == key
    assert (tmp_path / vault.KEY_FILE).exists()


def test_without_a_key_file_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Locked) as refused:
        vault.unlock(tmp_path, SECRET)
    assert refused.value.code == "damaged_key_file"
    assert "نسخة احتياطية" in refused.value.message


def test_opening_leaves_a_sound_key_file_alone(tmp_path: Path) -> None:
    vault.create(tmp_path, SECRET)
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    assert before.keys() == {vault.KEY_FILE, vault.KEY_FILE_COPY}
    vault.unlock(tmp_path, SECRET)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before


def test_a_flipped_bit_is_damage_and_not_a_wrong_passphrase(tmp_path: Path) -> None:
    vault.create(tmp_path, SECRET)
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
        content = bytearray((tmp_path / name).read_bytes())
        place = content.index(b'"wrapped": "') + 14
        content[place] = ord("A") if content[place] != ord("A") else ord("B")
        (tmp_path / name).write_bytes(content)
    with pytest.raises(Locked) as refused:
        vault.unlock(tmp_path, SECRET)
    assert refused.value.code == "damaged_key_file"


def test_a_new_passphrase_keeps_the_key_and_the_recovery_code(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, SECRET)
    rewrite(tmp_path, key, lambda file: vault.with_passphrase(file, key, "another passphrase"))
    assert vault.unlock(tmp_path, "another passphrase") == key
    assert vault.unlock(tmp_path, code) == key
    with pytest.raises(Locked):
        vault.unlock(tmp_path, SECRET)


def test_a_new_recovery_code_ends_the_former_and_keeps_the_passphrase(tmp_path: Path) -> None:
    key, former = vault.create(tmp_path, SECRET)
    changed, code = vault.with_new_code(read_key_file(tmp_path), key)
    rewrite(tmp_path, key, lambda _former: changed)
    assert vault.unlock(tmp_path, code) == key
    assert vault.unlock(tmp_path, SECRET) == key
    with pytest.raises(Locked):
        vault.unlock(tmp_path, former)


def test_a_code_counts_as_kept_once_it_was_shown_to_be_on_paper(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    assert not vault.has_confirmed_code(tmp_path)
    rewrite(tmp_path, key, partial(vault.with_code_confirmed, is_confirmed=True))
    assert vault.has_confirmed_code(tmp_path)
    rewrite(tmp_path, key, lambda file: vault.with_passphrase(file, key, "another passphrase"))
    assert vault.has_confirmed_code(tmp_path)
    rewrite(tmp_path, key, lambda file: vault.with_new_code(file, key)[0])
    assert not vault.has_confirmed_code(tmp_path)
    rewrite(tmp_path, key, partial(vault.with_code_confirmed, is_confirmed=True))
    rewrite(tmp_path, key, partial(vault.with_code_confirmed, is_confirmed=False))
    assert not vault.has_confirmed_code(tmp_path)


def test_a_short_passphrase_is_refused_with_the_length_that_is_asked_for() -> None:
    vault.check_passphrase("x" * 10)
    with pytest.raises(InvalidDraft) as refused:
        vault.check_passphrase("x" * 9)
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("passphrase", "too_short")
    assert "10" in problem.message
    assert refused.value.message == problem.message


def test_a_passphrase_of_spaces_alone_is_too_short() -> None:
    with pytest.raises(InvalidDraft):
        vault.check_passphrase(" " * 20)


def test_the_key_file_shows_no_secret_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, SECRET)
    content = (tmp_path / vault.KEY_FILE).read_bytes()
    assert SECRET.encode() not in content
    assert code.encode() not in content
    assert key not in content
    assert (tmp_path / vault.KEY_FILE).stat().st_mode & 0o077 == 0


def test_sealed_copies_of_the_key_are_kept_one_for_each_recipient(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, SECRET)
    assert vault.sealed_keys(tmp_path) == []
    for recipient, content in (("one", b"1"), ("two", b"2"), ("one", b"3")):
        rewrite(tmp_path, key, partial(vault.with_sealed, sealed=vault.Sealed(recipient, content)))
    assert vault.sealed_keys(tmp_path) == [vault.Sealed("two", b"2"), vault.Sealed("one", b"3")]
    assert vault.unlock(tmp_path, SECRET) == vault.unlock(tmp_path, code) == key


def test_the_key_file_is_sealed_as_it_is_documented(tmp_path: Path) -> None:
    """As in docs/store.md, with Python's standard library."""
    key, _code = vault.create(tmp_path, SECRET)
    rewrite(tmp_path, key, partial(vault.with_sealed, sealed=vault.Sealed("one", b"1")))
    said = json.loads((tmp_path / vault.KEY_FILE).read_bytes())
    check, mac = said.pop("check"), said.pop("mac")
    extracted = hmac.digest(bytes(32), key, "sha256")
    expanded = hmac.digest(extracted, b"outreach key file 6" + b"\x01", "sha256")
    assert b64decode(mac) == hmac.digest(expanded, canonical(said), "sha256")
    assert check == hashlib.sha256(canonical(said | {"mac": mac})).hexdigest()


@pytest.mark.parametrize(
    "secret", ["caf\udce9 in a variable", "half \ud83d a sign", "\x00" * 12], ids=ascii
)
def test_a_secret_that_is_no_text_is_a_wrong_one(tmp_path: Path, secret: str) -> None:
    vault.create(tmp_path, SECRET)
    with pytest.raises(Locked) as refused:
        vault.unlock(tmp_path, secret)
    assert refused.value.code == "wrong_passphrase"


def test_a_weak_passphrase_takes_the_place_of_none(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    with pytest.raises(InvalidDraft):
        vault.with_passphrase(read_key_file(tmp_path), key, "x" * 9)
    assert vault.unlock(tmp_path, SECRET) == key


def test_one_account_alone_is_named_by_another_role(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    (chief,) = vault.list_accounts(tmp_path)
    deputy = vault.AccountLabel(uuid4(), Role.DEPUTY, 1)
    first = vault.new_first_passphrase()
    rewrite(tmp_path, key, lambda file: vault.with_account(file, key, deputy, first))
    reader = vault.AccountLabel(deputy.uid, Role.READER, 1)
    rewrite(tmp_path, key, partial(vault.with_label, label=reader))
    assert list(vault.list_accounts(tmp_path)) == [chief, reader]


def test_a_first_passphrase_is_short_enough_to_be_copied_and_too_long_to_be_guessed() -> None:
    groups = vault.new_first_passphrase().split("-")
    assert [len(group) for group in groups] == [5] * 4


def test_a_first_passphrase_opens_however_it_is_typed(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    reader, first = vault.AccountLabel(uuid4(), Role.READER, 1), vault.new_first_passphrase()
    rewrite(tmp_path, key, lambda file: vault.with_account(file, key, reader, first))
    for typed in (first, first.lower(), first.replace("-", " ")):
        assert vault.unlock(tmp_path, typed, reader.uid) == key
    with pytest.raises(Locked):
        vault.unlock(tmp_path, SECRET.upper(), None)


def test_an_account_that_is_shut_waits_for_a_new_passphrase(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    reader, first = vault.AccountLabel(uuid4(), Role.READER, 1), vault.new_first_passphrase()
    rewrite(tmp_path, key, lambda file: vault.with_account(file, key, reader, first))
    rewrite(tmp_path, key, lambda file: vault.with_shut(file, key, reader.uid))
    with pytest.raises(Locked):
        vault.unlock(tmp_path, first, reader.uid)
    assert {slot.id for slot in read_key_file(tmp_path).slots if slot.is_shut} == {reader.uid}
    assert vault.unlock(tmp_path, SECRET) == key
    rewrite(tmp_path, key, lambda file: vault.with_passphrase(file, key, SECRET, reader.uid))
    assert vault.unlock(tmp_path, SECRET, reader.uid) == key
    assert not any(slot.is_shut for slot in read_key_file(tmp_path).slots)


def test_under_another_data_key_an_account_that_stays_keeps_its_passphrase(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    (chief,) = vault.list_accounts(tmp_path)
    deputy = vault.AccountLabel(uuid4(), Role.DEPUTY, 1)
    first, second = vault.new_first_passphrase(), "chosen by the deputy"
    rewrite(tmp_path, key, lambda file: vault.with_account(file, key, deputy, first))
    rewrite(tmp_path, key, lambda file: vault.with_passphrase(file, key, second, deputy.uid))
    key_file = read_key_file(tmp_path)
    known = [vault.is_passphrase_of(key_file, deputy.uid, each) for each in (first, second)]
    assert known == [False, True]
    other = vault.new_key()
    kept = vault.for_new_key(key_file, other, without=chief.uid)
    opened = {slot.unwrap(second) for slot in kept.slots if slot.id == deputy.uid}
    assert opened == {other}
    assert all(slot.id != chief.uid for slot in kept.slots)


def test_another_data_key_is_as_long_as_the_first(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    other = vault.new_key()
    assert (len(other), other != key) == (len(key), True)


def test_the_recovery_code_is_known_however_it_is_typed_and_nothing_else_is(tmp_path: Path) -> None:
    _key, code = vault.create(tmp_path, SECRET)
    key_file = read_key_file(tmp_path)
    assert vault.is_recovery_code(key_file, code.lower().replace("-", " "))
    assert not vault.is_recovery_code(key_file, SECRET)


def test_copies_sealed_to_keys_that_are_given_up_are_forgotten(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    for recipient in ("one", "two"):
        rewrite(tmp_path, key, partial(vault.with_sealed, sealed=vault.Sealed(recipient, b"1")))
    rewrite(tmp_path, key, partial(vault.without_sealed, recipients=["one"]))
    assert vault.sealed_keys(tmp_path) == [vault.Sealed("two", b"1")]
    assert vault.unlock(tmp_path, SECRET) == key


def test_no_number_is_given_again_that_another_key_file_knows(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    other = read_key_file(tmp_path)
    for number in (1, 4):
        label = vault.AccountLabel(uuid4(), Role.DEPUTY, number)
        other = vault.with_account(other, key, label, vault.new_first_passphrase())
        other = vault.with_removed(other, [label.uid])
    known = read_key_file(tmp_path).with_numbers_of([other])
    assert [known.next_number(role) for role in (Role.CHIEF, Role.DEPUTY)] == [2, 5]
    assert read_key_file(tmp_path).next_number(Role.DEPUTY) == 1
