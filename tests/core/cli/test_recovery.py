"""A forgotten passphrase, by commands: request, answer, new one; no secret is an argument."""

import shutil
from pathlib import Path

import pytest

from outreach_app import vault
from outreach_app.actors import Role
from outreach_app.errors import Locked
from tests import makers
from tests.core.cli.running import enrol, outreach
from tests.second_people import OWN, add_second

NEW = "another invented passphrase"


def test_headquarters_answers_and_the_precinct_chooses_a_new_passphrase(
    store: Path, new_headquarters: Path, recovery_key: str, tmp_path: Path
) -> None:
    headquarters, paper = tmp_path / "headquarters", tmp_path / "paper"
    shutil.copytree(new_headquarters, headquarters)
    at_headquarters = ("--store", headquarters, "--json")
    at_precinct = ("--store", store, "--json")
    enrol(store, headquarters, tmp_path)
    add_second(headquarters, Role.ADMINISTRATOR)
    assert outreach("two-persons", "--on", *at_headquarters).code == 0

    asked = outreach("recover-request", "--out", tmp_path / "stick", *at_precinct).json
    key = ("--recovery-key-file", paper, "--out", tmp_path / "stick")
    second = tmp_path / "second"
    second.write_text(f"{OWN}\n")
    both = ("--second", "administrator-2", "--second-passphrase-file", second)

    def answer(digits: str, written: str, *by: object) -> str:
        paper.write_text(f"{written}\r\n")
        given = (asked["path"], "--fingerprint", digits, *key, *by)
        run = outreach("recover-answer", *given, *at_headquarters)
        assert written not in run.output + run.said
        return str(run.json["error"]["code"] if run.code else run.json["path"])

    assert answer(asked["fingerprint"], "AGE-SECRET-KEY-1") == "wrong_recovery_key"
    assert answer(asked["fingerprint"], recovery_key) == "second_person_needed"
    path = answer(asked["fingerprint"].replace(" ", "-"), recovery_key, *both)

    run = outreach("recover", path, *at_precinct, passphrase=NEW)
    assert (run.code, run.json) == (0, {"store": str(store)})
    assert vault.unlock(store, NEW)
    with pytest.raises(Locked):
        vault.unlock(store, makers.PASSPHRASE)
