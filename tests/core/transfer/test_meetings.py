"""Meetings files: valid rows imported, others reported, no duplicates, nothing partial."""

import json
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from outreach_app import i18n
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language
from outreach_app.integrity import check_store
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.models import Meeting
from outreach_app.progress import Progress
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.points import list_points
from outreach_app.services.commitments import keep_commitment
from outreach_app.services.imports import Reverted, revert_import
from outreach_app.services.points import give_reply
from outreach_app.transfer.meetings_file import read_meetings
from outreach_app.transfer.meetings_import import import_meetings
from outreach_app.transfer.reports import ImportReport
from tests import makers

PRESS = Path(__file__).parents[2] / "data" / "press_meetings.json"
GOOD: dict[str, object] = {
    "uid": "one",
    "kind": "mt.periodic",
    "channel": "ch.inperson",
    "held_on": "2026-10-14",
}


def write(path: Path, *meetings: object) -> Path:
    content = {"format": "outreach-meetings", "version": 1, "meetings": list(meetings)}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def bring_in(database: Database, file: Path) -> ImportReport:
    entries = read_meetings(file)
    with database.write(Actor.CHIEF) as session:
        return import_meetings(session, entries, file.name, Progress())


def test_a_number_without_end_refuses_its_row_alone(database: Database, tmp_path: Path) -> None:
    file = write(tmp_path / "a.json", GOOD | {"headcount": 7}, GOOD | {"uid": "two"})
    file.write_text(file.read_text().replace(": 7", f": {'9' * 20_000}"))
    [failed] = bring_in(database, file).failed
    assert [(row.field, row.code) for row in failed.problems] == [("headcount", "not_a_number")]


@pytest.mark.parametrize(("stated", "kept"), [({}, True), (False, False), (True, True)])
def test_a_file_says_whether_a_practice_bears_a_persons_name(
    database: Database, tmp_path: Path, stated: object, kept: bool
) -> None:
    practice = {"name_fr": "Cabinet Omar Sellami", "category": "pt.liberal", "present": True}
    if isinstance(stated, bool):
        practice |= {"is_named_after_person": stated}
    bring_in(database, write(tmp_path / "a.json", GOOD | {"partners": [practice]}))
    with database.read() as session:
        assert makers.the_partner(session).is_named_after_person is kept


def test_the_press_meetings_go_in_once(database: Database) -> None:
    first, second = bring_in(database, PRESS), bring_in(database, PRESS)
    assert (first.created, first.updated, first.skipped, first.failed) == (3, 0, 0, [])
    assert (second.created, second.updated, second.skipped, second.batch) == (0, 0, 3, None)
    assert first.uids == second.uids
    with database.read() as session:
        row = next(row for row in list_meetings(session) if row.headcount == 75)
        assert (row.women, row.bodies, row.reference) == (
            20,
            46,
            "press-2014-08-07-sidi-bernoussi",
        )
        assert len(list_points(session)) == 10
    assert all(check.is_sound for check in check_store(database))


def test_the_same_reference_updates_its_meeting(database: Database, tmp_path: Path) -> None:
    bring_in(database, write(tmp_path / "a.json", GOOD | {"headcount": 10}))
    report = bring_in(database, write(tmp_path / "a.json", GOOD | {"headcount": 12}))
    assert (report.created, report.updated) == (0, 1)
    with database.read() as session:
        assert [row.headcount for row in list_meetings(session)] == [12]


def test_an_update_leaves_what_the_file_does_not_give_and_what_a_person_did_since(
    database: Database, tmp_path: Path
) -> None:
    rows: dict[str, object] = {
        "points": [{"kind": "concern", "topic": "tp.6.1", "text": "A", "language": "fr"}],
        "commitments": [{"text": "C", "language": "fr", "owner": "office", "point": 0}],
    }
    file = write(tmp_path / "a.json", GOOD | {"headcount": 10} | rows)
    bring_in(database, file)
    with database.write(Actor.CHIEF) as session:
        meeting = makers.the_meeting(session)
        commitment, point = meeting.commitments[0], meeting.points[0]
        keep_commitment(session, commitment.uid, commitment.version)
        give_reply(session, point.uid, point.version, date(2026, 10, 20), "X", "phone")
    bring_in(database, file)
    new = {"kind": "request", "topic": "tp.8.4", "text": "B", "language": "fr"}
    rows["points"] = [new, *cast("list[object]", rows["points"])]
    rows["commitments"] = [{"text": "C", "language": "fr", "owner": "office", "point": 1}]
    bring_in(database, write(file, GOOD | rows))
    with database.read() as session:
        meeting = makers.the_meeting(session)
        assert meeting.headcount == 10
        points = [(p.text, p.given_to) for p in meeting.points if not p.is_deleted]
        assert points == [("B", None), ("A", "X")]
        assert [(c.status, c.point and c.point.text) for c in meeting.commitments] == [
            ("cst.done", "A")
        ]
    assert all(check.is_sound for check in check_store(database))


