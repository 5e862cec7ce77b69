"""A forged key file opens nothing, delays nobody and makes no guess cheap."""

import hashlib
import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from outreach_app import key_files, vault
from outreach_app.errors import Locked
from tests import makers
from tests.key_files import canonical

SECRET = "a long passphrase"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a key file with the real derivation cost; copied."""
    folder = tmp_path_factory.mktemp("real")
    with patch.multiple(key_files, **makers.REAL_WORK):
        vault.create(folder, SECRET)
    return folder


def forge(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change both copies of a key file as an attacker would, including the checksum."""
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
        lambda said: said.update(slots=said["slots"] * 9),
        lambda said: said.update(slots=[]),
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
    real: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[dict[str, Any]], object],
) -> None:
    monkeypatch.setattr(key_files, "_MIN_MEMORY_KIB", makers.REAL_WORK["_MEMORY_KIB"])
    monkeypatch.setattr(key_files, "_MIN_PASSES", makers.REAL_WORK["_PASSES"])
    shutil.copytree(real, tmp_path, dirs_exist_ok=True)
    forge(tmp_path, change)
    monkeypatch.setattr(key_files, "_derive", lambda *_given: pytest.fail("a key was derived"))
    assert refusal(tmp_path) == "damaged_key_file"


@pytest.mark.parametrize(("version", "code"), [(5, "earlier_version"), (99, "newer_version")])
def test_a_store_of_another_version_is_not_told_as_damaged(
    real: Path, tmp_path: Path, version: int, code: str
) -> None:
    shutil.copytree(real, tmp_path, dirs_exist_ok=True)
    forge(tmp_path, lambda said: said.update(version=version))
    assert refusal(tmp_path) == code


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
    """Replace some values by odd ones, or some bytes by others."""
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
    """Require that every forged key file is read as damaged, or has a bounded cost."""
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
