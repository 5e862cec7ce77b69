"""Remarks on a publication, on behalf of an organisation, and information received."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.models import Point, Publication
from outreach_app.queries.partners import list_partner_names
from outreach_app.queries.records import get_record
from outreach_app.queries.remarks import (
    RemarkFilter,
    RemarkRow,
    count_remarks_on,
    get_remark,
    list_remark_ids,
)
from outreach_app.services.publications import delete_publication
from outreach_app.services.referrals import refer_point
from outreach_app.services.remarks import change_remark, draft_of_remark
from tests import makers
from tests.remarks import write_remark

DAY = date(2026, 10, 20)


def read(database: Database, uid: UUID) -> RemarkRow:
    with database.read() as session:
        return get_remark(session, uid)


def test_a_remark_made_on_a_publication_shows_on_both_sides(database: Database) -> None:
    published = makers.write_publication(database, title_fr="Communiqué sur la plage")
    other = makers.write_publication(database, title_fr="Autre communiqué")
    uid = write_remark(database, received_through="rv.comment", publication=published)
    write_remark(database)
    row = read(database, uid)
    assert (row.publication, row.publication_title.fr) == (published, "Communiqué sur la plage")
    with database.write(Actor.CHIEF) as session:
        assert [count_remarks_on(session, each) for each in (published, other)] == [1, 0]
        listed = list_remark_ids(session, RemarkFilter(publication=published))
        assert len(listed) == 1
        draft = draft_of_remark(session, uid)
        changed = change_remark(session, uid, replace(draft, publication=other))
        assert changed.publication is not None
        session.flush()
        delete_publication(session, other, changed.publication.version)
    # Deleted records are not mentioned; the remark stays.
    assert (read(database, uid).publication, read(database, uid).text) == (None, row.text)


@pytest.mark.parametrize("changes", [{"count": 12, "title_fr": None}, {}])
def test_a_remark_is_linked_to_one_publication_of_its_own_office(
    database: Database, changes: dict[str, Any]
) -> None:
    published = makers.write_publication(database, **changes)
    if not changes:
        with database.write(Actor.CHIEF) as session:
            other = makers.another_office(session)
            get_record(session, Publication, published).office_id = other
    with pytest.raises(InvalidDraft) as refused:
        write_remark(database, publication=published)
    assert [problem.code for problem in refused.value.problems] == ["not_own"]


def test_information_received_tells_what_became_of_it(database: Database) -> None:
    uid = write_remark(database, kind="information", reaction="out.looked_into")
    with database.write(Actor.CHIEF) as session:
        refer_point(session, uid, get_record(session, Point, uid).version, "rf.pj", DAY)
    row = read(database, uid)
    assert (row.kind, row.state, row.reaction) == ("information", "referred", "out.looked_into")


def test_on_whose_behalf_follows_a_merge(database: Database) -> None:
    winner, loser = (makers.write_partner(database, name_fr=name) for name in ("Un", "Deux"))
    uid = write_remark(database, raised_by=loser)
    makers.merge(database, winner, loser)
    with database.read() as session:
        assert draft_of_remark(session, uid).raised_by == winner
        assert winner in list_partner_names(session)
        assert loser not in list_partner_names(session)


def test_a_remark_is_not_earlier_than_the_publication_that_it_is_about(database: Database) -> None:
    published = makers.write_publication(database)
    with pytest.raises(InvalidDraft) as refused:
        write_remark(database, publication=published, received_on=date(2026, 1, 1))
    assert [problem.code for problem in refused.value.problems] == ["before_published"]
