"""The codes of headquarters' answers, derived only from the proposal."""

from uuid import UUID

from outreach_app.rules.proposals import (
    adopted_code,
    declined_code,
    is_declined,
    tail_of,
    topic_of_adopted,
)

PROPOSAL = UUID("018f6d2e-7c1b-7a3d-8e4f-129b2f860330")


def test_either_answer_says_which_proposal_it_is_of_and_what_it_was() -> None:
    adopted, declined = adopted_code("tp.6.1", PROPOSAL), declined_code(PROPOSAL)
    assert (adopted, declined) == ("ph.6.1.9b2f860330", "dp.9b2f860330")
    assert adopted.endswith(tail_of(PROPOSAL))
    assert declined.endswith(tail_of(PROPOSAL))
    assert (is_declined(declined), is_declined(adopted)) == (True, False)
    assert topic_of_adopted(adopted) == "tp.6.1"
