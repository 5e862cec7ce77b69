"""The line of a record: what names it has the room."""

from outreach_app.queries.meetings import list_meetings
from tests import makers
from ui.context import AppContext
from ui.record_lines import meeting_line
from ui.words import code_words


def test_whom_a_meeting_is_with_is_cut_after_what_kind_it_is(context: AppContext) -> None:
    partner = makers.write_partner(context.office.database, name_ar="جمعية الأمل", name_fr=None)
    makers.write_meeting(
        context.office.database, subject_ar="الإنارة", attendances=((partner, True),)
    )
    (row,) = context.read(list_meetings)
    under = meeting_line(row).under
    assert under.index("جمعية الأمل") < under.index(code_words(row.kind))
