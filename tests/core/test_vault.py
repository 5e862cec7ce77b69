"""Passphrases, the key file in two copies, the recovery code."""

import hashlib
import hmac
import json
import os
import random
import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from outreach_app import vault
from outreach_app.errors import InvalidDraft, Locked

SECRET = "a long passphrase"


def test_passphrase_and_recovery_code_unwrap_the_same_key(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, SECRET)
    assert vault.unlock(tmp_path, SECRET) == key
    assert vault.unlock(tmp_path, code) == key
    assert vault.unlock(tmp_path, code.lower().replace("-", " ")) == key


def test_a_guess_costs_what_was_decided(tmp_path: Path) -> None:
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
    assert key_file["version"] == 2
    assert {slot["kind"] for slot in key_file["slots"]} == {"passphrase", "recovery"}
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
    vault.change_passphrase(tmp_path, key, "another passphrase")
    assert vault.unlock(tmp_path, "another passphrase") == key
    assert vault.unlock(tmp_path, code) == key
    with pytest.raises(Locked):
        vault.unlock(tmp_path, SECRET)


def test_a_new_recovery_code_ends_the_former_and_keeps_the_passphrase(tmp_path: Path) -> None:
    key, former = vault.create(tmp_path, SECRET)
    code = vault.renew_recovery_code(tmp_path, key)
    assert vault.unlock(tmp_path, code) == key
    assert vault.unlock(tmp_path, SECRET) == key
    with pytest.raises(Locked):
        vault.unlock(tmp_path, former)


