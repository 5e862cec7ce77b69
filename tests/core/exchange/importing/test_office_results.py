"""The result of many files is reported by office, with the remaining gaps."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from outreach_app.exchange.importing.office_results import by_office
from outreach_app.exchange.importing.received_files import ImportSummary, ReceivedFile
from outreach_app.queries.stations import StationRow
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus


def station(office: UUID, city: str) -> StationRow:
    """A precinct of the most usual name."""
    return StationRow(
        device=uuid4(),
        office=office,
        role="precinct",
        number="1",
        name=Bilingual("السلام", "Assalam"),
        city=Bilingual(city, city),
        status="enrolled",
        revoked_from=None,
        enrolled_at=datetime(2026, 1, 5, tzinfo=UTC),
        is_own=False,
        is_sibling=False,
        computer=None,
        voucher=None,
        vouched=(),
        upto=0,
        put_aside=0,
    )


def came(sender: StationRow, last: int, *gaps: tuple[int, int], new: int = 1) -> ReceivedFile:
    return ReceivedFile(
        path=Path(f"{last}.outreach"),
        status=BundleStatus.IMPORTED,
        device=str(sender.device),
        office=sender.name,
        new=new,
        last=last,
        gaps=gaps,
    )


def test_two_offices_of_one_name_and_two_computers_of_one_office_are_told_apart() -> None:
    office = uuid4()
    first, second, other = (
        station(office, "Fès"),
        station(office, "Fès"),
        station(uuid4(), "Agadir"),
    )
    unknown = ReceivedFile(Path("x.outreach"), BundleStatus.REFUSED, "E_NOT_BUNDLE")
    summary = ImportSummary(
        (unknown, came(first, 1, new=3), came(second, 1, new=4), came(other, 1, new=5))
    )
    groups = by_office(summary, [first, second, other])
    assert [(group.office and group.office.city.fr, group.new) for group in groups] == [
        (None, 12),
        ("Agadir", 5),
        ("Fès", 7),
        (None, 0),
    ]
    assert [group.count(BundleStatus.REFUSED) for group in groups] == [1, 0, 0, 1]


def test_what_is_for_others_and_what_is_put_aside_is_counted_apart() -> None:
    sender = station(uuid4(), "Fès")
    aside = replace(
        came(sender, 1, new=0), status=BundleStatus.QUARANTINED, code="E_SENDER_REVOKED"
    )
    others = [
        ReceivedFile(Path(f"{n}.outreach"), BundleStatus.ELSEWHERE, "W_ELSEWHERE") for n in range(2)
    ]
    unknown = ReceivedFile(Path("x.outreach"), BundleStatus.REFUSED, "E_NOT_BUNDLE")
    summary = ImportSummary((*others, unknown, aside))
    groups = by_office(summary, [sender])
    assert [group.is_elsewhere for group in groups] == [False, False, False, True]
    assert [len(group.files) for group in groups] == [4, 1, 1, 2]
    assert [group.count(BundleStatus.QUARANTINED) for group in groups] == [1, 1, 0, 0]
    assert [group.count(BundleStatus.REFUSED) for group in groups] == [1, 0, 1, 0]


def test_a_trial_knows_the_office_of_a_number_that_only_it_enrolled() -> None:
    known, renewed = station(uuid4(), "Fès"), station(uuid4(), "Fès")
    groups = by_office(ImportSummary((came(renewed, 1),)), [known])
    assert groups[1].office == known


def test_a_gap_counts_where_no_later_file_filled_it() -> None:
    sender = station(uuid4(), "Fès")
    files = (came(sender, 9, (1, 6)), came(sender, 2, (3, 6)), came(sender, 4, (5, 6)))
    (everything, group) = by_office(ImportSummary(files), [sender])
    assert [row.state for row in group.files] == ["gap", "imported", "imported"]
    assert (everything.gaps, group.gaps) == (1, 1)
    filled = ImportSummary((*files, came(sender, 6)))
    (_everything, group) = by_office(filled, [sender])
    assert {row.state for row in group.files} == {"imported"}
    assert group.gaps == 0
