"""An office has one emblem at most."""

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.queries.emblems import get_emblem
from outreach_app.services.emblems import set_emblem


def kept(database: Database) -> bytes | None:
    with database.read() as session:
        return get_emblem(session)


def test_one_is_kept_in_place_of_the_other_and_removed(database: Database) -> None:
    assert kept(database) is None
    for emblem in (b"first", b"second", None, None):
        with database.write(Actor.CHIEF) as session:
            set_emblem(session, emblem)
        assert kept(database) == emblem