def test_a_code_counts_as_kept_once_it_was_shown_to_be_on_paper(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    assert not vault.has_confirmed_code(tmp_path)
    vault.confirm_recovery_code(tmp_path, key)
    assert vault.has_confirmed_code(tmp_path)
    vault.change_passphrase(tmp_path, key, "another passphrase")
    assert vault.has_confirmed_code(tmp_path)
    vault.renew_recovery_code(tmp_path, key)
    assert not vault.has_confirmed_code(tmp_path)
    vault.confirm_recovery_code(tmp_path, key)
    vault.doubt_recovery_code(tmp_path, key)
    assert not vault.has_confirmed_code(tmp_path)


def test_a_short_passphrase_is_refused_with_the_length_that_is_asked_for() -> None:
    vault.check_passphrase("x" * 10)
    with pytest.raises(InvalidDraft) as refused:
        vault.check_passphrase("x" * 9)
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("passphrase", "too_short")
    assert "10" in problem.message
    assert refused.value.message == problem.message


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
        vault.keep_sealed(tmp_path, vault.Sealed(recipient, content), key)
    assert vault.sealed_keys(tmp_path) == [vault.Sealed("two", b"2"), vault.Sealed("one", b"3")]
    assert vault.unlock(tmp_path, SECRET) == vault.unlock(tmp_path, code) == key


def test_the_key_file_is_sealed_as_it_is_documented(tmp_path: Path) -> None:
    """As docs/store.md says, with Python's own means."""
    key, _code = vault.create(tmp_path, SECRET)
    vault.keep_sealed(tmp_path, vault.Sealed("one", b"1"), key)
    said = json.loads((tmp_path / vault.KEY_FILE).read_bytes())
    check, mac = said.pop("check"), said.pop("mac")
    extracted = hmac.digest(bytes(32), key, "sha256")
    expanded = hmac.digest(extracted, b"outreach key file 2" + b"\x01", "sha256")
    assert b64decode(mac) == hmac.digest(expanded, canonical(said), "sha256")
    assert check == hashlib.sha256(canonical(said | {"mac": mac})).hexdigest()


def canonical(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()


def forge(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change both copies of a key file as whoever can write them would, its checksum too."""
    said = json.loads((folder / vault.KEY_FILE).read_bytes())
    change(said)
    said.pop("check", None)
    said["check"] = hashlib.sha256(canonical(said)).hexdigest()
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
        (folder / name).write_bytes(canonical(said))


def refusal(folder: Path) -> str:
    with pytest.raises(Locked) as refused:
        vault.unlock(folder, SECRET)
    return refused.value.code


def slot_with(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda said: said["slots"][0].update(values)


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said.update(version=99),
        lambda said: said.update(version=1),
        lambda said: said.update(slots=said["slots"] * 9),
        lambda said: said.update(sealed=[{"recipient": "one", "content": ""}] * 17),
        lambda said: said.update(note="x" * 70_000),
        slot_with(passes=1_000_000),
        slot_with(passes=1),
        slot_with(passes=-1),
        slot_with(passes=2**70),
        slot_with(memory_kib=65_535),
        slot_with(memory_kib=2**31),
        slot_with(lanes=0),
        slot_with(lanes=2**24 + 1),
        slot_with(salt=""),
        slot_with(salt="AAAA" * 10_000),
        slot_with(nonce=""),
        slot_with(nonce="AAAAAAAAAAAAAAAA" * 2),
        slot_with(wrapped=""),
        slot_with(wrapped="not base64"),
        slot_with(kind="master"),
    ],
)
def test_a_forged_key_file_beyond_its_bounds_is_refused_before_anything_is_derived(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], object]
) -> None:
    monkeypatch.setattr(vault, "_LEAST_MEMORY_KIB", vault._MEMORY_KIB)
    monkeypatch.setattr(vault, "_LEAST_PASSES", vault._PASSES)
    vault.create(tmp_path, SECRET)
    forge(tmp_path, change)
    monkeypatch.setattr(vault, "_derive", lambda *_given: pytest.fail("a key was derived"))
    assert refusal(tmp_path) == "damaged_key_file"


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said.update(is_code_confirmed=True),
        lambda said: said.update(sealed=[{"recipient": "thief", "content": "AAAA"}]),
        lambda said: said["slots"].pop(),
        lambda said: said.update(mac=""),
    ],
)
def test_a_key_file_that_was_changed_outside_opens_nothing(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    vault.create(tmp_path, SECRET)
    forge(tmp_path, change)
    assert refusal(tmp_path) == "forged_key_file"


ODD_VALUES: tuple[object, ...] = (
    None, True, -1, 0, 2**31, 2**63, 2**80, 1.5, "", "x", "\ud800", "A" * 9_999, [], {}, [[]] * 99,
)  # fmt: skip


def forged_content(whole: dict[str, Any], chance: random.Random) -> bytes:
    """Put odd values in the place of some, or bytes in the place of others."""
    said: dict[str, Any] = json.loads(json.dumps(whole))
    places: list[dict[str, Any]] = [said, *said["slots"]]
    for _time in range(chance.randint(1, 3)):
        place = chance.choice(places)
        place[chance.choice([*place, "x"])] = chance.choice(ODD_VALUES)
    said["check"] = hashlib.sha256(canonical(said)).hexdigest()
    content = bytearray(canonical(said))
    if chance.random() < 0.3:
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content[: chance.randrange(len(content))] if chance.random() < 0.1 else content)


def require_typed(folder: Path, count: int, seed: int) -> None:
    """Every forged key file is read as a damaged one, or asks for no more work than is bearable."""
    vault.create(folder, SECRET)
    whole = json.loads((folder / vault.KEY_FILE).read_bytes())
    refused = 0
    for number in range(count):
        content = forged_content(whole, random.Random(f"{seed} {number}"))  # noqa: S311  repeatable
        for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
            (folder / name).write_bytes(content)
        try:
            vault.sealed_keys(folder)
        except Locked as error:
            refused += error.code == "damaged_key_file"
            continue
        for slot in json.loads(content)["slots"]:
            assert 64 <= slot["memory_kib"] <= 262_144
            assert 1 <= slot["passes"] <= 10
    assert refused > count / 2


def test_sixty_forged_key_files(tmp_path: Path) -> None:
    require_typed(tmp_path, 60, 1)


@pytest.mark.long
def test_twenty_thousand_forged_key_files(tmp_path: Path) -> None:
    require_typed(tmp_path, 20_000, 2)


@pytest.mark.skipif(os.name != "posix", reason="made by this system's own calls")
def test_a_key_file_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    vault.create(tmp_path, SECRET)
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
        (tmp_path / name).unlink()
        os.mkfifo(tmp_path / name)
    assert refusal(tmp_path) == "damaged_key_file"