def test_a_reference_that_stands_twice_goes_in_once(database: Database, tmp_path: Path) -> None:
    file = write(tmp_path / "a.json", GOOD | {"headcount": 10}, GOOD | {"headcount": 12})
    report = bring_in(database, file)
    assert (report.created, report.failed[0].problems[0].code) == (1, "duplicate_reference")
    with database.read() as session:
        assert makers.the_meeting(session).headcount == 10


def test_meetings_stand_anywhere_in_the_file(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    row = json.dumps(GOOD)
    file.write_text(
        '{"meta": {"meetings": []}, "format": "outreach-meetings", "version": 1,\n'
        f'"m\\u0065etings": [\n{row}\n]}}'
    )
    entries = read_meetings(file)
    assert [entry.line for entry in entries] == [3]
    assert bring_in(database, file).created == 1


def test_an_import_that_was_given_out_is_kept(database: Database, tmp_path: Path) -> None:
    batch = bring_in(database, write(tmp_path / "a.json", GOOD)).batch
    assert batch is not None
    with database.read() as session:
        meeting = makers.the_meeting(session).uid
    makers.give(database, prepare_session_summary(database, str(meeting)))
    with database.write(Actor.CHIEF) as session:
        assert revert_import(session, batch, Progress()) == Reverted(removed=0, restored=0, kept=1)


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"held_on": "2026-02-31"}, "held_on", "invalid_date"),
        ({"held_on": "31/02/2026"}, "held_on", "invalid_date"),
        ({"held_on": None}, "held_on", "required"),
        ({"kind": "mt.none"}, "kind", "unknown_code"),
        ({"headcount": 3, "women": 4}, "women", "more_women"),
        ({"women": 4}, "women", "women_of_nobody"),
        ({"headcount": 10**30}, "headcount", "too_many"),
        ({"headcount": 10**30, "counts_confirmed": True}, "headcount", "too_many"),
        ({"headcount": 5000}, "headcount", "odd"),
        ({"held_on": "2099-01-01"}, "held_on", "not_yet_held"),
        ({"headcount": 3, "bodies": 4}, "bodies", "more_bodies"),
        ({"headcount": "many"}, "headcount", "not_a_number"),
        ({"headcount": 1.5}, "headcount", "not_a_number"),
        ({"headcount": True}, "headcount", "not_a_number"),
        ({"start": "25:00"}, "start", "invalid_time"),
        ({"partners": [{"name_ar": " ", "name_fr": ""}]}, "name_ar", "required"),
        ({"partners": "names"}, "partners", "not_a_list"),
        ({"points": [{"kind": "concern"}]}, "points.1.topic", "required"),
        ({"points": ["text"]}, "points.1", "not_an_object"),
        ({"subject_ar": "x" * 1_000_000}, "subject_ar", "too_long"),
        (
            {"commitments": [{"text": "t", "language": "fr", "owner": "x"}]},
            "commitments.1.owner",
            "unknown_code",
        ),
        (
            {
                "commitments": [
                    {"text": "t", "language": "fr", "owner": "office", "status": "cst.overdue"}
                ]
            },
            "commitments.1.status",
            "unknown_code",
        ),
        (
            {"referrals": [{"to": "rf.commune", "topic": "tp.6.1", "point": 3}]},
            "referrals.1.point",
            "no_such_point",
        ),
    ],
)
def test_a_bad_row_stays_out_with_its_line_field_and_reason(
    database: Database, tmp_path: Path, change: dict[str, object], field: str, code: str
) -> None:
    file = write(tmp_path / "a.json", GOOD, GOOD | {"uid": "two"} | change)
    report = bring_in(database, file)
    assert (report.created, len(report.failed)) == (1, 1)
    failed = report.failed[0]
    assert (field, code) in {(problem.field, problem.code) for problem in failed.problems}
    assert '"two"' in "".join(file.read_text(encoding="utf-8").splitlines()[failed.line - 1 :][:2])
    with database.read() as session:
        assert len(list_meetings(session)) == 1
        assert list_partners(session) == []


