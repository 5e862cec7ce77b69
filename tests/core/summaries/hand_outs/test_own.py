"""A point is told as a partner's own only where nobody else can have raised it."""

from uuid import UUID

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.points import PointDraft
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.hand_outs.test_facts import AUTUMN, plan


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


@pytest.mark.parametrize(
    ("came", "is_own", "is_quoted"),
    [
        ({"headcount": 1}, True, True),
        ({"headcount": None}, True, True),
        ({"headcount": 88}, False, True),
        ({"headcount": None, "pupils": 120, "kind": "mt.awareness"}, False, True),
        ({"headcount": 9, "bodies": 3}, False, False),
        ({"headcount": 135, "associations": 3, "kind": "mt.awareness"}, False, False),
    ],
)
def test_what_was_raised_is_the_partners_own_only_if_it_came_alone(
    database: Database, partner: UUID, came: dict[str, object], is_own: bool, is_quoted: bool
) -> None:
    points = (PointDraft("request", "tp.6.1", "مصابيح", "ar"),)
    parts = {"points": points, "commitments": (), "referrals": (), "women": None}
    makers.write_meeting(database, attendances=((partner, True),), **parts, **came)
    found = plan(database, partner)
    (remark,) = found.remarks
    assert (remark.is_own, bool(remark.words)) == (is_own, is_quoted)
    words = to_plain_text(realise_hand_out(found, Language.FRENCH, AUTUMN.last))
    assert ("Soulevé par les participants" in words) is not is_own
