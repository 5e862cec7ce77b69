"""Passphrases, the key file in two copies, the recovery code."""

import hashlib
import json
from pathlib import Path

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


def test_a_misread_letter_of_the_recovery_code_is_forgiven(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, SECRET)
    assert vault.unlock(tmp_path, code.replace("0", "O").replace("1", "l")) == key


def test_a_wrong_passphrase_is_refused_with_its_code(tmp_path: Path) -> None:
    vault.create(tmp_path, SECRET)
    with pytest.raises(Locked) as refused:
        vault.unlock(tmp_path, "another passphrase")
    assert refused.value.code == "wrong_passphrase"


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00" * 200])
def test_the_second_copy_serves_and_mends_the_first(tmp_path: Path, damage: bytes) -> None:
    key, _code = vault.create(tmp_path, SECRET)
    first = tmp_path / vault.KEY_FILE
    whole = first.read_bytes()
    first.write_bytes(damage)
    assert vault.unlock(tmp_path, SECRET) == key
    assert first.read_bytes() == whole


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
    vault.confirm_recovery_code(tmp_path)
    assert vault.has_confirmed_code(tmp_path)
    vault.change_passphrase(tmp_path, key, "another passphrase")
    assert vault.has_confirmed_code(tmp_path)
    vault.renew_recovery_code(tmp_path, key)
    assert not vault.has_confirmed_code(tmp_path)
    vault.confirm_recovery_code(tmp_path)
    vault.doubt_recovery_code(tmp_path)
    assert not vault.has_confirmed_code(tmp_path)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(InvalidDraft) as refused:
        vault.check_passphrase("too short")
    assert refused.value.problems[0].code == "too_short"


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
        vault.keep_sealed(tmp_path, vault.Sealed(recipient, content))
    assert vault.sealed_keys(tmp_path) == [vault.Sealed("two", b"2"), vault.Sealed("one", b"3")]
    assert vault.unlock(tmp_path, SECRET) == vault.unlock(tmp_path, code) == key


def test_a_sealed_copy_of_before_it_named_its_office_is_no_damage(tmp_path: Path) -> None:
    vault.create(tmp_path, SECRET)
    vault.keep_sealed(tmp_path, vault.Sealed("one", b"1"))
    said = json.loads((tmp_path / vault.KEY_FILE).read_bytes())
    assert said["sealed"] == [{"recipient": "one", "content": "MQ=="}]
    signed = json.dumps([said["version"], said["slots"], *said["sealed"]], separators=(",", ":"))
    assert said["check"] == hashlib.sha256(signed.encode()).hexdigest()


def test_a_changed_sealed_copy_is_damage(tmp_path: Path) -> None:
    vault.create(tmp_path, SECRET)
    vault.keep_sealed(tmp_path, vault.Sealed("one", b"1"))
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
        content = (tmp_path / name).read_text().replace('"one"', '"two"')
        (tmp_path / name).write_text(content)
    with pytest.raises(Locked) as refused:
        vault.sealed_keys(tmp_path)
    assert refused.value.code == "damaged_key_file"
