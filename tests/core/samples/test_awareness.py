"""Invented awareness actions: talks in schools during term, and people reached."""

from datetime import date

import pytest

from outreach_app.rules.kinds import MeetingKind
from outreach_app.samples.awareness import invent_awareness
from outreach_app.samples.fitting import is_term
from outreach_app.services.awareness import check_awareness

TODAY = date(2026, 10, 20)


@pytest.mark.parametrize("seed", ["1 0", "2 3", "9 9"])
def test_a_sample_year_has_four_actions_that_could_have_taken_place(seed: str) -> None:
    actions = invent_awareness(seed, TODAY)
    days = [action.held_on for action in actions]
    assert len(days) == 4
    assert days == sorted(days, key=str)
    for action in actions:
        assert check_awareness(action) == []
        assert action.held_on is not None
        assert action.held_on < TODAY
        assert action.beneficiaries
        is_talk = action.kind == MeetingKind.SCHOOL
        assert (action.pupils is not None) == is_talk
        assert is_term(action.held_on) or not is_talk
    assert invent_awareness(seed, TODAY) == actions
