"""The command that writes the summary of a meeting says what contradicts itself there."""

from pathlib import Path

from outreach_app.database import Database
from tests import makers
from tests.core.cli.running import outreach


def test_women_that_a_name_contradicts_are_to_correct(
    store: Path, database: Database, tmp_path: Path
) -> None:
    nurse = makers.write_partner(
        database,
        name_ar="زينب بلمقدم، ممرضة",
        name_fr="Zineb Belmokaddem, infirmière",
        category="pt.liberal",
        type="pr.nurse",
        is_named_after_person=True,
    )
    met = {"attendances": ((nurse, True),), "headcount": 10}
    for women, is_odd in ((0, True), (3, False)):
        odd = makers.write_meeting(database, **met, women=women)
        database.close()
        common = ("--lang", "fr", "--out", tmp_path, "--store", store)
        written = outreach("summary", "meeting", str(odd), *common, "--json").json
        assert [("بلمقدم" in words) for words in written["to_correct"]] == [True] * is_odd
