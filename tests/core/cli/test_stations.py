"""Station commands: enrolment, renewal, revocation, another headquarters."""

import json
import shutil
from pathlib import Path
from typing import Any

import uuid_utils.compat
from msgspec import structs

from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations.cards import card_fingerprint, read_card, write_card
from outreach_app.paths import profile
from outreach_app.vault import unlock
from tests import makers
from tests.core.cli.running import OFFICE, PRESS, enrol, outreach
from tests.key_files import new_code


def test_a_copied_register_goes_on_under_a_new_number(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    former = enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)
    twin = Path(shutil.copytree(store, tmp_path / "twin"))
    at_store, at_twin, at_headquarters = (
        ("--store", folder, "--json") for folder in (store, twin, headquarters)
    )

    def bring(sender: tuple[object, ...], command: str, receiver: tuple[object, ...]) -> Any:
        """Return the first result of importing the files that a command writes."""
        out = tmp_path / f"{command} of {len(list(tmp_path.iterdir()))}"
        [path] = [row["path"] for row in outreach(command, "--out", out, *sender).json["bundles"]]
        return outreach("import", path, *receiver).json["bundles"][0]

    outreach("import-meetings", PRESS, *at_store)
    assert bring(at_store, "export", at_headquarters)["status"] == "imported"
    shutil.rmtree(profile() / "marks")  # the twin is on another computer
    refused = bring(at_headquarters, "acknowledge", at_twin)
    assert (refused["code"], refused["device"]) == ("E_FORK", former)
    assert "outreach renew" in refused["message"]

    renewed = outreach("renew", *at_twin)
    assert (renewed.code, renewed.json["former"]) == (0, former)
    outreach("import-meetings", PRESS, *at_twin)
    sent = bring(at_twin, "export", at_headquarters)
    assert (sent["status"], sent["device"]) == ("imported", renewed.json["device"])
    card = outreach("card", "--out", tmp_path, *at_twin).json
    assert card["fingerprint"] == renewed.json["fingerprint"]


def test_a_card_is_enrolled_as_a_further_computer_of_the_office_that_is_named(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    enrol(headquarters, store, tmp_path)
    path = Path(outreach("card", "--out", tmp_path, "--store", store, "--json").json["path"])
    keys = StationKeys.generate().public
    card = structs.replace(read_card(path), device=str(uuid_utils.compat.uuid7()), keys=keys)
    write_card(card, path)
    typed = ("--fingerprint", card_fingerprint(card).replace(" ", "-"))
    at_headquarters = ("--store", headquarters, "--json")
    for said, code in ((), "E_OFFICE_TAKEN"), (("--second-of", "Nobody"), "not_found"):
        run = outreach("enrol", path, *typed, *said, *at_headquarters)
        assert run.json["error"]["code"] == code
    run = outreach("enrol", path, *typed, "--second-of", card.name_fr.upper(), *at_headquarters)
    assert (run.code, run.json["verdict"]) == (0, "second_computer")


def test_another_headquarters_takes_the_place_of_the_first(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    enrol(store, headquarters, tmp_path)
    other = tmp_path / "other"
    described = tmp_path / "office.json"
    names = {"name_ar": "المصالح المركزية", "name_fr": "Services centraux"}
    office = json.loads(OFFICE.read_text(encoding="utf-8")) | names  # not those of the precinct
    described.write_text(json.dumps(office), encoding="utf-8")
    role = ("--role", "headquarters", "--office", described)
    outreach("init", *role, "--store", other, "--json")
    card = outreach("card", "--out", tmp_path, "--store", other, "--json").json
    typed = ("--fingerprint", card["fingerprint"].replace(" ", "-"))
    code = tmp_path / "code"
    code.write_text(new_code(store, unlock(store, makers.PASSPHRASE)))
    wrong = tmp_path / "wrong"
    wrong.write_text("00000-00000")
    command = ("replace-headquarters", card["path"], *typed, "--store", store, "--json")
    refused = outreach(*command, "--recovery-code-file", wrong)
    assert refused.json["error"]["details"]["problems"][0]["code"] == "wrong_code"
    taken = outreach(*command, "--recovery-code-file", code)
    assert (taken.code, taken.json["device"]) == (0, card["device"])
    enrol(other, store, tmp_path)
    sent = outreach("export", "--out", tmp_path / "out", "--store", store, "--json").json
    came = outreach("import", sent["bundles"][0]["path"], "--store", other, "--json")
    assert came.json["bundles"][0]["status"] == "imported"


def test_files_of_a_revoked_station_wait_for_a_person(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    device = enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)
    sent = outreach("export", "--out", tmp_path, "--store", store, "--json").json
    at_headquarters = ("--store", headquarters, "--json")
    revoked = outreach("revoke", device, "--from", 1, *at_headquarters)
    assert (revoked.code, revoked.json["revoked_from"]) == (0, 1)
    came = outreach("import", sent["bundles"][0]["path"], *at_headquarters)
    [waits] = came.json["bundles"]
    assert (came.code, waits["status"], waits["code"]) == (1, "quarantined", "E_SENDER_REVOKED")
