"""A precinct that takes another's name after its enrolment is reported, and kept apart."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest

from outreach_app.actors import Actor
from outreach_app.errors import NotAllowed
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations import registry
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.queries.stations import list_stations
from outreach_app.services.offices import change_office, draft_of_own_office
from tests.core.exchange.network import Network
from tests.core.exchange.posts import export, post, statuses


@pytest.mark.parametrize("number", ["013", "٠١٣"])
def test_a_number_of_the_same_value_is_taken(network: Network, number: str) -> None:
    with network.chief.read() as session:
        chief = registry.own_card(session)
    other = msgspec.structs.replace(
        chief,
        device=str(uuid4()),
        office=str(uuid4()),
        keys=StationKeys.generate().public,
        name_ar="دائرة الريف",
        name_fr="Poste Rif",
        number=number,
    )
    with (
        network.headquarters.write(Actor.HEADQUARTERS) as session,
        pytest.raises(NotAllowed) as refused,
    ):
        registry.enrol(session, other, card_fingerprint(other))
    assert refused.value.code == "E_NAMES_TAKEN"


def test_a_rename_to_another_precincts_name_is_told_and_changes_no_list(
    network: Network, tmp_path: Path
) -> None:
    with network.chief.read() as session:
        chief = registry.own_card(session)
    other = msgspec.structs.replace(
        chief,
        device=str(uuid4()),
        office=str(uuid4()),
        keys=StationKeys.generate().public,
        name_ar="دائرة وادي الذهب",
        name_fr="Oued Dahab",
        number="77",
    )
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        registry.enrol(session, other, card_fingerprint(other))
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_own_office(session)
        change_office(session, replace(draft, name_fr="Poste du centre"))
    assert statuses(post(network.headquarters, export(network.chief, tmp_path / "1"))) == [
        ("imported", None)
    ]
    with network.chief.write(Actor.CHIEF) as session:
        change_office(session, replace(draft, name_fr="OUED  Dahab"))
    done = post(network.headquarters, export(network.chief, tmp_path / "2"))
    assert statuses(done) == [("imported", "W_NAMES")]
    assert "77" not in done.files[0].sentence
    assert "Oued Dahab" in done.files[0].sentence or other.name_ar in done.files[0].sentence
    with network.headquarters.read() as session:
        names = {row.device: row.name.fr for row in list_stations(session)}
    assert names[UUID(chief.device)] == chief.name_fr
