"""The journal after an erasure: its lines are removed, the chain and the rest stay."""

from outreach_app import journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.erased_lines import erase_cleared, erase_lines, erase_values
from outreach_app.events import decode
from outreach_app.models import Partner
from tests import makers
from tests.core.test_journal import events, unsound


def test_a_purged_record_leaves_one_last_event_on_the_version_it_had(database: Database) -> None:
    makers.write_partner(database)
    before = events(database)
    with database.write(Actor.CHIEF) as session:
        partner = makers.the_partner(session)
        version = partner.version
        journal.purge(session, partner)
    (last,) = events(database)[len(before) :]
    assert last.line is not None
    said = decode(last.line)
    assert (said.op, said.base, said.d) == ("purge", version, {})
    lines = [row.line for row in events(database) if row.record == last.record]
    assert lines == [None, last.line]


def test_a_record_changed_and_purged_in_one_write_says_only_that_it_is_gone(
    database: Database,
) -> None:
    makers.write_partner(database)
    before = events(database)
    with database.write(Actor.CHIEF) as session:
        partner = makers.the_partner(session)
        partner.place = "حي الأمل"
        journal.purge(session, partner)
    assert [row.operation for row in events(database)[len(before) :]] == ["purge"]


def test_a_value_is_erased_from_the_lines_that_a_later_one_says_whole(database: Database) -> None:
    uid = makers.write_partner(database)
    for place in ("حي الأمل", None):
        with database.write(Actor.CHIEF) as session:
            makers.the_partner(session).place = place
    with database.write(Actor.PROGRAM) as session:
        erased = [
            erase_values(session.connection(), journal.events_of(session, uid), ["place"])
            for _time in range(2)
        ]
    assert erased == [True, False]
    assert [row.line is None for row in events(database) if row.record == uid] == [
        False,
        True,
        False,
    ]
    assert not any(problem.startswith("chain") for problem in unsound(database))


def test_words_that_were_cleared_are_gone_and_what_was_said_without_words_stays(
    database: Database,
) -> None:
    uid = makers.write_partner(database, place="حي الأمل")
    for is_active in (False, True):
        with database.write(Actor.CHIEF) as session:
            makers.the_partner(session).is_active = is_active
    with database.write(Actor.CHIEF) as session:
        partner = makers.the_partner(session)
        partner.place = "حي النور"
        version = partner.version
        journal.clear(session, partner)
    for place in ("حي السلام", "حي الوفاء"):
        with database.write(Actor.CHIEF) as session:
            makers.the_partner(session).place = place
    rows = [row for row in events(database) if row.record == uid]
    assert [(row.operation, row.line is None) for row in rows] == [
        ("set", True),
        ("set", False),
        ("set", False),
        ("clear", False),
        ("set", False),
        ("set", False),
    ]
    clearing = rows[3].line
    assert clearing is not None
    assert decode(clearing).base == version
    with database.write(Actor.PROGRAM) as session:
        assert not erase_cleared(session.connection(), journal.events_of(session, uid))
        assert not erase_cleared(session.connection(), journal.events_of(session, uid)[:1])
    assert unsound(database) == []


def test_a_record_said_again_is_whole_and_nothing_else_changes(database: Database) -> None:
    uid = makers.write_partner(database, place="حي الأمل")
    before = events(database)
    with database.write(Actor.PROGRAM) as session:
        journal.restate(session, makers.the_partner(session), "7@elsewhere")
        erase_lines(session.connection(), [])
    (last,) = events(database)[len(before) :]
    assert last.line is not None
    said = decode(last.line)
    assert (said.op, said.base, said.d["place"]) == ("set", "7@elsewhere", "حي الأمل")
    assert [row.line is None for row in events(database) if row.record == uid] == [False, False]
    assert unsound(database) == []


def test_an_erasure_said_again_names_the_version_that_others_hold(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        journal.purge(session, makers.the_partner(session))
    with database.write(Actor.PROGRAM) as session:
        journal.restate_purge(session, Partner, uid, "7@elsewhere")
    last = events(database)[-1]
    assert last.line is not None
    said = decode(last.line)
    assert (last.record, said.op, said.base, said.d) == (uid, "purge", "7@elsewhere", {})


def test_what_has_lines_and_no_row_is_purged_by_its_last_version(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        makers.the_partner(session).place = "حي الأمل"
    with database.read() as session:
        version = makers.the_partner(session).version
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM partners")
    with database.write(Actor.PROGRAM) as session:
        journal.purge_unseen(session, Partner, uid)
    lines = [row.line for row in events(database) if row.record == uid]
    assert lines[:2] == [None, None]
    assert lines[-1] is not None
    said = decode(lines[-1])
    assert (said.op, said.base) == ("purge", version)
