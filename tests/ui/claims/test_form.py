"""The form of a request, and how late a request is."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app import clock, i18n
from outreach_app.i18n import Language
from outreach_app.queries.claims import list_claims
from outreach_app.queries.records import get_own_office
from outreach_app.rules.claims import ClaimKind, Decision
from outreach_app.rules.dates import date_text, date_words
from outreach_app.services.claims import ClaimDraft, record_claim
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.claims.screen import ClaimsScreen
from ui.claims.words import state_icon, state_words
from ui.forms.date_editor import DateEditor


def test_a_request_saved_as_it_was_is_not_called_changed(
    screen: ClaimsScreen, recorded: Recorded, office: OpenOffice, person: UUID
) -> None:
    draft = ClaimDraft(ClaimKind.ACCESS, clock.today(), about=person)
    with office.database.write() as session:
        record_claim(session, draft)
    screen.begin()
    screen._open(recorded.context.read(list_claims)[0])
    screen.form.save.click()
    assert recorded.said == ["لم يتغير شيء."]
    assert not screen.form.isVisible()


def test_the_form_says_until_when_to_answer_before_the_request_is_saved(
    screen: ClaimsScreen, recorded: Recorded
) -> None:
    days = recorded.context.read(lambda store: get_own_office(store).answer_days)
    screen.form.start(None)
    received = clock.today() - timedelta(days=3)
    day = screen.form.form.field("received_on").editor
    assert isinstance(day, DateEditor)
    day.selectAll()
    QTest.keyClicks(day, date_text(received))
    assert date_words(received + timedelta(days=days)) in screen.form.due.text()


def test_how_late_a_request_is_or_was_answered_is_told_in_words(
    recorded: Recorded, office: OpenOffice, person: UUID
) -> None:
    with office.database.write() as session:
        record_claim(session, ClaimDraft(ClaimKind.ACCESS, clock.today(), about=person))
    row = recorded.context.read(list_claims)[0]
    waits = {days: state_words(replace(row, days_left=days)) for days in (-1, -2, -3, -11, 1, 3)}
    assert waits == {
        -1: "متأخر يوما واحدا", -2: "متأخر يومين", -3: "متأخر \u20663\u2069\u00a0أيام",
        -11: "متأخر \u206611\u2069\u00a0يوما",
        1: "أمامكم يوم واحد", 3: "أمامكم \u20663\u2069\u00a0أيام",
    }  # fmt: skip
    i18n.use(Language.FRENCH)
    day = row.due_on + timedelta(days=1)
    late = replace(row, decision=Decision.GRANTED, answered_on=day, days_left=None)
    assert state_words(late) == "Acceptée · En retard d’un jour"
    assert state_icon(late).tone == "warn"
    assert state_words(replace(row, days_left=-2)) == "En retard de 2\u00a0jours"


def test_a_long_name_makes_the_form_no_wider_than_its_panel(
    screen: ClaimsScreen, recorded: Recorded, office: OpenOffice
) -> None:
    partner = makers.write_partner(office.database, name_ar="جمعية " + "الأمل للتنمية " * 8)
    person = makers.write_person(office.database, partner, capacity_ar="أمين المال")
    with office.database.write() as session:
        record_claim(session, ClaimDraft(ClaimKind.ACCESS, clock.today(), about=person))
    screen.resize(1300, 600)
    screen.begin()
    screen._open(recorded.context.read(list_claims)[0])
    QApplication.processEvents()
    assert screen.form._area.horizontalScrollBar().maximum() == 0
    assert "الأمل" in screen.form.about.toolTip()
