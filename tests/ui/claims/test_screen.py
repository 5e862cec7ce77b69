"""Requests from people are recorded and answered in Settings, including erasure of the name."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.claims import ClaimRow, list_claims
from outreach_app.queries.drafts import list_drafts
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.people import list_people
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.claims import ClaimDraft, record_claim
from outreach_app.services.drafts import save_draft
from outreach_app.startup import OpenOffice
from tests import makers
from tests.plans import asked
from tests.ui.recorded import Recorded
from ui import languages
from ui.actions.actions import Given
from ui.claims.form import AboutEditor
from ui.claims.screen import ClaimsScreen
from ui.claims.subject import ANSWER
from ui.preferences.page import PreferencesPage
from ui.requests import OpenPartner, ShowClaims, ShowDocument


def the_claim(recorded: Recorded) -> ClaimRow:
    (row,) = recorded.context.read(list_claims)
    return row


def test_a_request_is_noted_for_who_is_found_by_a_word_of_the_name(
    screen: ClaimsScreen, recorded: Recorded, person: UUID
) -> None:
    assert not screen.listing.strip.isVisible()  # an empty list shows what to do
    screen.add.click()
    about = screen.form.about
    about.setEditText("الادريسي")
    line = about.lineEdit()
    assert line is not None
    line.returnPressed.emit()
    screen.form.save.click()
    assert recorded.context.read(list_claims) == []  # nobody chose what is asked
    assert screen.form.form.field("kind").problem
    screen.form.keep_typed()
    (kept,) = recorded.context.read(lambda store: list_drafts(store, "claim", ClaimDraft))
    assert (kept.draft.kind, kept.draft.about) == (None, person)
    screen.form.form.field("kind").show_value(ClaimKind.ACCESS)
    screen.form.save.click()
    assert the_claim(recorded).about == person
    assert (
        screen.listing.strip.title.text()
        == "طلب اطلاع رقم \u206601/" + f"{clock.today().year}\u2069"
    )


def test_the_form_takes_the_place_of_the_list_in_a_narrow_window(screen: ClaimsScreen) -> None:
    for width, is_beside in ((1300, True), (860, False)):
        screen.resize(width, 600)
        screen.add.click()
        assert screen.form.isVisible()
        assert screen.listing.isVisible() is is_beside
    screen.form.finished.emit(None)
    assert screen.listing.isVisible()


def test_of_a_whole_country_only_whom_the_words_find_is_listed(
    qtbot: QtBot, screen: ClaimsScreen, office: OpenOffice, recorded: Recorded, person: UUID
) -> None:
    def open_again() -> None:
        again = ClaimsScreen(recorded.context)
        qtbot.addWidget(again)
        again.begin()

    statements = " ".join(asked(office.database, open_again))
    assert "FROM people" not in statements
    assert "FROM identities" not in statements
    partner = makers.write_partner(office.database)
    other = makers.write_person(office.database, partner, name_fr="Karim Zerouali", name_ar=None)
    screen.add.click()
    about = screen.form.about
    about.set_value(person)
    line = about.lineEdit()
    assert line is not None
    line.textEdited.emit("زروالي")
    listed = [about.itemData(row) for row in range(about.count())]
    assert listed == [None, str(person), str(other)]
    assert about.value() == person
    about.setEditText("zerouali")
    line.returnPressed.emit()
    assert about.value() == other


def ask_about_whom(qtbot: QtBot, screen: ClaimsScreen) -> tuple[AboutEditor, QLineEdit]:
    """Begin a request, and click on the field of whom it is about."""
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.add.click()
    screen.form.form.field("kind").show_value(ClaimKind.ACCESS)
    about = screen.form.about
    line = about.lineEdit()
    assert line is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    return about, line


def test_who_was_gone_to_with_the_arrows_is_taken(
    qtbot: QtBot, screen: ClaimsScreen, recorded: Recorded, person: UUID
) -> None:
    about, line = ask_about_whom(qtbot, screen)
    QTest.keyClicks(line, "khalid")
    found = about._finder.list
    about._finder.complete()
    QApplication.processEvents()
    assert found.isVisible()
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert about.value() == person
    screen.form.save.click()
    assert the_claim(recorded).about == person


def test_words_that_name_nobody_are_refused_and_stay(
    qtbot: QtBot, screen: ClaimsScreen, recorded: Recorded, person: UUID
) -> None:
    about, line = ask_about_whom(qtbot, screen)
    assert line.selectedText() == about.itemText(0)
    QTest.keyClicks(line, "Karim")
    screen.form.form.field("received_on").focus()
    qtbot.waitUntil(lambda: "Karim" in screen.form.form.field("about").problem)
    screen.form.save.click()
    assert recorded.context.read(list_claims) == []
    assert line.text() == "Karim"
    about.set_value(person)
    screen.form.save.click()
    assert the_claim(recorded).about == person


def test_the_name_goes_from_its_request_and_the_proof_follows(
    qtbot: QtBot, screen: ClaimsScreen, office: OpenOffice, recorded: Recorded, person: UUID
) -> None:
    draft = ClaimDraft(
        ClaimKind.ERASURE, clock.today(), about=person, identity_check=IdentityCheck.CARD_SHOWN
    )
    with office.database.write(Actor.CHIEF) as session:
        record_claim(session, draft)
        typed = makers.meeting_draft(subject_ar=f"زيارة {list_people(session)[0].name.ar}")
        save_draft(session, "meeting/1", typed, clock.now())
    screen.begin()
    commands = {command.words(): command for command in screen.listing.strip.commands()}
    who, erase = "إظهار المعني بالأمر", "محو الاسم"
    assert set(commands) == {"تسجيل الجواب", "تعديل", who, "مستخرج", erase}
    commands[who].do()
    assert recorded.requests.pop() == OpenPartner(person)
    screen.listing._do(ANSWER, Given(day=clock.today(), choice="granted"))
    assert screen.listing.failure.isVisible()  # the name is still there
    commands[erase].do()
    assert screen.erasure is not None
    screen.erasure.erase.click()
    assert "مسودات" in recorded.said[-1]  # what somebody was typing went too
    qtbot.waitUntil(lambda: screen.erasure is not None and not screen.erasure.isVisible())
    assert recorded.context.read(list_people)[0].name.ar is None
    assert the_claim(recorded).erased_on == clock.today()
    screen.listing._do(ANSWER, Given(day=clock.today(), choice="granted"))
    assert the_claim(recorded).decision == "granted"
    (proof,) = [c for c in screen.listing.strip.commands() if c.words() == "إثبات المحو"]
    proof.do()
    assert recorded.requests == [ShowDocument(DocumentKind.ERASURE, the_claim(recorded).uid)]


def test_texts_that_name_who_objects_are_shown_in_turn_before_the_name_goes(
    screen: ClaimsScreen, office: OpenOffice, recorded: Recorded, person: UUID
) -> None:
    with office.database.read() as session:
        (row,) = list_people(session)
    name = row.name.ar
    makers.write_meeting(office.database, subject_ar=f"زيارة {name}", place_ar=f"مكتب {name}")
    draft = ClaimDraft(
        ClaimKind.OBJECTION, clock.today(), about=person, identity_check=IdentityCheck.CARD_SHOWN
    )
    with office.database.write(Actor.CHIEF) as session:
        record_claim(session, draft)
    screen.begin()
    next(
        command for command in screen.listing.strip.commands() if command.words() == "محو الاسم"
    ).do()
    naming = screen.naming
    assert naming.isVisible()
    assert screen.erasure is not None
    assert not screen.erasure.isVisible()
    assert "أمين المال" in naming.text.toPlainText()
    proposed = naming.text.toPlainText()
    naming.text.setPlainText(f"زيارة {name}")
    naming.put.click()
    assert naming.problem.isVisible()
    naming.text.setPlainText(proposed)
    naming.put.click()
    assert naming.isVisible()  # the second text
    naming.put.click()
    assert not naming.isVisible()
    assert screen.erasure.isVisible()


def test_a_text_about_another_person_is_kept_beside_who_the_request_is_about(
    qtbot: QtBot, screen: ClaimsScreen, office: OpenOffice, recorded: Recorded, person: UUID
) -> None:
    with office.database.read() as session:
        (row,) = list_people(session)
    name = row.name.ar
    makers.write_meeting(office.database, subject_ar=f"زيارة {name}")
    draft = ClaimDraft(
        ClaimKind.ERASURE, clock.today(), about=person, identity_check=IdentityCheck.CARD_SHOWN
    )
    with office.database.write(Actor.CHIEF) as session:
        record_claim(session, draft)
    screen.begin()
    commands = {command.words(): command for command in screen.listing.strip.commands()}
    commands["محو الاسم"].do()
    naming = screen.naming
    assert str(name) in naming.about.text()
    assert str(name) in naming.before.text()
    naming.keep.click()
    assert not naming.isVisible()
    assert screen.erasure is not None
    screen.erasure.erase.click()
    qtbot.waitUntil(lambda: screen.erasure is not None and not screen.erasure.isVisible())
    assert the_claim(recorded).erased_on == clock.today()
    [meeting] = recorded.context.read(list_meetings)
    assert meeting.subject.ar == f"زيارة {name}"


def test_an_answer_that_is_refused_offers_what_has_to_be_done_first(
    screen: ClaimsScreen, office: OpenOffice, recorded: Recorded, person: UUID
) -> None:
    with office.database.write(Actor.CHIEF) as session:
        record_claim(session, ClaimDraft(ClaimKind.OBJECTION, clock.today(), about=person))
    screen.begin()
    screen.resize(900, 600)  # as in the smallest window
    QApplication.processEvents()
    listing = screen.listing
    table, refusal = listing.table, listing.failure
    top = table.mapTo(screen, QPoint())
    listing.strip.form.given.emit(ANSWER, Given(day=clock.today(), choice="granted"))
    assert refusal.isVisible()
    QApplication.processEvents()
    assert table.mapTo(screen, QPoint()) == top
    assert the_claim(recorded).decision is None
    refusal.way.click()  # how the identity was verified is asked for, with the focus
    field = screen.form.form.field("identity_check")
    assert screen.form.isVisible()
    field.editor.set_value(IdentityCheck.CARD_SHOWN)
    screen.form.save.click()
    listing.strip.form.given.emit(ANSWER, Given(day=clock.today(), choice="granted"))
    assert refusal.way.text() == _("Erase the name")
    refusal.way.click()
    assert screen.naming.isVisible() or (screen.erasure and screen.erasure.isVisible())
    listing.strip.form.given.emit(ANSWER, Given(day=clock.today(), choice="nothing_held"))
    assert the_claim(recorded).decision == Decision.NOTHING_HELD


def test_whom_a_request_is_about_is_readable_in_a_narrow_window(
    screen: ClaimsScreen, office: OpenOffice
) -> None:
    with office.database.write(Actor.CHIEF) as session:
        record_claim(session, ClaimDraft(ClaimKind.ACCESS, clock.today()))
    languages.switch(Language.FRENCH)
    screen.begin()
    screen.resize(760, 500)
    QApplication.processEvents()
    columns = screen.listing.table.view.horizontalHeader()
    words = screen.listing.table.view.fontMetrics().horizontalAdvance(_("Nobody recorded here"))
    assert columns.sectionSize(1) > words + 16


def test_an_answered_request_is_shown_as_answered_at_once(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    with office.database.write(Actor.CHIEF) as session:
        record_claim(session, ClaimDraft(ClaimKind.ACCESS, clock.today()))
    page = PreferencesPage(recorded.context)
    qtbot.addWidget(page)
    page.show()
    page.take(ShowClaims())
    strip = page.claims.listing.strip
    (answer,) = [each for each in strip.commands() if each.words() == ANSWER.title()]
    answer.do()
    strip.form.choice.set_value(Decision.FILED_IN_ERROR)
    strip.form.confirm.click()
    assert not strip.form.isVisible()
    (shown,) = page.claims.listing.rows()
    assert shown.decision is not None
    assert ANSWER.title() not in [each.words() for each in strip.commands()]
