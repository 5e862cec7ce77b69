"""List what came before a period and still waits: news heard, remarks received."""

from datetime import date

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Rumour
from outreach_app.queries.records import get_record
from outreach_app.services.points import PointDraft
from outreach_app.services.rumours import close_rumour
from tests import makers
from tests.core.summaries.period.test_facts import hold, plan
from tests.core.summaries.period.test_prose import prose
from tests.remarks import write_remark

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


def test_what_was_heard_before_the_period_and_still_waits_is_not_lost(database: Database) -> None:
    """As promises and referrals of before it are told."""
    hold(database, date(2026, 8, 1))
    makers.write_rumour(database, heard_on=date(2026, 9, 3))
    makers.write_rumour(database, text="أخرى", heard_on=date(2026, 9, 20))
    settled = makers.write_rumour(database, text="محفوظة", heard_on=date(2026, 9, 21))
    makers.write_rumour(database, text="جديدة", heard_on=date(2026, 10, 2))
    write_remark(database, received_on=date(2026, 9, 9))
    asked = (PointDraft("request", "tp.6.1", "a", "fr"), PointDraft("thanks", "tp.8.4", "b", "fr"))
    for day in (5, 12):
        hold(database, date(2026, 9, day), points=asked)
    with database.write(Actor.CHIEF) as session:
        version = get_record(session, Rumour, settled).version
        close_rumour(session, settled, version, date(2026, 9, 30))
    told = plan(database)
    assert [(row.code, row.count, row.since.day, row.until.day) for row in told.left_open] == [
        ("without_outcome", 2, 5, 12),
        ("unverified", 2, 3, 20),
        ("unanswered", 1, 9, 9),
    ]
    french, arabic = prose(told, FRENCH), prose(told, ARABIC)
    assert (
        "deux points soulevés avant la période, dont le plus ancien remonte au 5 septembre"
        " 2026, restaient en attente de suite."
    ) in french
    assert "ظلت نقطتان أُثيرتا قبل الفترة، أولاهما يوم 5 شتنبر 2026، دون مآل." in arabic
    assert (
        "deux informations relevées avant la période, dont la plus ancienne remonte au 3 septembre"
        " 2026, n’avaient pas encore été vérifiées."
    ) in french
    remark = "une remarque reçue en dehors des rencontres, avant la période, le 9 septembre 2026, "
    assert f"{remark}restait en attente de suite." in french
    assert "رُصدا قبل الفترة، أولهما يوم 3 شتنبر 2026، في انتظار نتيجة التحقق." in arabic
    assert "وردت خارج اللقاءات قبل الفترة، يوم 9 شتنبر 2026، دون مآل." in arabic
