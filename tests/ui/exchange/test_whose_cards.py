"""The person states whose card it is; another headquarters and new keys need a confirmation."""

from uuid import UUID, uuid4

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations.cards import Card, card_fingerprint, write_card
from outreach_app.exchange.stations.registry import own_card
from tests.key_files import new_code
from tests.ui.exchange.desk import Desk, Stick
from ui.exchange.enrolment_form import EnrolmentForm
from ui.exchange.page import STATIONS


def test_a_card_that_takes_an_offices_name_is_told_until_a_person_answers_for_it(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    real = precinct.context.read(own_card)
    keys = StationKeys.generate().public
    card = structs.replace(real, device=str(uuid4()), keys=keys, name_ar="اسم", name_fr="Nom")
    form = choose_card(headquarters, card, stick)
    assert real.name_ar in form.verdict.text()
    assert not form.confirm.isEnabled()
    assert not form.typed.isEnabled()
    say_whose(form, UUID(real.office))
    QTest.keyClicks(form.typed, card_fingerprint(card))
    headquarters.press(form.confirm)
    assert {row.name.ar for row in headquarters.stations()} == {real.name_ar}
    assert len(headquarters.stations()) == 2


def test_a_card_that_says_it_is_of_this_office_is_never_enrolled(
    enrolled_headquarters: Desk, stick: Stick
) -> None:
    headquarters = enrolled_headquarters
    keys = StationKeys.generate().public
    own = headquarters.context.read(own_card)
    form = choose_card(headquarters, structs.replace(own, device=str(uuid4()), keys=keys), stick)
    assert form.verdict.text()
    assert not form.office.isVisible()
    assert not form.confirm.isEnabled()
    headquarters.press(form.give_up)
    assert not form.isVisible()


def test_a_fresh_card_is_not_taken_for_an_offices_further_computer(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    real = precinct.context.read(own_card)
    fresh = structs.replace(
        real, device=str(uuid4()), office=str(uuid4()), keys=StationKeys.generate().public
    )
    form = choose_card(headquarters, fresh, stick)  # it bears the names of the precinct
    assert real.name_ar in form.verdict.text()
    assert not form.confirm.isEnabled()
    headquarters.press(form.give_up)
    other = structs.replace(fresh, name_ar="دائرة أخرى", name_fr="Autre poste", number="99")
    form = choose_card(headquarters, other, stick)
    assert form.confirm.isEnabled()
    say_whose(form, UUID(real.office))
    assert not form.confirm.isEnabled()
    assert form.office.isVisible()  # another answer can be given
    say_whose(form, None)
    QTest.keyClicks(form.typed, card_fingerprint(other))
    headquarters.press(form.confirm)
    assert {row.name.fr for row in headquarters.stations()} == {real.name_fr, "Autre poste"}


def test_another_headquarters_is_taken_with_the_recovery_code(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    office = precinct.context.office
    code = new_code(office.folder, office.database.key)
    former = headquarters.context.read(own_card)
    keys = StationKeys.generate().public
    card = structs.replace(former, device=str(uuid4()), office=str(uuid4()), keys=keys)
    form = choose_card(precinct, card, stick)
    assert not form.confirm.isEnabled()
    assert not form.code.isVisible()
    QTest.keyClick(form.replaces, Qt.Key.Key_Space)
    assert form.code.isVisible()
    QTest.keyClicks(form.typed, card_fingerprint(card))
    QTest.keyClicks(form.code.typed, code[:-1])
    precinct.press(form.confirm)
    assert form.problem.isVisible()
    assert [row.status for row in precinct.stations()] == ["enrolled"]
    form.code.typed.clear()
    QTest.keyClicks(form.code.typed, code)
    precinct.press(form.confirm)
    assert sorted(row.status for row in precinct.stations()) == ["enrolled", "replaced"]
    strip = precinct.page.stations.strip
    for number in range(3):
        precinct.page.stations.table.select(number)
        row = precinct.page.stations.table.row
        assert row is not None
        if row.status == "replaced":
            assert not strip.accept.isVisible()
            assert not strip.revoke.isVisible()


def test_the_keys_are_changed_where_the_stations_are(precinct_desk: Desk) -> None:
    precinct_desk.page.tabs.setCurrentIndex(STATIONS)
    pane = precinct_desk.page.stations
    before = precinct_desk.context.read(own_card)
    precinct_desk.press(pane.rotate)
    assert pane.rotation.isVisible()
    precinct_desk.press(pane.rotation.go_on)
    after = precinct_desk.context.read(own_card)
    assert after.keys != before.keys
    assert after.certificates[0].signed_by == before.keys.key_id


def say_whose(form: EnrolmentForm, office: UUID | None) -> None:
    """Choose the office that the sender of the card named."""
    form.office.set_value(office)
    form.office.activated.emit(form.office.currentIndex())


def choose_card(desk: Desk, card: Card, stick: Stick) -> EnrolmentForm:
    """Choose a card on the page of stations."""
    desk.files.card = stick.folder / "chosen.outreach-card"
    write_card(card, desk.files.card)
    desk.page.tabs.setCurrentIndex(STATIONS)
    desk.press(desk.page.stations.choose)
    return desk.page.stations.form
