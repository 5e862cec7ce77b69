"""The facts around a period report: what was open before, what came after."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Commitment, Point, Rumour
from outreach_app.queries.records import get_record
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status, promise_for_point
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft, refer_point
from outreach_app.services.rumours import close_rumour, follow_point
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.period.test_facts import at, hold, keep, plan
from tests.core.summaries.period.test_prose import prose, realised
from tests.core.summaries.reading import ISOLATES
from tests.readings import write_reading
from tests.remarks import write_remark

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


def test_what_was_given_up_is_named_with_its_reason(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, date(2026, 9, 10))
    hold(database, date(2026, 9, 10), commitments=(CommitmentDraft("a", "fr", "office"),))
    at(monkeypatch, date(2026, 10, 20))
    with database.write(Actor.CHIEF) as session:
        row = session.query(Commitment).filter_by(text="a").one()
        change_status(session, row.uid, row.version, CommitmentStatus.DROPPED, "Budget refusé")
    told = plan(database)
    assert [(row.words.text, row.state) for row in told.given_up] == [("a", "cst.dropped")]
    assert told.given_up[0].reason is not None
    assert told.given_up[0].reason.text == "Budget refusé"
    assert not told.promises


def test_what_was_passed_on_is_ended_as_in_a_handover(database: Database) -> None:
    passed_on = CommitmentDraft("a", "fr", "office", status="cst.referred", status_reason="Voirie")
    hold(database, date(2026, 10, 10), commitments=(passed_on,))
    told = plan(database)
    assert [row.state for row in told.given_up] == ["cst.referred"]
    assert not told.promises


def test_a_referral_from_before_the_period_is_not_lost(database: Database) -> None:
    sent = ReferralDraft("rf.commune", "tp.6.1", sent_on=date(2026, 9, 16))
    answered = ReferralDraft(
        "rf.commune",
        "tp.6.2",
        sent_on=date(2026, 9, 17),
        answered_on=date(2026, 10, 3),
        answer="نعم",
        answer_language="ar",
    )
    settled = replace(answered, answered_on=date(2026, 9, 30))
    hold(database, date(2026, 9, 14), referrals=(sent, answered, settled))
    hold(database, date(2026, 10, 14), referrals=(replace(sent, sent_on=date(2026, 10, 15)),))
    told = plan(database)
    assert told.figure("referrals").now == 1
    rows = [(row.topic, row.is_earlier, row.waiting) for row in told.referrals]
    assert rows == [("tp.6.1", True, 45), ("tp.6.1", False, 16), ("tp.6.2", True, None)]
    assert (told.answered, told.signals.waiting) == (0, 2)


def test_a_referral_of_no_known_day_waits_no_counted_days(database: Database) -> None:
    hold(database, date(2026, 9, 14), referrals=(ReferralDraft("rf.commune", "tp.6.1"),))
    (row,) = plan(database).referrals
    assert (row.sent_on, row.waiting, row.is_earlier) == (None, None, True)
    assert plan(database).signals.waiting == 1


def test_an_act_belongs_to_the_period_in_which_it_was_done(database: Database) -> None:
    sent = ReferralDraft("rf.commune", "tp.6.1", sent_on=date(2026, 11, 2))
    promised = CommitmentDraft("a", "fr", "office")
    hold(database, date(2026, 10, 14), referrals=(sent,), commitments=(promised,))
    with database.write(Actor.CHIEF) as session:
        session.query(Commitment).one().made_on = date(2026, 11, 2)
    now, then = plan(database), plan(database, Period(date(2026, 11, 1), date(2026, 11, 30)))
    for code in ("commitments", "referrals"):
        assert (now.figure(code).now, then.figure(code).now) == (0, 1)
    assert not then.earlier
    assert not then.referrals_earlier
    assert then.are_acts_apart


def test_what_was_open_before_the_period_is_told_apart(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, date(2026, 9, 10))
    promised = tuple(CommitmentDraft(text, "fr", "office") for text in ("a", "b", "c"))
    hold(database, date(2026, 9, 10), commitments=promised)
    at(monkeypatch, date(2026, 9, 20))
    keep(database, "a")  # before the period: no longer open when it began
    at(monkeypatch, date(2026, 10, 20))
    keep(database, "b")
    told = plan(database)
    assert {row.code: row.count for row in told.earlier} == {"cst.done": 1, "cst.open": 1}
    assert not told.states
    assert [row.words.text for row in told.promises] == ["c"]


def test_the_programme_says_what_was_held_since(database: Database) -> None:
    hold(database, date(2026, 10, 14))
    hold(database, date(2026, 11, 3))
    hold(database, date(2026, 12, 31), status="planned", headcount=None, women=None)
    assert [row.is_held for row in plan(database).planned] == [True, False]


def test_the_programme_names_who_came_to_what_was_held_since(database: Database) -> None:
    came, invited = (
        makers.write_partner(database, category=category, type=None)
        for category in ("pt.media", "pt.institution")
    )
    listed = ((came, True), (invited, False))
    hold(database, date(2026, 11, 3), attendances=listed)
    planned = {"status": "planned", "headcount": None, "women": None}
    hold(database, date(2026, 12, 31), attendances=listed, **planned)
    held, to_come = plan(database).planned
    assert (len(held.categories), len(to_come.categories)) == (1, 2)


def test_the_programme_names_those_noted_by_their_kind_alone(database: Database) -> None:
    kinds = ("as.taxi", "as.women", "pr.pharmacist")
    hold(database, date(2026, 11, 3), kinds_present=kinds)
    (held,) = plan(database).planned
    assert held.categories == ("pt.association", "pt.liberal")


def test_the_programme_is_that_of_the_two_months_after_the_period(database: Database) -> None:
    for day in (date(2026, 9, 5), date(2026, 10, 31), date(2026, 11, 1)):
        hold(database, day)
    told = plan(database, Period(date(2026, 8, 1), date(2026, 8, 31)))
    assert [row.held_on.day for row in told.planned] == [5, 31]


def test_a_referral_calls_for_attention_once_it_waited_for_a_week(database: Database) -> None:
    for day, waiting in ((date(2026, 10, 28), None), (date(2026, 10, 24), 2)):
        sent = (ReferralDraft("rf.commune", "tp.6.1", sent_on=day),)
        hold(database, date(2026, 10, 14), referrals=sent)
        assert plan(database).signals.waiting == waiting


def test_what_a_meeting_told_came_up_there_whether_recorded_or_not(database: Database) -> None:
    told = PointDraft("rumour", "tp.7.1", text="a", language="fr")
    hold(database, date(2026, 10, 14), points=(told, replace(told, text="b")))
    makers.write_rumour(database, heard_on=date(2026, 10, 5))
    with database.write(Actor.CHIEF) as session:
        point = session.query(Point).filter_by(text="a").one()
        follow_point(session, point.uid, point.version)
    rumours = plan(database).communication.rumours
    assert rumours is not None
    assert (rumours.unverified, rumours.from_meetings) == (3, 2)


def test_a_rumour_that_was_closed_or_answered_waits_for_no_result(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, date(2026, 10, 20))
    told = PointDraft("rumour", "tp.7.1", text="a", language="fr")
    answered = replace(told, text="b", reaction="out.resolved")
    hold(database, date(2026, 10, 14), points=(told, answered))
    uid = makers.write_rumour(database, heard_on=date(2026, 10, 5))
    with database.write(Actor.CHIEF) as session:
        rumour = session.query(Rumour).filter_by(uid=uid).one()
        close_rumour(session, uid, rumour.version, date(2026, 10, 9))
    now = plan(database)
    rumours = now.communication.rumours
    assert rumours is not None
    assert rumours.from_meetings == 1
    assert (rumours.count, rumours.closed, rumours.followed, rumours.unverified) == (3, 2, 1, 1)
    assert (now.signals.unverified, now.signals.unverified_since) == (1, date(2026, 10, 14))
    assert now.signals.are_of_one_day("unverified")
    # What circulates is told by what was found of it, not among points.
    assert now.figure("without_outcome").now == 0


def test_the_only_partner_present_owes_what_a_partner_promised(database: Database) -> None:
    partner = makers.write_partner(database)
    promised = (CommitmentDraft("a", "fr", "partner"),)
    hold(database, date(2026, 10, 14), attendances=((partner, True),), commitments=promised)
    (row,) = plan(database).promises
    # A body is named, whether or not its telephone is known.
    assert row.debtor == Bilingual("جمعية النخيل", "Association Annakhil")


def test_what_follows_a_remark_is_counted_in_the_period(database: Database) -> None:
    hold(database, date(2026, 10, 14), commitments=(CommitmentDraft("a", "fr", "office"),))
    uid = write_remark(database, received_on=date(2026, 9, 20), raised_by=None)
    promised = CommitmentDraft("b", "fr", "partner", due_on=date(2026, 10, 20))
    with database.write(Actor.CHIEF) as session:
        remark = get_record(session, Point, uid)
        made = promise_for_point(session, uid, remark.version, promised)
        session.flush()
        refer_point(session, uid, remark.version, "rf.commune", date(2026, 10, 2))
        made.made_on = date(2026, 10, 1)
    told = plan(database)
    assert [told.figure(code).now for code in ("commitments", "overdue", "referrals")] == [2, 1, 1]
    assert (told.are_acts_apart, told.signals.waiting) == (True, 1)
    # Nobody was present at a remark.
    assert [row.was_absent for row in told.promises if row.debtor is None] == [True, False]
    assert [row.commitments for row in told.meetings] == [1]
    assert plan(database, Period(date(2026, 9, 1), date(2026, 9, 30))).count("commitments") == 0


def test_a_register_that_began_late_in_a_period_is_told(database: Database) -> None:
    hold(database, date(2026, 10, 20))
    told = plan(database)
    assert told.begun_on == date(2026, 10, 20)
    assert "Le premier enregistrement au registre date du 20 octobre 2026." in prose(told, FRENCH)
    assert "ويعود أول قيد بالسجل إلى 20 أكتوبر 2026." in prose(told, ARABIC)
    assert "Aucune remarque n’a été enregistrée, en dehors des rencontres, au cours" in prose(
        told, FRENCH
    )
    assert "لم تُسجل خلال هذه الفترة أي ملاحظة واردة خارج اللقاءات." in prose(told, ARABIC)
    # A total is entered on its last day, whenever its publications began.
    since = date(2026, 9, 1)
    makers.write_publication(database, published_on=date(2026, 10, 15), count=3, since_on=since)
    assert plan(database).begun_on == date(2026, 10, 15)
    write_reading(database, None, account="pc.x", followers=40, read_on=date(2026, 10, 12))
    assert plan(database).begun_on == date(2026, 10, 12)
    write_remark(database, received_on=date(2026, 9, 20))
    assert plan(database).begun_on is None


def test_why_nothing_is_compared_is_told(database: Database) -> None:
    hold(database, date(2026, 10, 20))
    french, arabic = (
        ISOLATES.sub("", to_plain_text(realised(plan(database), each))).replace("\u00a0", " ")
        for each in (FRENCH, ARABIC)
    )
    assert "le registre ne comportant aucune rencontre antérieure au 20 octobre 2026." in french
    assert "إذ لا يتضمن السجل أي لقاء قبل 20 أكتوبر 2026." in arabic
    hold(database, date(2026, 7, 20))
    said = to_plain_text(realised(plan(database), FRENCH))
    assert "au cours de laquelle aucune rencontre n’est enregistrée." in said


def test_a_category_noted_by_a_kind_alone_is_not_told_as_unmet(database: Database) -> None:
    partner = makers.write_partner(database)
    hold(database, date(2026, 9, 3), attendances=((partner, True),))
    hold(database, date(2026, 10, 21))
    assert plan(database).signals.unmet == ("pt.association",)
    hold(database, date(2026, 10, 22), kinds_present=("as.residents",))
    assert plan(database).signals.unmet == ()


def test_associations_that_were_only_counted_are_neither_unmet_nor_none(database: Database) -> None:
    partner = makers.write_partner(database)
    hold(database, date(2026, 9, 3), attendances=((partner, True),))
    hold(database, date(2026, 10, 21), kind="mt.awareness", associations=1)
    told = plan(database)
    assert told.signals.unmet == ()
    assert (told.figure("partners").now, told.figure("partners").is_partial) == (None, False)


def test_what_was_planned_and_not_held_is_told(database: Database) -> None:
    blank = {"headcount": None, "women": None}
    hold(database, date(2026, 10, 20))
    for day, status in ((3, "planned"), (5, "planned"), (7, "cancelled"), (9, "postponed")):
        reason = None if status == "planned" else "Pluie"
        planned = {"status": status, "status_reason": reason, **blank}
        hold(database, date(2026, 10, day), **planned)
    told = plan(database)
    assert [(row.code, row.count) for row in told.unheld] == [
        ("cancelled", 1),
        ("postponed", 1),
        ("planned", 2),
    ]
    assert (
        "Par ailleurs, une rencontre prévue le 7 octobre 2026 a été annulée, une rencontre prévue"
        " le 9 octobre 2026 a été reportée sans nouvelle date et deux rencontres prévues au cours"
        " de la période n’ont pas encore été enregistrées comme tenues ou annulées."
    ) in prose(told, FRENCH)
    assert (
        "أُلغي لقاء واحد كان مبرمجا ليوم 7 أكتوبر 2026، وأُجل لقاء واحد كان مبرمجا ليوم 9 أكتوبر 2026"
        " دون تحديد تاريخ جديد، ولا يزال لقاءان كانا مبرمجين خلال الفترة دون تسجيل انعقادهما أو"
        " إلغائهما."
    ) in prose(told, ARABIC)


def test_a_provisional_report_tells_what_was_not_held_until_its_day(database: Database) -> None:
    hold(database, date(2026, 10, 20))
    for day in (3, 27, 28):
        blank = {"headcount": None, "women": None}
        hold(database, date(2026, 10, day), status="planned", **blank)
    told = plan(database, today=date(2026, 10, 27))
    assert [(row.code, row.on) for row in told.unheld] == [("planned", date(2026, 10, 3))]
