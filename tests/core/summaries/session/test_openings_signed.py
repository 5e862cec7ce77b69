"""Forty meetings have the approved opening, word for word.

`tests/data/openings.json` holds each as the program imports it, with both openings.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from outreach_app.queries.meetings import get_meeting
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Paragraph, plain
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.session.facts import plan_session
from outreach_app.summaries.session.prose import realise
from outreach_app.transfer.meetings_file import read_meetings
from outreach_app.transfer.meetings_import import import_meetings
from tests.core.summaries.plans import ISSUED_ON
from tests.core.summaries.reading import ISOLATES

SIGNED: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "data" / "openings.json").read_text(encoding="utf-8")
)


def office(key: str) -> OfficeFacts:
    of_file = SIGNED["offices"][key]
    return OfficeFacts(
        name=Bilingual(of_file["name_ar"], of_file["name_fr"]),
        city=Bilingual(of_file["city_ar"], of_file["city_fr"]),
        chief_title=Bilingual(of_file["chief_title_ar"], of_file["chief_title_fr"]),
        letterhead_ar=(),
        letterhead_fr=(),
        number=of_file["number"],
    )


def spaced(words: str) -> str:
    return ISOLATES.sub("", words).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("item", SIGNED["items"], ids=lambda item: item["id"])
def test_meeting_opens_as_it_would_be_signed(
    item: dict[str, Any], database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "meetings.json"
    # An import refuses fewer organisations than partners listed; an exchange file may have it.
    meeting = {name: value for name, value in item["meeting"].items() if name != "bodies"}
    file = {"format": "outreach-meetings", "version": 1, "meetings": [meeting]}
    path.write_text(json.dumps(file), encoding="utf-8")
    with database.write(Actor.CHIEF) as session:
        import_meetings(session, read_meetings(path), path.name, Progress())
        get_meeting(session, item["id"]).bodies = item["meeting"].get("bodies")
    with database.read() as session:
        plan = plan_session(session, get_meeting(session, item["id"]), ISSUED_ON)
    for language in Language:
        document = realise(replace(plan, office=office(item["office"])), language, ISSUED_ON)
        opening = next(block for block in document.blocks if isinstance(block, Paragraph))
        assert spaced(plain(opening.text)) == spaced(item[f"opening_{language.value}"])
