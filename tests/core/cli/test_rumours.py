"""The steps of a rumour by commands, each refused if too early."""

from pathlib import Path

from outreach_app.database import Database
from outreach_app.paths import STORE_FILE
from outreach_app.vault import unlock
from tests import makers
from tests.core.cli.running import outreach


def test_a_rumour_is_verified_and_carried_back(store: Path) -> None:
    database = Database(store / STORE_FILE, unlock(store, makers.PASSPHRASE))
    uid = makers.write_rumour(database)
    database.close()
    common = ("--store", store, "--json")
    told = ("carry-back", uid, "--channel", "pc.meeting", "--on", "19/10/2026", *common)
    assert outreach(*told).json["error"]["message"]
    found = outreach("find", uid, "--result", "vr.true", "--on", "16/10/2026", *common)
    assert found.code == 0, found.said
    assert outreach(*told).json["state"] == "carried"
    (row,) = outreach("list", "rumours", *common).json["rows"]
    assert (row["state"], row["finding"]["result"], row["back_on"]) == (
        "carried",
        "vr.true",
        "2026-10-19",
    )
    assert outreach("propose-clusters", *common).json["pairs"] == []
