"""Rumours: heard, verified, rectified, reported back, closed, each step when possible."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.models import Point, Rumour
from outreach_app.queries.points import list_points
from outreach_app.queries.records import get_record
from outreach_app.queries.rumour_pairs import list_similar_rumours
from outreach_app.queries.rumours import (
    RumourFilter,
    RumourRow,
    get_rumour,
    list_rumour_ids,
    list_rumours,
    list_rumours_by_id,
)
from outreach_app.services.findings import link_rectification, record_finding
from outreach_app.services.points import PointDraft
from outreach_app.services.publications import delete_publication
from outreach_app.services.rumours import (
    CarryingDraft,
    carry_back,
    change_rumour,
    check_rumour,
    close_rumour,
    delete_rumour,
    draft_of_rumour,
    follow_point,
    restore_rumour,
)
from tests import makers

TOLD = CarryingDraft(date(2026, 10, 19), "pc.meeting", "ودادية الزيتون السكنية")


def read(database: Database, uid: UUID) -> RumourRow:
    with database.read() as session:
        return get_rumour(session, uid)


def carry(database: Database, uid: UUID, draft: CarryingDraft = TOLD) -> None:
    with database.write(Actor.CHIEF) as session:
        carry_back(session, uid, get_record(session, Rumour, uid).version, draft)


def refused(database: Database, uid: UUID, draft: CarryingDraft = TOLD) -> list[str]:
    """Return why the result of a rumour cannot be reported back."""
    with pytest.raises(InvalidDraft) as caught:
        carry(database, uid, draft)
    return [problem.code for problem in caught.value.problems]


def test_a_false_rumour_goes_its_way_and_its_delay_is_counted(database: Database) -> None:
    uid = makers.write_rumour(database)
    assert read(database, uid).state == "heard"
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result=None, found_on=None))
    assert read(database, uid).state == "verifying"
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft())
    assert read(database, uid).state == "verified"
    makers.rectify(database, uid)
    row = read(database, uid)
    assert (row.state, row.result, row.hours) == ("corrected", "vr.false", 17)
    assert row.rectification is not None
    assert row.rectification.text.ar == "لم تسجل مصالح الأمن الوطني أي حالة اختطاف."
    carry(database, uid)
    row = read(database, uid)
    assert (row.state, row.back_on, row.back_to) == ("carried", TOLD.back_on, TOLD.back_to)
    with database.write(Actor.CHIEF) as session:
        close_rumour(session, uid, row.version, date(2026, 10, 20), "انتهى تداولها")
    assert read(database, uid).state == "closed"
    with database.write(Actor.CHIEF) as session:
        close_rumour(session, uid, get_record(session, Rumour, uid).version, None)
    assert read(database, uid).state == "carried"


def test_numbers_go_on_by_the_year_though_one_was_deleted(database: Database) -> None:
    first = makers.write_rumour(database)
    with database.write(Actor.CHIEF) as session:
        delete_rumour(session, first, get_record(session, Rumour, first).version)
    second = makers.write_rumour(database)
    other_year = makers.write_rumour(database, heard_on=date(2025, 12, 31))
    numbers = [read(database, uid).number for uid in (second, other_year)]
    assert numbers == ["02/2026", "01/2025"]
    with database.write(Actor.CHIEF) as session:
        restore_rumour(session, first)
    assert read(database, first).number == "01/2026"


def test_nothing_is_carried_back_before_it_is_established(database: Database) -> None:
    uid = makers.write_rumour(database)
    assert refused(database, uid) == ["not_verified"]
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft())
    assert refused(database, uid) == ["needs_rectification"]
    makers.rectify(database, uid)
    early = CarryingDraft(date(2026, 10, 15), "pc.meeting")
    assert refused(database, uid, early) == ["before_found"]


def test_a_true_rumour_is_carried_back_without_a_rectification(database: Database) -> None:
    uid = makers.write_rumour(database)
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result="vr.true"))
    carry(database, uid)
    row = read(database, uid)
    assert (row.state, row.hours) == ("carried", None)


def test_a_true_rumour_is_not_rectified(database: Database) -> None:
    uid = makers.write_rumour(database)
    published = makers.write_publication(database, kind="pb.rectification")
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result="vr.true"))
        with pytest.raises(InvalidDraft) as caught:
            link_rectification(session, uid, published)
    assert caught.value.problems[0].code == "nothing_to_rectify"


def test_a_communique_corrects_no_rumour(database: Database) -> None:
    uid, published = makers.write_rumour(database), makers.write_publication(database)
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft())
        with pytest.raises(InvalidDraft) as caught:
            link_rectification(session, uid, published)
    assert caught.value.problems[0].code == "no_rectification"


def test_a_rectification_that_is_deleted_corrects_nothing(database: Database) -> None:
    uid = makers.write_rumour(database)
    published = makers.rectify(database, uid)
    row = read(database, uid).rectification
    assert row is not None
    with database.write(Actor.CHIEF) as session:
        delete_publication(session, published, row.version)
    assert read(database, uid).state == "verified"


def test_a_result_that_proves_wrong_takes_its_rectification_back(database: Database) -> None:
    uid = makers.write_rumour(database)
    makers.rectify(database, uid)
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result="vr.true"))
    row = read(database, uid)
    assert (row.state, row.result, row.rectification) == ("verified", "vr.true", None)


def test_of_a_page_of_supporters_no_address_stays(database: Database) -> None:
    uid = makers.write_rumour(
        database, form="rk.page", page_name="أخبار أمن النخيل", page_address="facebook.com/amn"
    )
    assert read(database, uid).topic == "tp.7.4"
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result="vr.unofficial"))
    row = read(database, uid)
    assert (row.page_name, row.page_address) == ("أخبار أمن النخيل", None)


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"text": None}, {"text": "required"}),
        ({"text": "صاحب الخبر AB123456"}, {"text": "identity_number"}),
        ({"heard_on": None}, {"heard_on": "required"}),
        ({"form": "rk.x"}, {"form": "unknown_code"}),
        ({"page_address": "اسم"}, {"page_address": "not_an_address"}),
        ({"page_address": "facebook.com/people/x/1"}, {"page_address": "person_page"}),
        ({"language": None}, {"text_language": "required"}),
    ],
)
def test_what_makes_no_sense_is_refused(changes: dict[str, Any], refused: dict[str, str]) -> None:
    problems = check_rumour(makers.rumour_draft(**changes))
    assert {problem.field: problem.code for problem in problems} == refused


def test_nothing_was_heard_in_an_hour_to_come() -> None:
    later = clock.local(clock.now()) + timedelta(hours=1)
    draft = makers.rumour_draft(heard_on=later.date(), heard_at=later.time())
    assert [problem.code for problem in check_rumour(draft)] == ["in_future"]


def test_a_result_before_the_rumour_is_refused(database: Database) -> None:
    uid = makers.write_rumour(database)
    with database.write(Actor.CHIEF) as session, pytest.raises(InvalidDraft) as caught:
        record_finding(session, uid, makers.finding_draft(found_on=date(2026, 10, 14)))
    assert [problem.code for problem in caught.value.problems] == ["before_heard"]


def test_what_a_partner_told_is_followed_and_told_back(database: Database) -> None:
    makers.write_meeting(
        database,
        points=(PointDraft("rumour", "tp.7.1", "رادار مخفي", "ar"),),
        commitments=(),
        referrals=(),
    )
    with database.write(Actor.CHIEF) as session:
        (point,) = list_points(session)
        assert point.can_follow
        uid = follow_point(session, point.uid, point.version).uid
        record_finding(session, uid, makers.finding_draft(result="vr.true"))
    row = read(database, uid)
    assert (row.text, row.heard_on, row.heard_at) == (
        "رادار مخفي",
        date(2026, 10, 14),
        time(10, 30),
    )
    assert (row.channel, row.reach) == (None, None)  # nobody said them
    carry(database, uid)
    with database.read() as session:
        (point,) = list_points(session)
        assert (point.rumour, point.can_follow) == (uid, False)
        assert (point.state, point.given_on) == ("reply_given", TOLD.back_on)


def test_a_rumour_is_changed_without_losing_what_the_form_does_not_show(
    database: Database,
) -> None:
    uid = makers.write_rumour(database, translation="Enlèvement d'une élève", reach="rh.city")
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_rumour(session, uid)
        change_rumour(session, uid, draft)
        assert draft_of_rumour(session, uid) == draft


def test_the_list_is_narrowed_by_state_words_and_what_waits(database: Database) -> None:
    heard = makers.write_rumour(database)
    other = makers.write_rumour(
        database, text="Un radar caché avenue des Palmiers", language="fr", channel="rc.mouth"
    )
    makers.rectify(database, heard)

    def found(**wanted: Any) -> list[UUID]:
        with database.read() as session:
            ids = list_rumour_ids(session, RumourFilter(**wanted))
            rows = list_rumours_by_id(session, ids)
        return [rows[number].uid for number in ids]

    assert found() == [other, heard]
    assert found(state="corrected") == [heard]
    assert found(text="radars") == [other]
    assert found(text="اختطاف مزعوم") == []
    with database.write(Actor.CHIEF) as session:
        fact = makers.finding_draft(text="اختطاف مزعوم لا أساس له", language="ar")
        record_finding(session, heard, fact)
    assert found(text="اختطاف مزعوم") == [heard]  # the result is among its words
    assert found(channel="rc.mouth") == [other]
    carry(database, heard)
    assert found(is_open=True) == [other]


def test_a_like_rumour_of_the_last_days_is_offered(database: Database) -> None:
    uid = makers.write_rumour(database)
    typed = "خطف تلميذة قدام إعدادية النخيل"
    with database.read() as session:
        assert [row.uid for row in list_similar_rumours(session, typed, date(2026, 10, 20))] == [
            uid
        ]
        assert list_similar_rumours(session, typed, date(2026, 12, 20)) == []


def test_a_precinct_does_not_follow_what_another_office_heard(database: Database) -> None:
    uid = makers.write_rumour(database)
    with database.write(Actor.PROGRAM) as session:
        get_record(session, Rumour, uid).office_id = makers.another_office(session)
    with database.write(Actor.CHIEF) as session:
        for write in (
            lambda: record_finding(session, uid, makers.finding_draft()),
            lambda: delete_rumour(session, uid, get_record(session, Rumour, uid).version),
        ):
            with pytest.raises(NotAllowed):
                write()
    with database.read() as session:
        assert [row.uid for row in list_rumours(session)] == [uid]
        assert session.query(Point).count() == 0
