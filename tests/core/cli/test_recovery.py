"""A forgotten passphrase, by commands: asked, answered, chosen anew; no secret is an argument."""

import shutil
from pathlib import Path

import pytest

from outreach_app import vault
from outreach_app.errors import Locked
from tests import makers
from tests.core.cli.running import enrol, outreach

NEW = "another invented passphrase"


def test_headquarters_answers_and_the_precinct_chooses_a_new_passphrase(
    store: Path, new_headquarters: Path, recovery_key: str, tmp_path: Path
) -> None:
    headquarters, paper = tmp_path / "headquarters", tmp_path / "paper"
    shutil.copytree(new_headquarters, headquarters)
    at_headquarters = ("--store", headquarters, "--json")
    at_precinct = ("--store", store, "--json")
    enrol(store, headquarters, tmp_path)

    asked = outreach("recover-request", "--out", tmp_path / "stick", *at_precinct).json
    key = ("--recovery-key-file", paper, "--out", tmp_path / "stick")

    def answer(digits: str, written: str) -> str:
        paper.write_text(f"{written}\r\n")
        run = outreach(
            "recover-answer", asked["path"], "--fingerprint", digits, *key, *at_headquarters
        )
        assert written not in run.output + run.said
        return str(run.json["error"]["code"] if run.code else run.json["path"])

    assert answer(asked["fingerprint"], "AGE-SECRET-KEY-1") == "wrong_recovery_key"
    path = answer(asked["fingerprint"].replace(" ", "-"), recovery_key)

    run = outreach("recover", path, *at_precinct, passphrase=NEW)
    assert (run.code, run.json) == (0, {"store": str(store)})
    assert vault.unlock(store, NEW)
    with pytest.raises(Locked):
        vault.unlock(store, makers.PASSPHRASE)
