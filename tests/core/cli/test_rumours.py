"""The steps of a rumour by commands, each refused if too early."""

import json
from pathlib import Path

from outreach_app.database import Database
from outreach_app.paths import STORE_FILE
from outreach_app.vault import unlock
from tests import makers
from tests.core.cli.running import outreach


def test_a_rumour_told_at_a_meeting_is_followed_then_verified(store: Path) -> None:
    common = ("--store", store, "--json")
    point = {"topic": "tp.7.1", "text": "On dit que le marché fermera.", "language": "fr"}
    meeting = {
        "kind": "mt.periodic",
        "channel": "ch.inperson",
        "held_on": "2026-10-14",
        "place_fr": "Salle",
        "subject_fr": "Sécurité",
        "points": [point | {"kind": "rumour"}, point | {"kind": "concern"}],
    }
    meetings = store.parent / "meetings.json"
    whole = {"format": "outreach-meetings", "version": 1, "meetings": [meeting]}
    meetings.write_text(json.dumps(whole))
    assert outreach("import-meetings", meetings, *common).code == 0
    uids = {row["kind"]: row["uid"] for row in outreach("list", "points", *common).json["rows"]}
    told = uids["rumour"]
    find = ("find", told, "--result", "vr.true", "--on", "16/10/2026", *common)
    refused = outreach(*find).json["error"]
    assert refused["code"] == "not_followed"
    assert "follow UID" in refused["message"].replace("\u2068", "").replace("\u2066", "")
    rumour = outreach("follow", told, *common).json["uid"]
    for uid in uids.values():  # once, and no other kind
        assert outreach("follow", uid, *common).json["error"]["code"] == "no_rumour"
    assert outreach(*find).code == 0
    (row,) = outreach("list", "rumours", *common).json["rows"]
    assert (row["uid"], row["finding"]["result"]) == (rumour, "vr.true")
    back = ("carry-back", told, "--channel", "pc.meeting", "--on", "19/10/2026", *common)
    assert outreach(*back).json["uid"] == rumour


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
