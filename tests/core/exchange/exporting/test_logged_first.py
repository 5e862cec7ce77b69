"""An exchange file is in the access log before it is on the stick, and so is one not written."""

from pathlib import Path

import pytest

from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.errors import WriteFailed
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import Receiver, plan_export
from outreach_app.progress import Progress
from tests import makers
from tests.core.exchange.network import Network
from tests.core.test_taken_out import logged


def test_the_row_is_there_when_the_file_is(network: Network, tmp_path: Path) -> None:
    store, out = network.chief, tmp_path / "out"
    makers.write_partner(store)
    store.actor = Actor.CHIEF
    with store.read() as session:
        plan = plan_export(session, Receiver.HEADQUARTERS)
    seen: list[tuple[int, int]] = []

    def look(_done: int, _total: int, _title: str) -> None:
        acts = [row.act for row in logged(store)]
        seen.append((acts.count(Act.EXCHANGE), len(list(out.iterdir()))))

    write_bundles(store, [plan], out, Progress(look))
    assert seen == [(1, 0), (1, 1)]
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(WriteFailed):
        write_bundles(store, [plan], tmp_path / "file", Progress())
    assert [row.act for row in logged(store)][-2:] == [Act.EXCHANGE, Act.NOT_MADE]
