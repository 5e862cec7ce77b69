"""Saved filters: restored unchanged, named per list, and erased with a person's name."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotFound
from outreach_app.models import JournalEvent, Person
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.partner_lists import PartnerFilter
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.records import get_record
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.saved_filters import (
    KeptFilter,
    find_left_filter,
    list_saved_filters,
)
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.services.erasure import erase_identity
from outreach_app.services.saved_filters import (
    discard_filter,
    leave_filter,
    rename_filter,
    restore_filter,
    save_filter,
)
from tests import makers

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MEETINGS = KeptFilter(MeetingFilter(text="النخيل", status="held"), {"period": "month"})


def names(database: Database, list_key: str = "meetings") -> list[str]:
    with database.read() as session:
        return list(list_saved_filters(session, list_key, MeetingFilter))


def save(database: Database, name: str, text: str = "") -> None:
    with database.write(Actor.CHIEF) as session:
        save_filter(session, "meetings", name, KeptFilter(MeetingFilter(text=text)))


@pytest.mark.parametrize(
    "kept",
    [
        MEETINGS,
        KeptFilter(
            MeetingFilter(
                first_day=date(2026, 10, 1), offices=frozenset({OfficeId(1), OfficeId(2)})
            )
        ),
        KeptFilter(PartnerFilter(is_active=False, met_in=YEAR)),
        KeptFilter(CommitmentFilter(status="cst.overdue", owner="precinct")),
        KeptFilter(PointFilter(topic="tp.6", has_reaction_day=True), {"territory": "office 4"}),
        KeptFilter(ReferralFilter(is_answered=False, held_in=YEAR)),
    ],
)
def test_a_filter_of_every_list_comes_back_as_it_was_saved(
    database: Database, kept: "KeptFilter[DataclassInstance]"
) -> None:
    kind = type(kept.wanted)
    with database.write(Actor.CHIEF) as session:
        save_filter(session, "list", "  Mon   filtre ", kept)
        leave_filter(session, "list", kept)
    with database.read() as session:
        assert list_saved_filters(session, "list", kind) == {"Mon filtre": kept}
        assert find_left_filter(session, "list", kind) == kept
        assert find_left_filter(session, "other", kind) is None
        assert session.query(JournalEvent).filter_by(entity="saved_filter").count() == 0


def test_names_are_in_their_order_whatever_the_accents(database: Database) -> None:
    for name in ("Écoles", "Zone", "Dépôt", "أحياء"):
        save(database, name)
    assert names(database)[:3] == ["Dépôt", "Écoles", "Zone"]
    assert names(database, "partners") == []


def test_a_filter_is_replaced_renamed_and_discarded_and_each_can_be_undone(
    database: Database,
) -> None:
    save(database, "One", "a")
    save(database, "Two", "b")
    with database.write(Actor.CHIEF) as session:
        _name, before = save_filter(session, "meetings", "One", MEETINGS)
        assert before is not None
        restore_filter(session, "meetings", "One", before)
        assert rename_filter(session, "meetings", "One", "Three") == "Three"
        gone = discard_filter(session, "meetings", "Two")
    assert names(database) == ["Three"]
    with database.write(Actor.CHIEF) as session:
        restore_filter(session, "meetings", "Two", gone)
        restore_filter(session, "meetings", "Three", None)
        kept = list_saved_filters(session, "meetings", MeetingFilter)
    assert kept == {"Two": KeptFilter(MeetingFilter(text="b"))}


def test_a_name_must_be_there_be_short_and_free(database: Database) -> None:
    save(database, "One")
    save(database, "Two")
    with database.write(Actor.CHIEF) as session:
        for name in ("  ", "x" * 51):
            with pytest.raises(InvalidDraft):
                save_filter(session, "meetings", name, MEETINGS)
        with pytest.raises(InvalidDraft):
            rename_filter(session, "meetings", "One", "Two")
        with pytest.raises(NotFound):
            rename_filter(session, "meetings", "Never", "Free")
        with pytest.raises(NotFound):
            discard_filter(session, "partners", "One")


def test_one_of_another_version_keeps_its_name_and_what_it_holds(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        restore_filter(session, "meetings", "Old", b'{"wanted":{"status":4},"relative":{}}')
        restore_filter(session, "meetings", "Older", b"[]")
    with database.read() as session:
        found = list_saved_filters(session, "meetings", MeetingFilter)
    assert found == {"Old": None, "Older": None}


@pytest.mark.parametrize(
    ("name", "text", "is_erased"),
    [
        ("Mine", "plantedname", True),
        ("Mine", "réunions de Zephyrin Plantedname", True),
        ("Zéphyrin Plantedname", "", True),
        ("Mine", "Plantedname Zephyrin", True),
        ("Mine", "Plantedname cabinet", True),
        ("Mme Plantedname", "", True),
        ("Mine", "zeph", True),
        ("Mine", "بلانتدنيم", True),
        ("Mine", "والبلانتدنيم", True),
        ("Mine", "06 12 34 56 78", True),
        ("Mine", "06 12 34 56", True),
        ("Tél. ٠٦١٢٣٤٥٦", "", True),
        ("Mine", "+212 612 345", True),
        ("Mine", "contact.planted@example.org", True),
        ("Mine", "z", False),
        ("Mine", "2026", False),
        ("Mine", "example.org", False),
        ("Mine", "Annakhil", False),
        ("Mine", "", False),
    ],
)
def test_an_erased_name_leaves_the_filters_that_look_for_it(
    database: Database, name: str, text: str, *, is_erased: bool
) -> None:
    partner = makers.write_partner(database)
    person = makers.write_person(
        database, partner, name_fr="Zephyrin Plantedname", name_ar="بلانتدنيم", phone="0612345678"
    )
    with database.write(Actor.CHIEF) as session:
        get_record(session, Person, person).identity.email = "contact.planted@example.org"  # type: ignore[union-attr]
    save(database, name, text)
    with database.write(Actor.CHIEF) as session:
        restore_filter(session, "meetings", "Old", b"[]")
        erase_identity(session, person)
    assert names(database) == ([] if is_erased else [name]) + ["Old"]
