"""The JSON format of communication: export, import, and refusals."""

import json
import re
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.models import Finding, Point, Rumour
from outreach_app.progress import Progress
from outreach_app.services.awareness import AwarenessDraft, record_awareness
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.imports import revert_import
from outreach_app.services.points import answer_point
from outreach_app.services.readings import ReadingDraft, record_reading
from outreach_app.services.referrals import record_answer, refer_point
from outreach_app.services.remarks import RemarkDraft, record_remark
from outreach_app.services.rumours import CarryingDraft, carry_back
from outreach_app.startup import OpenOffice
from outreach_app.transfer.communication import read_communication
from outreach_app.transfer.communication_out import write_communication
from outreach_app.transfer.communication_tables import Table
from outreach_app.transfer.reports import ImportReport
from tests import makers
from tests.core.exchange.invariants import require_sound

TODAY = date(2026, 11, 20)


def fill(database: Database) -> None:
    """Record one of everything, with all dependent records."""
    rumour = makers.write_rumour(database, is_urgent=True)
    rectification = makers.rectify(database, rumour)
    makers.write_rumour(database, text="Coupure d’eau", language="fr", form="rk.page",
                        page_network="pc.facebook", page_name="Infos du quartier")  # fmt: skip
    with database.write(Actor.CHIEF) as session:
        row = session.query(Rumour).filter_by(uid=rumour).one()
        carry_back(session, rumour, row.version, CarryingDraft(TODAY, "pc.meeting", "الجمعيات"))
        seen = ReadingDraft(TODAY, rectification, is_at_least=True, views=800, reactions=40)
        record_reading(session, seen)
        record_reading(session, ReadingDraft(TODAY, account="pc.facebook", followers=8800))
        record_awareness(
            session,
            AwarenessDraft(date(2026, 11, 3), subject_fr="Internet", pupils=60, beneficiaries=64),
        )
        said = RemarkDraft("tp.6.1", "الإنارة منعدمة", "ar", date(2026, 11, 2), time(9, 30))
        remark = record_remark(session, said)
        answer_point(session, remark.uid, remark.version, "out.answered", "سيتم الإصلاح", "ar")
        sent = refer_point(session, remark.uid, remark.version, "rf.commune", date(2026, 11, 3))
        session.flush()
        record_answer(session, sent.uid, sent.version, date(2026, 11, 9), "أُصلح العمود", "ar")
        promise = CommitmentDraft("تتبع الإصلاح", "ar", "office", due_on=date(2026, 12, 1))
        promise_for_point(session, remark.uid, remark.version, promise)


def written(database: Database, file: Path) -> dict[str, Any]:
    with database.read() as session:
        write_communication(session, file)
    whole: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return whole


def bring_in(database: Database, file: Path) -> ImportReport:
    table, importing = read_communication(file, TODAY)
    assert table is Table.DOCUMENT
    with database.write(Actor.CHIEF) as session:
        return importing(session, file.name, Progress())


def without_uids(whole: dict[str, Any]) -> dict[str, Any]:
    """Return the content without uids of rumours, which differ between registers."""
    places = {item["uid"]: place for place, item in enumerate(whole["rumours"])}
    rumours = [{k: v for k, v in item.items() if k != "uid"} for item in whole["rumours"]]
    findings = [
        item | {"rumours": [places[uid] for uid in item["rumours"]]} for item in whole["findings"]
    ]
    return whole | {"rumours": rumours, "findings": findings}


def test_everything_goes_from_one_register_into_another(
    database: Database, headquarters: OpenOffice, tmp_path: Path
) -> None:
    chief, other = database, headquarters.database
    fill(chief)
    file = tmp_path / "communication.json"
    whole = written(chief, file)
    assert "diffusion restreinte" in whole["circulation"]
    assert [len(whole[name]) for name in ("publications", "readings", "rumours", "findings")] == [
        *(1, 2, 2, 1)
    ]

    report = bring_in(other, file)
    assert (report.created, report.failed) == (7, [])
    assert without_uids(written(other, tmp_path / "again.json")) == without_uids(whole)
    assert bring_in(other, file).created == 0
    require_sound(other)
    with other.read() as session:
        (remark,) = session.query(Point).filter(Point.received_on.is_not(None))
        assert (len(remark.referrals), len(remark.commitments), remark.state) == (1, 1, "committed")

    assert report.batch is not None
    with other.write(Actor.CHIEF) as session:
        revert_import(session, report.batch, Progress())
    assert not any(items for items in written(other, file).values() if isinstance(items, list))


def test_the_good_items_go_in_and_the_others_are_told(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "communication.json"
    whole: dict[str, object] = {
        "format": "outreach-communication",
        "version": 1,
        "rumours": [
            {"uid": "a", "text": "Coupure d’eau", "heard_on": "2026-11-02"},
            {"uid": "b", "text": "Fermeture", "heard_on": "2099-11-02"},
        ],
        "remarks": [{"text": "Merci", "received_on": "2026-11-02", "topic": "tp.8.4", "x": 1}],
        "findings": [{"rumours": ["c"], "result": "vr.none"}, {"rumours": []}],
    }
    file.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    report = bring_in(database, file)
    assert (report.created, report.ignored) == (2, {"x"})
    assert [(row.line, row.problems[0].code) for row in report.failed] == [
        (10, "in_future"),
        (25, "no_such_rumour"),
        (31, "no_such_rumour"),
    ]


def test_what_a_finding_established_is_taken_and_an_unknown_field_told(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "communication.json"
    finding = {"rumours": ["a"], "result": "vr.true", "found_on": "2026-11-03", "texte": "?"}
    whole = {
        "format": "outreach-communication",
        "version": 1,
        "rumours": [{"uid": "a", "text": "Coupure de trois jours", "heard_on": "2026-11-02"}],
        "findings": [finding | {"fact": "Deux jours de travaux", "translation": "يومان"}],
    }
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert bring_in(database, file).ignored == {"finding_texte"}
    with database.read() as session:
        found = session.query(Finding).one()
        assert (found.text, found.translation) == ("Deux jours de travaux", "يومان")


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"format": "outreach-meetings", "version": 1, "meetings": []}',
        '{"format": "outreach-communication", "version": 2}',
        '{"format": "outreach-communication", "version": 1, "rumours": {}}',
        '{"format": "outreach-communication", "version": 1, "rumours": ["x"]}',
    ],
)
def test_what_is_no_such_file_is_refused_whole(content: str, tmp_path: Path) -> None:
    file = tmp_path / "communication.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile):
        read_communication(file, TODAY)


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        ('"rumours": {}', "«rumours» في هذا الملف ليست لائحة"),
        ('"remarks": [{}, "x"]', "العنصر رقم 2 من «remarks» في هذا الملف ليس تسجيلا"),
    ],
)
def test_what_is_wrong_in_such_a_file_is_named(lists: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "communication.json"
    content = f'{{"format": "outreach-communication", "version": 1, {lists}}}'
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile) as refusal:
        read_communication(file, TODAY)
    assert said in re.sub("[\u2066-\u2069]", "", refusal.value.message)
