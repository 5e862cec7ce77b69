"""Two computers that name one person at once: the name written last is the one shown."""

from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.models import Identity, Person
from outreach_app.queries.people import list_people
from tests import makers
from tests.core.exchange.network import Network, export, take, unsound


def test_the_one_written_last_is_shown_everywhere_and_once(network: Network) -> None:
    partner = makers.write_partner(network.chief)
    person = makers.write_person(network.chief, partner, name_fr="Karim Test")
    take(network.deputy, export(network.chief))
    for store, name in ((network.chief, "Samir Essai"), (network.deputy, "Rachid Preuve")):
        with store.write(Actor.CHIEF) as session:
            of = session.scalars(select(Person).where(Person.uid == person)).one()
            session.add(Identity(office_id=of.office_id, person_id=of.id, name_fr=name))
    take(network.deputy, export(network.chief))
    take(network.chief, export(network.deputy))
    for store in (network.deputy, network.chief):
        take(network.headquarters, export(store))
    for store in (network.chief, network.deputy, network.headquarters):
        with store.read() as session:
            assert [row.name.fr for row in list_people(session)] == ["Rachid Preuve"]
            assert session.scalars(select(Person)).one().identity is not None
        assert unsound(store) == []
