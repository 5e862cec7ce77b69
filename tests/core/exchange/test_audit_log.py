"""Exports are logged with their receiver, and each file carries the hash of that log."""

from pathlib import Path

from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.exchange.exporting.bundles import audit_head
from outreach_app.models import Bundle
from tests.core.exchange.network import Network, open_at
from tests.core.exchange.posts import answer, export


def test_each_file_carries_the_log_of_those_before_it(network: Network, tmp_path: Path) -> None:
    heads = []
    for _time in range(2):
        [bundle] = export(network.chief, tmp_path)
        opened = open_at(network.headquarters, bundle.path.read_bytes())
        heads.append(opened.manifest.audit_head)
    with network.chief.read() as session:
        heads.append(audit_head(session).hex())
    assert len(set(heads)) == 3
    with network.chief.write(Actor.PROGRAM) as session:
        row = session.scalars(select(Bundle).where(Bundle.direction == "out")).first()
        assert row is not None
        row.has_names = True
    with network.chief.read() as session:
        assert audit_head(session).hex() not in heads


def test_the_log_says_to_whom_each_answer_went(network: Network, tmp_path: Path) -> None:
    written = answer(network.headquarters, tmp_path)
    with network.headquarters.read() as session:
        head = audit_head(session)
    with network.headquarters.write(Actor.PROGRAM) as session:
        rows = session.scalars(select(Bundle).order_by(Bundle.id)).all()
        assert [row.receiver for row in rows] == [bundle.stations[0] for bundle in written]
        rows[0].receiver, rows[1].receiver = rows[1].receiver, rows[0].receiver
    with network.headquarters.read() as session:
        assert audit_head(session) != head
