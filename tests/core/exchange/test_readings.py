"""Readings are sent to headquarters with their publication, and to no precinct."""

from pathlib import Path

from outreach_app.actors import Actor
from outreach_app.queries.readings import list_readings
from outreach_app.services.readings import ReadingDraft, record_reading
from tests import makers
from tests.core.exchange.network import Network, export, take
from tests.core.exchange.posts import answer, post
from tests.readings import write_reading


def test_headquarters_gets_readings_and_keeps_its_own(network: Network, tmp_path: Path) -> None:
    publication = makers.write_publication(network.chief)
    write_reading(network.chief, publication)
    take(network.headquarters, export(network.chief))
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        draft = ReadingDraft(makers.publication_draft().published_on, account="pc.x", followers=9)
        record_reading(session, draft)
        assert {row.interactions for row in list_readings(session)} == {50_000, None}
    post(network.chief, answer(network.headquarters, tmp_path / "answers"))
    with network.chief.read() as session:
        (row,) = list_readings(session)
    assert row.publication == publication
