"""Figures of communication: rumours by the day heard, kinds with their share."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.queries.awareness import (
    AwarenessFilter,
    count_awareness,
    list_awareness,
    list_awareness_ids,
)
from outreach_app.queries.communication import (
    Delays,
    count_rumours_told,
    get_communication_figures,
    own_alone,
)
from outreach_app.queries.publications import PublicationFilter, list_publication_ids
from outreach_app.queries.records import get_record
from outreach_app.queries.remark_figures import count_remarks_told
from outreach_app.queries.remarks import RemarkFilter, list_remark_ids
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids
from outreach_app.rules.periods import Period
from outreach_app.services.awareness import AwarenessDraft, record_awareness
from outreach_app.services.points import answer_point, close_point, give_reply
from outreach_app.summaries.communication.arabic_waits import waits as arabic_waits
from outreach_app.summaries.communication.facts import remark_facts
from outreach_app.summaries.communication.french_waits import waits as french_waits
from outreach_app.summaries.prose.blocks import plain
from tests import makers
from tests.remarks import write_remark

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def test_one_rectification_counts_by_the_day_where_an_hour_is_not_recorded(
    database: Database,
) -> None:
    makers.rectify(database, makers.write_rumour(database, heard_at=None))
    makers.rectify(database, makers.write_rumour(database, heard_on=date(2026, 9, 30)))
    for first, is_by_day in ((OCTOBER.first, True), (date(2026, 9, 30), False)):
        with database.read() as session:
            told = count_rumours_told(
                session, Period(first, OCTOBER.last), date(2026, 11, 30), own_alone(session)
            )
        assert told.is_by_day is is_by_day


def test_rumours_are_counted_by_the_day_heard_with_their_delays(database: Database) -> None:
    early = makers.write_rumour(database)  # 18:20, published the next day at 11:05
    late = makers.write_rumour(database, heard_at=time(20, 45))
    after = makers.write_rumour(database, heard_on=date(2026, 10, 16), heard_at=time(12, 0))
    for uid in (early, late, after):
        makers.rectify(database, uid)
    makers.write_rumour(database, heard_on=date(2026, 10, 31))
    makers.write_rumour(database, heard_on=date(2026, 9, 30))
    with database.read() as session:
        figures = get_communication_figures(session, OCTOBER)
        for figure in (figures.rumours, figures.rectified):
            assert isinstance(figure.wanted, RumourFilter)
            assert len(list_rumour_ids(session, figure.wanted)) == figure.now
    assert (figures.rumours.now, figures.rumours.before) == (4, 1)
    assert (figures.rectified.now, figures.rectified.before) == (3, 0)
    # The one heard after the rectification was out has no delay.
    assert (figures.hours, figures.hours_before) == (Delays(16, 17), Delays(None, None))


def test_publications_are_counted_by_kind_with_their_shares(database: Database) -> None:
    for kind, count in (("communique", 2463), ("rectification", 288), ("reportage", 1675)):
        makers.write_publication(database, kind=f"pb.{kind}", count=count)
    makers.write_publication(database, published_on=date(2026, 9, 30))
    with database.read() as session:
        figures = get_communication_figures(session, OCTOBER)
        wanted = figures.kinds[0].figure.wanted
        assert isinstance(wanted, PublicationFilter)
        assert len(list_publication_ids(session, wanted)) == 1
    assert (figures.publications.now, figures.publications.before) == (4426, 1)
    assert [(row.kind, row.figure.now, row.share) for row in figures.kinds] == [
        ("pb.communique", 2463, Decimal("55.6")),
        ("pb.rectification", 288, Decimal("6.5")),
        ("pb.reportage", 1675, Decimal("37.8")),
    ]


def test_remarks_are_counted_by_how_they_came_with_their_waits(database: Database) -> None:
    answered = write_remark(database)
    write_remark(database, received_through="rv.letter")
    write_remark(database, received_on=date(2026, 10, 20), reaction="out.under_study")
    write_remark(database, received_on=date(2026, 9, 30))
    with database.write(Actor.CHIEF) as session:
        point = get_record(session, Point, answered)
        give_reply(session, answered, point.version, date(2026, 10, 18), "", "")
    with database.read() as session:
        figures = get_communication_figures(session, OCTOBER).remarks
        told = count_remarks_told(session, OCTOBER, date(2026, 10, 17), None)
        for figure in (figures.received, figures.unanswered, *dict(figures.channels).values()):
            assert isinstance(figure.wanted, RemarkFilter)
            assert len(list_remark_ids(session, figure.wanted)) == figure.now
    assert (figures.received.now, figures.received.before) == (3, 1)
    assert (figures.unanswered.now, figures.unanswered.before) == (1, 1)
    assert [(code, figure.now) for code, figure in figures.channels] == [
        ("rv.phone", 2),
        ("rv.letter", 1),
    ]
    assert (figures.reaction.median, figures.reaction.worst) == (3, 3)
    # On the seventeenth the reply was not given yet.
    assert (told.received, told.unanswered, told.reaction.points) == (3, 2, 0)


def test_a_closing_after_an_answer_is_not_the_day_of_a_reply(database: Database) -> None:
    for day in (date(2026, 10, 2), date(2026, 10, 10)):
        uid = write_remark(database, received_on=date(2026, 10, 1))
        with database.write(Actor.CHIEF) as session:
            point = get_record(session, Point, uid)
            answer_point(session, uid, point.version, "out.no_followup", None, "fr")
            point.reacted_on = day
            session.flush()
            close_point(session, uid, point.version, date(2026, 10, 10))
    with database.read() as session:
        told = count_remarks_told(session, OCTOBER, date(2026, 10, 31), None)
    # The one that was answered on the second may have been told of it on any day.
    assert (told.reaction.points, told.reaction.worst) == (1, 9)


def test_what_a_service_answered_is_no_reply_of_ours(database: Database) -> None:
    ours = write_remark(database, received_on=date(2026, 10, 5))
    with database.write(Actor.CHIEF) as session:
        give_reply(session, ours, get_record(session, Point, ours).version, OCTOBER.last, "", "")
    with database.read() as session:
        assert count_remarks_told(session, OCTOBER, OCTOBER.last, None).are_replies
    closed = write_remark(database, received_on=date(2026, 10, 6))
    with database.write(Actor.CHIEF) as session:
        close_point(session, closed, get_record(session, Point, closed).version, OCTOBER.last)
    with database.read() as session:
        told = count_remarks_told(session, OCTOBER, OCTOBER.last, None)
    assert (told.reaction.points, told.are_replies) == (2, False)
    facts = remark_facts(told)
    for language, said in (
        (
            Language.FRENCH,
            "Pour les 2 remarques dont l’issue est datée (réponse",
        ),
        (Language.ARABIC, "وفي ما يخص ملاحظتين عُرف تاريخ مآلهما (رد الدائرة الأمنية أو جواب"),
    ):
        waits = french_waits if language is Language.FRENCH else arabic_waits
        assert said in "".join(map(plain, waits(facts))).replace("\u00a0", " ")


def test_associations_on_the_list_of_who_came_are_counted_where_nobody_typed_a_number(
    database: Database,
) -> None:
    came = tuple((makers.write_partner(database, name_ar=name), True) for name in "بت")
    other = makers.write_partner(database, name_ar="ث", category="pt.company", type=None)
    held = {"kind": "mt.openday", "held_on": date(2026, 10, 3)}
    makers.write_meeting(database, attendances=(*came, (other, True)), **held)
    makers.write_meeting(database, attendances=came, associations=1, **held)
    makers.write_meeting(database, attendances=((came[0][0], False),), **held)
    with database.read() as session:
        counted = count_awareness(session, AwarenessFilter(begun_in=OCTOBER))
        listed = list_awareness(session)
    assert (counted.associations, counted.associations_noted) == (3, 2)
    assert [row.associations for row in listed] == [None, 1, 2]


def test_awareness_is_counted_as_headquarters_counts_it(database: Database) -> None:
    talk = AwarenessDraft(date(2026, 10, 8), establishments=2, pupils=60, associations=1)
    with database.write(Actor.CHIEF) as session:
        record_awareness(session, talk)
        record_awareness(session, replace(talk, kind="mt.openday", beneficiaries=500, pupils=None))
        record_awareness(session, replace(talk, held_on=date(2026, 9, 30)))
    in_october = date(2026, 10, 3)
    makers.write_meeting(database, kind="mt.school", held_on=in_october, headcount=30, pupils=45)
    makers.write_publication(database, kind="pb.material", count=300)
    with database.read() as session:
        figures = get_communication_figures(session, OCTOBER).awareness
        assert isinstance(figures.actions.wanted, AwarenessFilter)
        assert len(list_awareness_ids(session, figures.actions.wanted)) == 3
        assert count_awareness(session, figures.actions.wanted).beside == 1
    assert (figures.actions.now, figures.actions.before) == (3, 1)
    assert (figures.establishments.now, figures.pupils.now) == (4, 105)
    assert (figures.beneficiaries.now, figures.associations.now) == (605, 2)
    assert figures.materials.now == 300
