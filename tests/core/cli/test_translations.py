"""A session is translated by a file: the command's own output, filled in."""

import json
from pathlib import Path

from outreach_app.database import Database
from outreach_app.services.points import PointDraft
from tests import makers
from tests.core.cli.running import outreach
from tests.servers import ON_A_FILE


@ON_A_FILE
def test_the_answer_filled_in_is_the_file_that_translates(
    store: Path, database: Database, tmp_path: Path
) -> None:
    meeting = makers.write_meeting(database)
    database.close()
    common = ("--store", store, "--json", "--ui-lang", "fr")
    listed = outreach("translate", meeting, *common).json
    assert listed["missing"] == {"ar": 1, "fr": 4}
    for number, text in enumerate(listed["texts"]):
        french = text["language"] == "fr"
        text["translation"] = f"النص رقم {number}" if french else f"Texte {number}"
    file = tmp_path / "translations.json"
    file.write_text(json.dumps(listed), encoding="utf-8")

    saved = outreach("translate", meeting, "--file", file, *common).json
    assert saved["missing"] == {"ar": 0, "fr": 0}
    assert [text["translation"] for text in saved["texts"]] == [
        text["translation"] for text in listed["texts"]
    ]
    # The file was read before those were saved: it overwrites nothing written since.
    listed["texts"][0]["translation"] = "Autre texte"
    file.write_text(json.dumps(listed), encoding="utf-8")
    refused = outreach("translate", meeting, "--file", file, *common)
    assert (refused.code, refused.json["error"]["code"]) == (1, "conflict")


@ON_A_FILE
def test_a_summary_says_what_it_shows_in_the_other_language(
    store: Path, database: Database, tmp_path: Path
) -> None:
    meeting = makers.write_meeting(database)
    database.close()
    common = ("--store", store, "--ui-lang", "fr", "--format", "json", "--out", tmp_path)
    said = outreach("summary", "meeting", meeting, *common).output
    assert "Textes à traduire en français" in said
    refused = outreach("translate", meeting, "--file", store / "absent.json", *common[:4])
    assert refused.code == 1


@ON_A_FILE
def test_words_that_are_known_in_both_languages_are_offered_and_not_missing(
    store: Path, database: Database
) -> None:
    known = PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar", translation="Ruelle sombre")
    makers.write_meeting(database, points=(known,), commitments=(), referrals=())
    same = PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar")
    meeting = makers.write_meeting(
        database, points=(same,), commitments=(), referrals=(), subject_ar=None, place_ar=None
    )
    database.close()
    listed = outreach("translate", meeting, "--store", store, "--json").json
    # Papers show it in both languages.
    assert listed["missing"] == {"ar": 0, "fr": 0}
    assert [text["offered"] for text in listed["texts"]] == ["Ruelle sombre"]
