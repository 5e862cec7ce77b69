"""Today warns before the name of a person who was not informed is deleted (L6)."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.queries.people import list_people
from tests import makers
from ui.partners.person_card import PersonCard
from ui.record_lines import person_line
from ui.widgets.labels import Label


@pytest.mark.parametrize(("days", "is_warned"), [(8, False), (7, True), (0, True)])
def test_a_name_is_warned_of_a_week_before_its_day(
    database: Database, days: int, is_warned: bool
) -> None:
    today: datetime = clock.local(clock.now())
    makers.write_person(
        database, makers.write_partner(database), inform_by=today.date() + timedelta(days=days)
    )
    with database.read() as session:
        (row,) = list_people(session)
    line = person_line(row)
    assert (line.tone == "late") is is_warned
    assert bool(line.under) is is_warned


def test_who_may_see_no_name_reads_the_capacity_once(qtbot: QtBot, database: Database) -> None:
    makers.write_person(
        database, makers.write_partner(database), capacity_ar=None, capacity_fr="Trésorier"
    )
    database.actor = Actor.READER
    with database.read() as session:
        (row,) = list_people(session)
    line, card = person_line(row), PersonCard(row, is_chosen=False)
    qtbot.addWidget(card)
    assert [line.title, line.end] == ["Trésorier", ""]
    texts = [label.text() for label in card.findChildren(Label)]
    assert texts.count("Trésorier") == 1
    assert all(texts)
