"""After a restore two pages show who may have later changes, until they arrive."""

from outreach_app.actors import Actor
from outreach_app.exchange.stations.renewal import go_on_restored
from tests import makers
from tests.ui.exchange.desk import Desk, Stick
from ui.today.page import TodayPage
from ui.widgets.line_button import LineButton


def said_today(desk: Desk) -> str:
    page = TodayPage(desk.context)
    words = [line.accessibleName() for line in page.exchange.findChildren(LineButton)]
    page.deleteLater()
    return "\n".join(words)


def test_who_may_hold_more_is_said_until_it_came(enrolled: tuple[Desk, Desk], stick: Stick) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    with precinct.context.office.database.write(Actor.PROGRAM) as session:
        go_on_restored(session)
    behind = precinct.page.send.behind
    precinct.page.send.refresh()
    assert "المصالح المركزية" in behind.text()
    assert not behind.isHidden()
    assert "سجل مسترجع من نسخة احتياطية" in said_today(precinct)
    assert "أعيدوا استيراد آخر الملفات" in said_today(precinct)
    precinct.send()
    headquarters.receive()
    stick.empty()
    headquarters.send()
    precinct.receive()
    precinct.page.send.refresh()
    assert behind.isHidden()
    assert "سجل مسترجع" not in said_today(precinct)
