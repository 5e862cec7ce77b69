"""Invalid or contradictory values of a file are unknown in the tables."""

from datetime import date, timedelta

import pytest

from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.rules.domain_kinds import Held
from outreach_app.rules.known_values import keep_past, known_values, unusual_counts
from outreach_app.vocabulary import UNKNOWN


def test_what_means_nothing_is_unknown_and_the_rest_stays() -> None:
    said = {"channel": "smoke", "kind": "mt.<b>", "subject_fr": "x" * 100_000, "subject_ar": "لقاء"}
    assert known_values("meeting", said) == {
        "channel": UNKNOWN,
        "kind": UNKNOWN,
        "subject_fr": UNKNOWN,
        "subject_ar": "لقاء",
    }


def test_of_two_values_that_contradict_one_another_one_is_unknown() -> None:
    said: dict[str, Held] = {
        "headcount": 9,
        "women": 10,
        "held_on": "2026-11-02",
        "last_on": "2026-11-01",
    }
    assert known_values("meeting", said) == said | {"women": None, "last_on": None}
    agreeing: dict[str, Held] = {
        "headcount": 10,
        "women": 9,
        "held_on": "2026-11-01",
        "last_on": "2026-11-01",
    }
    assert known_values("meeting", agreeing) == agreeing
    assert known_values("point", {"kind": "spell"}) == {"kind": UNKNOWN}


@pytest.mark.parametrize(("days_ahead", "status"), [(8, "held"), (9, UNKNOWN)])
def test_a_meeting_written_as_held_well_ahead_of_its_day_has_no_status(
    days_ahead: int, status: str
) -> None:
    written_on = date(2026, 11, 2)
    held_on = (written_on + timedelta(days=days_ahead)).isoformat()
    values: dict[str, Held] = {"status": "held", "held_on": held_on}
    keep_past("meeting", values, written_on)
    assert values == {"status": status, "held_on": held_on}


@pytest.mark.parametrize(
    ("entity", "values", "kept"),
    [
        ("point", {"closed_on": "2029-01-01"}, {"closed_on": None}),
        ("finding", {"found_on": "2029-01-01"}, {"found_on": None}),
        ("referral", {"sent_on": "2029-01-01"}, {"sent_on": "2029-01-01"}),
        ("reply", {"replied_on": "2035-06-01"}, {"replied_on": UNKNOWN_DAY.isoformat()}),
        (
            "meeting",
            {"status": "held", "held_on": "2026-11-02", "last_on": "2029-01-01"},
            {"status": "held", "held_on": "2026-11-02", "last_on": None},
        ),
        (
            "meeting",
            {"status": "planned", "held_on": "2029-01-01", "last_on": "2029-01-02"},
            {"status": "planned", "held_on": "2029-01-01", "last_on": "2029-01-02"},
        ),
    ],
)
def test_what_took_place_did_not_after_it_was_written(
    entity: str, values: dict[str, Held], kept: dict[str, Held]
) -> None:
    keep_past(entity, values, date(2026, 11, 2))
    assert values == kept


def test_what_follows_in_a_record_does_not_come_before_it() -> None:
    heard: dict[str, Held] = {"heard_on": "2026-11-02", "closed_on": "2026-11-01"}
    assert known_values("rumour", heard) == heard | {"closed_on": None}
    sent: dict[str, Held] = {"sent_on": "2026-11-02", "answered_on": "2026-11-01"}
    assert known_values("referral", sent) == sent | {"answered_on": None}


def test_an_unusual_count_is_named_and_kept() -> None:
    counts: dict[str, Held] = {"headcount": 9_000, "women": 12, "bodies": None}
    assert unusual_counts("meeting", counts) == {"headcount": 9_000}
    assert unusual_counts("partner", counts) == {}
