"""What contradicts another value of its record is unknown, and the rest is kept."""

import pytest

from outreach_app.models import JOURNALED
from outreach_app.rules.domain_kinds import Held, Terms, Words
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.known_values import keep_agreeing
from outreach_app.vocabulary import UNKNOWN


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"headcount": 20, "women": 21}, {"headcount": 20, "women": None}),
        ({"headcount": 20, "bodies": 30}, {"headcount": 20, "bodies": None}),
        ({"headcount": 20, "women": 20, "bodies": 3}, {"headcount": 20, "women": 20, "bodies": 3}),
        ({"starts_at": "11:00", "ends_at": "10:00"}, {"starts_at": "11:00", "ends_at": None}),
        ({"starts_at": "10:00", "ends_at": "11:00"}, {"starts_at": "10:00", "ends_at": "11:00"}),
        ({"women": 7}, {"women": None}),
        ({"women": 7, "beneficiaries": 7}, {"women": 7, "beneficiaries": 7}),
        ({"women": 7, "beneficiaries": 6}, {"women": None, "beneficiaries": 6}),
    ],
)
def test_what_contradicts_another_value_of_a_meeting_is_unknown(
    values: dict[str, Held], kept: dict[str, Held]
) -> None:
    keep_agreeing("meeting", values)
    assert values == kept


@pytest.mark.parametrize("code", ["tp.6.9", "lx.6.1", "rf.harbour", "ph.6.1.2", "dp.9b2f860330"])
def test_the_code_of_an_entry_is_of_a_list_that_has_such(code: str) -> None:
    assert DOMAINS["entry"]["code"].kept(code) == code
    # another alphabet, another list, no list, a sign that is not seen, no code
    for odd in (f"{code[:-1]}\u0430", f"zz{code[2:]}", code.upper(), f"{code}\u200b", code * 9):
        assert DOMAINS["entry"]["code"].kept(odd) == UNKNOWN


def test_a_frequent_point_is_named_by_a_code() -> None:
    phrase = DOMAINS["point"]["phrase"]
    assert (phrase.kept("ph.6.1.9b2f860330"), phrase.kept("\u0440h.6.1.1")) == (
        "ph.6.1.9b2f860330",
        UNKNOWN,
    )


def test_other_records_are_left_as_they_are() -> None:
    values: dict[str, Held] = {"headcount": 1, "women": 2}
    keep_agreeing("partner", values)
    assert values == {"headcount": 1, "women": 2}


@pytest.mark.parametrize(
    ("entity", "field", "several", "kept"),
    [
        ("meeting", "kinds_present", "as.parents 5 pr.lawyer <b> pt.x", "as.parents pr.lawyer"),
        ("office", "omitted_sections", "names all 5", "names"),
        ("issue", "figures", "total.points=28 total.points=x a=b=1", "total.points=28"),
        ("issue", "hashes", f"{'a' * 64} {'a' * 63} {'g' * 64}", "a" * 64),
    ],
)
def test_of_several_values_those_out_of_form_are_left_out(
    entity: str, field: str, several: str, kept: str
) -> None:
    assert DOMAINS[entity][field].kept(several) == kept


def test_terms_that_mean_nothing_are_left_out() -> None:
    assert Terms().kept("meeting-72 meeting-x -3 nothing-36") == "meeting-72"


def test_no_value_is_longer_than_its_column() -> None:
    """A server refuses it, and the whole file that states it with it."""
    longer = [
        (model.contract.entity, name)
        for model in JOURNALED
        for name, domain in DOMAINS[model.contract.entity].items()
        if isinstance(domain, Words)
        and (length := getattr(model.__mapper__.columns[name].type, "length", None))
        and domain.most > length
    ]
    assert longer == []
