"""Publications: what is recorded, what is refused, and that a rectification stays one."""

from datetime import date, timedelta
from typing import Any

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.queries.publications import list_publications
from outreach_app.services.publications import (
    change_publication,
    check_publication,
    draft_of_publication,
)
from tests import makers


def codes(**changes: Any) -> dict[str, str]:
    """Return the errors of a draft, by field."""
    problems = check_publication(makers.publication_draft(**changes))
    return {problem.field: problem.code for problem in problems}


def test_a_publication_is_kept_as_it_was_given_out(database: Database) -> None:
    uid = makers.write_publication(database, topic="tp.1", address="https://www.dgsn.ma/x")
    with database.read() as session:
        (row,) = list_publications(session)
        assert draft_of_publication(session, uid).channels == ("pc.x", "pc.epress")
    assert (row.uid, row.kind, row.count, row.address) == (
        uid,
        "pb.communique",
        1,
        "https://www.dgsn.ma/x",
    )


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"title_ar": None, "title_fr": None}, {"title_ar": "required"}),
        ({"published_on": None}, {"published_on": "required"}),
        ({"kind": "pb.unknown"}, {"kind": "unknown_code"}),
        ({"channels": ("pc.x", "x")}, {"channels": "unknown_code"}),
        ({"address": "ici"}, {"address": "not_an_address"}),
        ({"count": 0}, {"count": "out_of_range"}),
        ({"count": 3, "address": "dgsn.ma"}, {"count": "statement_detail"}),
        ({"since_on": date(2026, 10, 17)}, {"since_on": "ends_before_start"}),
        ({"text_fr": "CIN AB123456"}, {"text_fr": "identity_number"}),
    ],
)
def test_what_makes_no_sense_is_refused(changes: dict[str, Any], refused: dict[str, str]) -> None:
    assert codes(**changes) == refused


def test_nothing_is_published_in_the_future() -> None:
    tomorrow = clock.today() + timedelta(days=1)
    assert codes(published_on=tomorrow) == {"published_on": "in_future"}


def test_a_total_needs_no_title() -> None:
    assert codes(title_ar=None, title_fr=None, count=2463, since_on=date(2026, 1, 1)) == {}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("pb.rectification", "pb.communique"), ("pb.communique", "pb.rectification")],
)
def test_a_rectification_stays_one_and_nothing_becomes_one(
    database: Database, was: str, becomes: str
) -> None:
    uid = makers.write_publication(database, kind=was)
    with database.write(Actor.CHIEF) as session:
        version = draft_of_publication(session, uid).version
        with pytest.raises(InvalidDraft) as refused:
            change_publication(
                session, uid, makers.publication_draft(kind=becomes, version=version)
            )
    assert [problem.code for problem in refused.value.problems] == ["fixed_kind"]
