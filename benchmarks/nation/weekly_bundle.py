"""The import of one week's file of a precinct into a country's store, rolled back."""

import tempfile
from pathlib import Path

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.format.container import open_bundle
from outreach_app.exchange.importing.bundle_import import import_bundle
from outreach_app.exchange.stations import registry
from outreach_app.exchange.stations.cards import card_fingerprint
from tests import makers
from tests.core.exchange.network import enrol, export, new_store

_SESSIONS = 32  # about 200 events


class _TakenBackError(Exception):
    pass


class WeeklyBundle:
    """The file, written by a precinct that is not enrolled yet."""

    def __init__(self, headquarters: Database) -> None:
        self._headquarters = headquarters
        with tempfile.TemporaryDirectory() as name:
            precinct = new_store(Path(name) / "precinct.db", "precinct")
            enrol(precinct, headquarters)
            partner = makers.write_partner(precinct)
            for _session in range(_SESSIONS):
                makers.write_meeting(precinct, attendances=((partner, True),))
            with precinct.read() as session:
                self._card = registry.own_card(session)
            self._data = export(precinct)
            precinct.close()
        self.events = 0

    def take(self) -> None:
        """Enrol the precinct, open and import its file, then roll everything back."""
        try:
            with self._headquarters.write(Actor.PROGRAM) as session:
                registry.enrol(session, self._card, card_fingerprint(self._card))
                session.flush()
                opened = open_bundle(
                    self._data,
                    registry.own_identities(session),
                    registry.own_recipients(session),
                    registry.find_sender(session),
                )
                self.events = import_bundle(session, opened, clock.now()).new
                raise _TakenBackError  # noqa: TRY301
        except _TakenBackError:
            pass
