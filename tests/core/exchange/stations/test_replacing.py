"""A precinct switches headquarters: on purpose, with its recovery code, completely."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import accounts, clock, recovery_codes, startup, vault
from outreach_app.actors import Actor, Role
from outreach_app.database import Database
from outreach_app.errors import OutreachError
from outreach_app.exchange.exporting.planning import Receiver, plan_export
from outreach_app.exchange.stations import registry
from outreach_app.exchange.stations.cards import Card, card_fingerprint
from outreach_app.exchange.stations.replacing import replace_headquarters
from outreach_app.exchange.stations.revocation import undo_revocation
from outreach_app.models import Account
from outreach_app.queries.acceptance import pinned_headquarters
from outreach_app.queries.stations import list_stations
from outreach_app.second_person import SecondPerson
from outreach_app.services.purposes import ask_two_persons
from outreach_app.startup import OpenOffice
from tests import makers
from tests.core.exchange.helping import enrol
from tests.core.exchange.posts import answer, export, post, statuses


@pytest.fixture
def former(tmp_path: Path) -> Iterator[OpenOffice]:
    yield from _headquarters(tmp_path / "former")


@pytest.fixture
def following(tmp_path: Path) -> Iterator[OpenOffice]:
    yield from _headquarters(tmp_path / "following")


def _headquarters(folder: Path) -> Iterator[OpenOffice]:
    makers.create_store(folder, makers.headquarters_draft())
    with startup.opened(folder, makers.PASSPHRASE) as opened:
        yield opened


def card_of(store: Database) -> Card:
    with store.read() as session:
        return registry.own_card(session)


def code_of(office: OpenOffice) -> str:
    return recovery_codes.renew_recovery_code(office.database, office.folder)


def take(office: OpenOffice, card: Card, code: str) -> None:
    replace_headquarters(office.database, office.folder, card, card_fingerprint(card), code)


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(OutreachError) as refused:
        action()
    problems = getattr(refused.value, "problems", ())
    return problems[0].code if problems else refused.value.code


def recipients(office: OpenOffice) -> set[str]:
    return {row.recipient for row in vault.sealed_keys(office.folder) if row.office}


def test_two_persons_are_asked_where_the_office_has_set_that(
    office: OpenOffice, former: OpenOffice, following: OpenOffice
) -> None:
    enrol(office, former)
    code = code_of(office)
    row = accounts.add_account(office.database, office.folder, Role.CHIEF)
    with office.database.write() as session:
        session.get_one(Account, row.account.uid).must_change = False
        ask_two_persons(session, is_asked=True)
    card = card_of(following.database)
    assert refusal(partial(take, office, card, code)) == "second_person_needed"
    with office.database.read() as session:
        assert str(pinned_headquarters(session)) == card_of(former.database).office
    place, confirmed_by = (office.database, office.folder), SecondPerson(row.account.uid)
    replace_headquarters(*place, card, card_fingerprint(card), code, confirmed_by)
    with office.database.read() as session:
        assert str(pinned_headquarters(session)) == card.office


@pytest.mark.parametrize("later", [timedelta(), timedelta(hours=-1)], ids=["tie", "set_back"])
def test_the_headquarters_that_was_taken_last_counts_whatever_the_clock_says(
    office: OpenOffice, former: OpenOffice, following: OpenOffice, later: timedelta
) -> None:
    code, moment = code_of(office), datetime.now(UTC)
    cards = sorted(map(card_of, (former.database, following.database)), key=attrgetter("device"))
    last, first = cards  # the name that sorts first is chosen last
    with clock.at(moment), office.database.write(Actor.CHIEF) as session:
        registry.enrol(session, first, card_fingerprint(first))
    with clock.at(moment + later):
        take(office, last, code)
    with office.database.read() as session:
        assert pinned_headquarters(session) == UUID(last.office)


def test_the_new_headquarters_takes_the_place_of_the_former(
    office: OpenOffice, former: OpenOffice, following: OpenOffice, tmp_path: Path
) -> None:
    enrol(office, former)
    enrol(former, office)
    makers.write_meeting(office.database)
    post(former.database, export(office.database, tmp_path / "1"))
    code = code_of(office)
    take(office, card_of(following.database), code)
    enrol(following, office)
    # It is sent everything again, and answers; only its recovery key opens this register.
    with office.database.read() as session:
        unsent = plan_export(session, Receiver.HEADQUARTERS).events
        assert unsent == plan_export(session, Receiver.HEADQUARTERS, is_full=True).events
    done = post(following.database, export(office.database, tmp_path / "2"))
    assert statuses(done) == [("imported", None)]
    assert statuses(post(office.database, answer(following.database, tmp_path / "3"))) == [
        ("imported", None)
    ]
    assert recipients(office) == {card_of(following.database).recovery_recipient}
    # The former one's files wait, and a key cannot restore it.
    makers.write_partner(former.database)
    late = answer(former.database, tmp_path / "4")
    assert statuses(post(office.database, late)) == [("quarantined", "E_SENDER_REVOKED")]
    with office.database.read() as session:
        rows = {row.device: row for row in list_stations(session) if not row.is_own}
    replaced = next(row for row in rows.values() if row.status == "replaced")
    assert not replaced.can_be_revoked
    assert len(rows) == 2
    with office.database.write() as session:
        assert refusal(lambda: undo_revocation(session, replaced.device)) == "E_SECOND_HEADQUARTERS"


def test_nothing_changes_without_the_code_or_with_another_card(
    office: OpenOffice, former: OpenOffice, following: OpenOffice
) -> None:
    card, code = card_of(following.database), code_of(office)
    assert refusal(lambda: take(office, card, code)) == "no_other_headquarters"  # none yet
    enrol(office, former)
    before = recipients(office)
    with office.database.read() as session:
        stations = list_stations(session)
    assert refusal(lambda: enrol(office, following)) == "E_SECOND_HEADQUARTERS"
    for wrong in ("", makers.PASSPHRASE, code[:-1], "0" * 30):
        assert refusal(partial(take, office, card, wrong)) == "wrong_code"
    spoilt = card_fingerprint(card)[::-1]
    typed = (office.database, office.folder, card, spoilt, code)
    assert refusal(lambda: replace_headquarters(*typed)) in ("mistyped", "another_card")
    assert refusal(lambda: take(former, card, code_of(former))) == "no_other_headquarters"
    with office.database.read() as session:
        assert list_stations(session) == stations
    assert recipients(office) == before
