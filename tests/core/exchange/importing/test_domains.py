"""Invalid signed values are kept in the journal, and unknown in the tables."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import func, select

from outreach_app.actors import Actor
from outreach_app.cli.lists import shown_row
from outreach_app.events import MAX_INTEGER, Event, Fields, Scalar
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.oddities import (
    count_oddities,
    list_oddities,
    note_oddity,
    show_oddity_again,
)
from outreach_app.i18n import Language
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.models import (
    JOURNALED,
    Commitment,
    JournalEvent,
    Meeting,
    Office,
    Partner,
    Point,
)
from outreach_app.models.base import Link
from outreach_app.progress import Progress
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.periods import Period
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from outreach_app.transfer.register.writing import write_register
from outreach_app.vocabulary import UNKNOWN
from tests import makers
from tests.core.exchange.forging import forge
from tests.core.exchange.network import Network, export, take, unsound, upto

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MEANINGLESS: dict[str, Fields] = {
    "office": {"role": "emperor"},
    "meeting": {
        "kind": "mt.<b>",
        "channel": "smoke",
        "people": {"headcount": -5000, "women": MAX_INTEGER},
        "bodies": MAX_INTEGER,
        "kinds_present": ["as.women", "nobody"],
    },
    "point": {"kind": "spell", "reaction": "ignored", "closed_on": "9999-12-31"},
    "commitment": {"owner": "nobody", "status": {"status": "cst.sold"}},
}


def import_changed(network: Network, tmp_path: Path, changes: dict[str, Fields]) -> None:
    """Import all that the chief wrote at headquarters, signed with other values."""

    def changed(event: Event) -> Event:
        fields = {
            name: value for name, value in changes.get(event.ent, {}).items() if name in event.d
        }
        return msgspec.structs.replace(event, d={**event.d, **fields})

    with network.chief.read() as session:
        last = session.scalars(select(func.max(JournalEvent.seq))).one()
    file = tmp_path / "changed.outreach"
    file.write_bytes(forge(network.chief, 1, last, dict.fromkeys(range(1, last + 1), changed)))
    (taken,) = import_paths(network.headquarters, [file], Progress()).files
    assert (taken.status, taken.code) == ("imported", "W_ODD" if changes else None)


def test_what_means_nothing_comes_in_as_unknown(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief, kinds_present=("as.women",), bodies=3)
    import_changed(network, tmp_path, MEANINGLESS)
    with network.headquarters.read() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert (meeting.kind, meeting.channel) == (UNKNOWN, UNKNOWN)
        assert (meeting.headcount, meeting.women, meeting.bodies) == (None, None, None)
        assert meeting.kinds_present == ("as.women",)
        points = session.scalars(select(Point)).all()
        assert {(point.kind, point.closed_on) for point in points} == {(UNKNOWN, None)}
        promises = session.scalars(select(Commitment)).all()
        assert {(row.owner, row.status) for row in promises} == {(UNKNOWN, UNKNOWN)}
        assert UNKNOWN in session.scalars(select(Office.role)).all()
    assert unsound(network.headquarters) == []


def test_a_number_that_is_a_path_and_a_telephone_without_end_are_unknown(
    network: Network, tmp_path: Path
) -> None:
    meeting = makers.write_meeting(network.chief)
    makers.write_partner(network.chief, phone="0522334455")
    changes: dict[str, Fields] = {
        "meeting": {
            "number": {"number_year": 2026, "number_sequence": 9, "number_station": "z/../../x"}
        },
        "partner": {"phone": "0" * 300},
    }
    import_changed(network, tmp_path, changes)
    with network.headquarters.read() as session:
        assert session.scalars(select(Meeting.number_station)).all() == [UNKNOWN]
        assert set(session.scalars(select(Partner.phone))) == {UNKNOWN}
    name = prepare_session_summary(network.headquarters, str(meeting)).stem(Language.FRENCH)
    assert Path(name).name == name
    assert name.startswith("seance-2026-")
    assert unsound(network.headquarters) == []


@pytest.mark.parametrize(
    "text", ["\x00", "", "  ", "\x9b31m", "\u202e7654321660\u202c", "a\u2028b", "a\U000e0041b"]
)
def test_texts_that_nobody_writes_are_unknown_and_can_be_given_out(
    network: Network, tmp_path: Path, text: str
) -> None:
    makers.write_meeting(network.chief)
    changes: dict[str, Fields] = {
        "meeting": {"subject_ar": "a\x00b", "place_ar": "\x1b[31m", "reference": "\ufffe"},
        "point": {"words": {"text": text, "language": "ar", "translation": "a\x01"}},
    }
    import_changed(network, tmp_path, changes)
    with network.headquarters.read() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert meeting.subject_ar == UNKNOWN
        assert {point.text for point in session.scalars(select(Point))} == {UNKNOWN}
        assert list_oddities(session)
        assert write_register(session, tmp_path / "out", Progress()).files
    assert unsound(network.headquarters) == []


def test_no_total_and_no_list_sees_it(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    changes = {**MEANINGLESS, "office": {}}
    import_changed(network, tmp_path, changes)
    total = prepare_national_summary_now(network.headquarters, YEAR).plan.total
    assert (total.participants, total.women) == (0, 0)


def test_an_unknown_status_offers_no_action(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    import_changed(network, tmp_path, {"meeting": {"status": {"status": "exploded"}}})
    with network.headquarters.read() as session:
        (row,) = list_meetings(session)
    assert (row.status, row.next_statuses) == (UNKNOWN, ())
    assert unsound(network.headquarters) == []


def test_every_field_has_a_domain() -> None:
    columns = {
        model.contract.entity: {
            name
            for field in model.contract.fields
            if not isinstance(field, Link)
            for name in field.columns
        }
        for model in JOURNALED
    }
    assert {entity: set(domains) for entity, domains in DOMAINS.items()} == columns


def test_whoever_received_it_is_told_until_it_is_corrected(network: Network) -> None:
    uid = makers.write_meeting(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        session.scalars(select(Meeting)).one().headcount = -5000
    take(network.headquarters, export(network.chief))
    with network.headquarters.read() as session:
        (row,) = list_oddities(session)
    assert (row.record, row.meeting, row.values) == (uid, uid, {"headcount": -5000, "women": 6})
    assert row.office is not None
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_meeting(session, uid)
        change_meeting(session, uid, replace(draft, headcount=50))
    take(network.headquarters, export(network.chief, first=upto(network.chief)))
    with network.headquarters.read() as session:
        assert list_oddities(session) == []


def import_told(network: Network, tmp_path: Path, fields: Fields) -> str | None:
    """Import the chief's meeting at headquarters, signed with other values; return the code."""

    def changed(event: Event) -> Event:
        said = {**event.d, **fields} if event.ent == "meeting" else event.d
        return msgspec.structs.replace(event, d=said)

    last = upto(network.chief)
    file = tmp_path / "changed.outreach"
    file.write_bytes(forge(network.chief, 1, last, dict.fromkeys(range(1, last + 1), changed)))
    (taken,) = import_paths(network.headquarters, [file], Progress()).files
    assert taken.status == "imported"
    return taken.code


