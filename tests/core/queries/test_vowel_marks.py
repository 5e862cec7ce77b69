"""Vowel marks and kashidas count neither in what was recorded nor in what is searched."""

import pytest

from outreach_app.database import Database
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.publications import PublicationFilter, list_publication_ids
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids
from tests import makers

SPELLINGS = ("النخيل", "النَّخِيل", "النـخيـــل", "النَّخـيل")


@pytest.mark.both_engines
@pytest.mark.parametrize("recorded", SPELLINGS)
def test_each_list_is_filtered_by_any_spelling(database: Database, recorded: str) -> None:
    makers.write_meeting(database, subject_ar=f"لقاء {recorded}")
    makers.write_partner(database, name_ar=f"ودادية {recorded}")
    makers.write_rumour(database, text=f"سرقة في {recorded}")
    makers.write_publication(database, title_ar=f"بلاغ عن {recorded}")
    with database.read() as session:
        for typed in SPELLINGS:
            found = (
                list_meeting_ids(session, MeetingFilter(text=typed)),
                list_partner_ids(session, PartnerFilter(text=typed)),
                list_rumour_ids(session, RumourFilter(text=typed)),
                list_publication_ids(session, PublicationFilter(text=typed)),
            )
            assert all(found), typed
