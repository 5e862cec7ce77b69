"""What a file says and means nothing, or contradicts another value, is unknown in the tables."""

from outreach_app.rules.domain_kinds import Held
from outreach_app.rules.known_values import known_values
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