def people_counted(network: Network) -> int:
    with network.headquarters.read() as session:
        totals = read_totals(session, YEAR, Total.PEOPLE)
        return sum(totals.number(Total.PEOPLE, each) for each in totals.offices(Total.PEOPLE))


def test_a_meeting_held_after_the_day_it_was_written_did_not_happen(
    network: Network, tmp_path: Path
) -> None:
    uid = makers.write_meeting(network.chief, headcount=20)
    assert import_told(network, tmp_path, {"when": {"held_on": "2026-12-30"}}) == "W_ODD"
    assert people_counted(network) == 0
    with network.headquarters.read() as session:
        (meeting,) = list_meetings(session)
        (row,) = list_oddities(session)
    assert (meeting.uid, meeting.status) == (uid, UNKNOWN)
    assert (row.record, row.values) == (uid, {"status": "held"})
    assert unsound(network.headquarters) == []


def test_a_day_that_cannot_be_is_told_as_none(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    assert import_told(network, tmp_path, {"when": {"held_on": "9999-12-31"}}) == "W_ODD"
    with network.headquarters.read() as session:
        (meeting,) = list_meetings(session)
    assert meeting.held_on == UNKNOWN_DAY
    assert shown_row(meeting)["held_on"] is None


def test_a_headcount_far_above_the_usual_counts_and_is_to_review(
    network: Network, tmp_path: Path
) -> None:
    uid = makers.write_meeting(network.chief, headcount=20)
    people: Fields = {"people": {"headcount": 99_999}}
    assert import_told(network, tmp_path, people) == "W_UNUSUAL"
    assert people_counted(network) == 99_999
    with network.headquarters.read() as session:
        (row,) = list_oddities(session)
    assert (row.record, row.values, row.unusual) == (uid, {}, {"headcount": 99_999})
    assert unsound(network.headquarters) == []


@pytest.mark.parametrize("people", [{"women": 9}, {"headcount": 8, "women": 9}])
def test_women_are_counted_among_people_alone(
    network: Network, tmp_path: Path, people: dict[str, Scalar]
) -> None:
    uid = makers.write_meeting(network.chief, headcount=20, women=5)
    assert import_told(network, tmp_path, {"people": people}) == "W_ODD"
    with network.headquarters.read() as session:
        totals = read_totals(session, YEAR, Total.WOMEN, Total.WOMEN_BLANK)
        assert totals.offices(Total.WOMEN) == []
        (office,) = totals.offices(Total.WOMEN_BLANK)
        assert totals.number(Total.WOMEN_BLANK, office) == 1
        (row,) = list_oddities(session)
    assert (row.record, row.values) == (uid, {"women": 9})
    assert unsound(network.headquarters) == []


def test_what_this_office_confirmed_itself_is_not_to_review(network: Network) -> None:
    makers.write_meeting(network.chief, headcount=5_000, confirmed=(5_000,))
    take(network.deputy, export(network.chief))
    with network.deputy.read() as session:
        assert list_oddities(session) == []


def test_an_oddity_that_somebody_saw_is_told_no_more(network: Network, tmp_path: Path) -> None:
    uid = makers.write_meeting(network.chief)
    import_changed(network, tmp_path, {"meeting": {"channel": "smoke"}})
    for change, count in ((note_oddity, 0), (show_oddity_again, 1)):
        with network.headquarters.write(Actor.HEADQUARTERS) as session:
            change(session, uid)
            assert count_oddities(session) == count


def test_a_sound_record_is_no_oddity(network: Network) -> None:
    makers.write_meeting(network.chief, kinds_present=("as.women",), bodies=3)
    take(network.headquarters, export(network.chief))
    with network.headquarters.read() as session:
        assert list_oddities(session) == []