def test_a_sensitive_word_stays_out_until_somebody_gives_a_reason(
    database: Database, tmp_path: Path
) -> None:
    point = {"kind": "concern", "topic": "tp.6.4", "language": "fr"}
    meeting = GOOD | {"points": [point | {"text": "Présence d’un toxicomane"}]}
    refused = bring_in(database, write(tmp_path / "meetings.json", meeting))
    assert [problem.code for row in refused.failed for problem in row.problems] == ["sensitive"]
    given = meeting | {"sensitive_reason": "Parole des riverains"}
    taken = bring_in(database, write(tmp_path / "meetings.json", given))
    assert (taken.created, taken.failed) == (1, [])
    with database.read() as session:
        assert makers.the_meeting(session).sensitive_reason == "Parole des riverains"


@pytest.mark.parametrize("language", list(Language))
def test_reasons_are_in_the_language_of_the_person(tmp_path: Path, language: Language) -> None:
    i18n.use(language)
    file = write(tmp_path / "a.json", GOOD | {"held_on": "31/02/2026"})
    message = read_meetings(file)[0].problems[0].message
    assert ("n’existe pas" in message) == (language is Language.FRENCH)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"format": "outreach-meetings", "version": 2, "meetings": []}',
        b'{"format": "outreach-meetings", "version": 1, "meetings": {}}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_what_is_no_meetings_file_is_refused_whole(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(content)
    with pytest.raises(UnreadableFile):
        read_meetings(file)


def test_bidi_overrides_and_control_characters_are_taken_out(
    database: Database, tmp_path: Path
) -> None:
    name = "جمعية\u202e النخيل\u0000\u200f"
    bring_in(database, write(tmp_path / "a.json", GOOD | {"partners": [{"name_ar": name}]}))
    with database.read() as session:
        assert list_partners(session)[0].name.ar == "جمعية النخيل"


def test_partners_are_matched_across_spelling(database: Database, tmp_path: Path) -> None:
    makers.write_partner(database, name_ar="جمعية الأمل", name_fr=None)
    row = GOOD | {"partners": [{"name_ar": "جمعيّة الامل", "type": "as.residents"}]}
    bring_in(database, write(tmp_path / "a.json", row))
    with database.read() as session:
        assert len(list_partners(session)) == 1
        assert len(makers.the_meeting(session).attendances) == 1


def test_undoing_an_import_takes_out_what_it_brought_and_keeps_later_work(
    database: Database, tmp_path: Path
) -> None:
    bring_in(database, write(tmp_path / "a.json", GOOD | {"headcount": 10}))
    rows = [GOOD | {"headcount": 12}, GOOD | {"uid": "two"}, GOOD | {"uid": "three"}]
    batch = bring_in(database, write(tmp_path / "b.json", *rows)).batch
    assert batch is not None
    with database.write(Actor.CHIEF) as session:
        meeting = next(m for m in session.query(Meeting) if m.reference == "three")
        meeting.women = 3
        meeting.headcount = 9
    with database.write(Actor.CHIEF) as session:
        assert revert_import(session, batch, Progress()) == Reverted(removed=1, restored=1, kept=1)
    with database.read() as session:
        left = {row.reference: row.headcount for row in list_meetings(session)}
    assert left == {"one": 10, "three": 9}
    assert all(check.is_sound for check in check_store(database))


def test_fewer_bodies_than_partners_refuse_their_row_alone(
    database: Database, tmp_path: Path
) -> None:
    partners = [{"name_fr": f"Association {name}", "category": "pt.association"} for name in "AB"]
    wrong = GOOD | {"uid": "two", "headcount": 9, "bodies": 1, "partners": partners}
    report = bring_in(database, write(tmp_path / "a.json", GOOD, wrong, GOOD | {"uid": "three"}))
    assert (report.created, [row.line for row in report.failed]) == (2, [11])
    assert [problem.code for problem in report.failed[0].problems] == ["fewer_bodies"]
    with database.read() as session:
        assert list_partners(session) == []
