"""The columns of the lists of the page."""

from functools import partial

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.awareness import AwarenessRow
from outreach_app.queries.publications import PublicationRow
from outreach_app.queries.readings import ReadingRow
from outreach_app.queries.remarks import RemarkRow
from outreach_app.queries.rumours import RumourRow
from ui.communication.words import (
    awareness_words,
    days_words,
    delay_words,
    publication_words,
    reading_words,
    remark_words,
    rumour_words,
)
from ui.moments import when_words
from ui.record_lines import reaction_icon, reaction_words, rumour_standing
from ui.tables.columns import Column, Icon
from ui.words import (
    apart,
    code_words,
    rumour_icon,
)

_WORDS = 212  # minimum px of the words: beside a form the other columns are hidden


def _number(name: str, row: AwarenessRow) -> str:
    counted = getattr(row, name)
    return "" if counted is None else isolate(str(counted))


RUMOUR_COLUMNS: tuple[Column[RumourRow], ...] = (
    Column(
        lambda: _("What circulates"),
        lambda row: apart(rumour_words(row)),
        icon=lambda row: Icon("warning", "late") if row.is_urgent else None,
        least=_WORDS,
        sort_key="words",
    ),
    Column(
        lambda: _("Heard on"),
        lambda row: when_words(row.heard_on, row.heard_at),
        width=152,
        sort_key="heard",
        usual="falling",
    ),
    Column(
        lambda: _("Rectified after (h)"),
        lambda row: "" if row.hours is None else delay_words(row.hours),
        width=88,
        leaves=1,
        sort_key="delay",
    ),
    Column(
        lambda: _("State"),
        rumour_standing,
        icon=lambda row: Icon(*rumour_icon(row.state)),
        width=232,
        sort_key="state",
    ),
)

REMARK_COLUMNS: tuple[Column[RemarkRow], ...] = (
    Column(
        lambda: _("Remark"), lambda row: apart(remark_words(row)), least=_WORDS, sort_key="words"
    ),
    Column(
        lambda: _("Topic"), lambda row: code_words(row.topic), width=168, leaves=2, sort_key="topic"
    ),
    Column(
        lambda: _("Received on"),
        lambda row: when_words(row.received_on, row.received_at),
        width=152,
        sort_key="day",
    ),
    Column(
        lambda: _("How it came"),
        lambda row: code_words(row.channel) if row.channel else "",
        width=128,
        leaves=1,
        sort_key="channel",
    ),
    Column(
        lambda: _("State"),
        reaction_words,
        icon=lambda row: Icon(*reaction_icon(row)),
        width=160,
        sort_key="state",
    ),
)

AWARENESS_COLUMNS: tuple[Column[AwarenessRow], ...] = (
    Column(
        lambda: _("Awareness action"),
        lambda row: apart(awareness_words(row)),
        least=_WORDS,
        sort_key="words",
    ),
    Column(
        lambda: _("Date"),
        lambda row: days_words(row.held_on, row.last_on),
        width=200,
        sort_key="day",
        usual="falling",
    ),
    *(
        Column(title, partial(_number, name), width=width, leaves=leaves, sort_key=name)
        for name, title, width, leaves in (
            ("establishments", lambda: _("Establishments"), 112, 2),
            ("pupils", lambda: _("Pupils"), 88, 3),
            ("beneficiaries", lambda: _("Beneficiaries"), 112, 4),
            ("associations", lambda: _("Associations"), 104, 1),
        )
    ),
)

PUBLICATION_COLUMNS: tuple[Column[PublicationRow], ...] = (
    Column(
        lambda: _("Title"),
        lambda row: apart(publication_words(row)),
        least=_WORDS,
        sort_key="words",
    ),
    Column(
        lambda: _("Kind"), lambda row: code_words(row.kind), width=136, leaves=3, sort_key="kind"
    ),
    Column(
        lambda: _("Published on"),
        lambda row: when_words(row.published_on, row.published_at),
        width=152,
        sort_key="day",
        usual="falling",
    ),
    Column(
        lambda: _("Channels"),
        lambda row: " · ".join(map(code_words, row.channels)),
        width=160,
        leaves=2,
    ),
    Column(
        lambda: _("Items published"),
        lambda row: isolate(str(row.count)),
        width=128,
        leaves=1,
        sort_key="count",
    ),
)


def _count(count: int | None, *, at_least: bool = False) -> str:
    if count is None:
        return ""
    return isolate(f"> {count}" if at_least else str(count))


READING_COLUMNS: tuple[Column[ReadingRow], ...] = (
    Column(
        lambda: _("What was read"),
        lambda row: apart(reading_words(row)),
        least=_WORDS,
        sort_key="words",
    ),
    Column(
        lambda: _("Read on"),
        lambda row: when_words(row.read_on, row.read_at),
        width=152,
        sort_key="day",
        usual="falling",
    ),
    Column(
        lambda: _("Interactions"),
        lambda row: _count(row.interactions, at_least=row.is_at_least),
        width=120,
        sort_key="interactions",
    ),
    Column(
        lambda: _("Views"), lambda row: _count(row.views), width=120, leaves=1, sort_key="views"
    ),
    Column(
        lambda: _("Followers"),
        lambda row: _count(row.followers),
        width=120,
        leaves=2,
        sort_key="followers",
    ),
)
