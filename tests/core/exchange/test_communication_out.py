"""An office's communication as a file, where others' records are too."""

from pathlib import Path

from outreach_app.actors import Actor
from outreach_app.models import Publication
from tests.core.exchange.network import Network, export, take
from tests.core.transfer.test_communication_document import fill, written


def test_an_office_writes_its_own_alone_and_nothing_of_what_is_in_the_trash(
    network: Network, tmp_path: Path
) -> None:
    fill(network.chief)
    take(network.headquarters, export(network.chief))
    file = tmp_path / "communication.json"
    theirs = written(network.headquarters, file)
    assert not any(items for items in theirs.values() if isinstance(items, list))

    with network.chief.write(Actor.CHIEF) as session:
        session.query(Publication).one().is_deleted = True
    whole = written(network.chief, file)
    assert [item.get("account") for item in whole["readings"]] == ["pc.facebook"]
    assert [item.get("publication") for item in whole["findings"]] == [None]
