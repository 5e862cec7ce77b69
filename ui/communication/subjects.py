"""The lists of the page, each with its query, filters and actions."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import (
    AwarenessFilter,
    AwarenessRow,
    list_awareness_by_id,
    list_awareness_ids,
)
from outreach_app.queries.publications import (
    PublicationFilter,
    PublicationRow,
    list_publication_ids,
    list_publications_by_id,
)
from outreach_app.queries.readings import (
    ReadingFilter,
    ReadingRow,
    list_reading_ids,
    list_readings_by_id,
)
from outreach_app.queries.remarks import (
    RemarkFilter,
    RemarkRow,
    list_remark_ids,
    list_remarks_by_id,
)
from outreach_app.queries.rumours import (
    RumourFilter,
    RumourRow,
    list_rumour_ids,
    list_rumours_by_id,
)
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import VerificationSource
from outreach_app.rules.statuses import PointState, RumourState
from ui.actions.actions import Action
from ui.actions.awareness_actions import DELETE_AWARENESS
from ui.actions.point_actions import DELETE_REMARK, REMARK_ACTIONS, REPLY
from ui.actions.rumour_actions import (
    DELETE_PUBLICATION,
    DELETE_READING,
    OWN_RUMOUR_ACTIONS,
    finding_actions,
)
from ui.communication.awareness_form import awareness_kinds
from ui.communication.columns import (
    AWARENESS_COLUMNS,
    PUBLICATION_COLUMNS,
    READING_COLUMNS,
    REMARK_COLUMNS,
    RUMOUR_COLUMNS,
)
from ui.communication.words import (
    awareness_facts,
    awareness_words,
    publication_facts,
    publication_words,
    reading_facts,
    reading_words,
    remark_facts,
    remark_words,
    rumour_facts,
    rumour_words,
)
from ui.forms.choice_editor import Choice, from_catalogues
from ui.listings.subject import FilterPart, Subject, whole
from ui.record_lines import remark_state_words
from ui.words import rumour_state_words

RowT = TypeVar("RowT")


def _states() -> list[Choice]:
    named = [Choice(state, rumour_state_words(state)) for state in RumourState]
    return [Choice(None, _("State: all")), *named]


def _reaction_states() -> list[Choice]:
    named = [Choice(state, remark_state_words(state)) for state in PointState]
    return [Choice(None, _("State: all")), *named]


def _awareness_kinds() -> list[Choice]:
    return [Choice(None, _("Kind: all")), *awareness_kinds()]


def rumours(own: OfficeId, *, is_headquarters: bool) -> Subject[RumourRow, RumourFilter]:
    """Return the list of rumours; `own` is the office whose rumours can be edited."""
    carry_back, *of_own = (
        _where(lambda row: row.office == own, action) for action in OWN_RUMOUR_ACTIONS
    )
    begin, record, change = finding_actions(
        VerificationSource.HEADQUARTERS if is_headquarters else VerificationSource.OWN
    )
    # The first possible action is the next step: report a recorded result.
    return replace(_RUMOURS, actions=(begin, carry_back, record, change, *of_own))


def remarks(own: OfficeId, *, is_headquarters: bool) -> Subject[RemarkRow, RemarkFilter]:
    """Return the list of remarks; `own` is the office whose remarks can be edited."""

    def is_own(row: RemarkRow) -> bool:
        return row.office == own

    reactions: list[Action[RemarkRow]] = [*REMARK_ACTIONS, DELETE_REMARK]
    actions = [_where(is_own, action) for action in reactions]
    if is_headquarters:
        actions.append(_where(lambda row: not is_own(row), REPLY))
    return replace(_REMARKS, actions=tuple(actions))


def awareness(own: OfficeId) -> Subject[AwarenessRow, AwarenessFilter]:
    """Return the list of awareness actions; those of another office are read-only."""
    delete = _where(lambda row: row.office == own, DELETE_AWARENESS)
    return replace(_AWARENESS, actions=(delete,))


def publications(own: OfficeId) -> Subject[PublicationRow, PublicationFilter]:
    """Return the list of publications; those of another office are read-only."""

    def is_own(row: PublicationRow) -> bool:
        return row.office == own

    return replace(_PUBLICATIONS, actions=(replace(DELETE_PUBLICATION, is_possible=is_own),))


def readings(own: OfficeId) -> Subject[ReadingRow, ReadingFilter]:
    """Return the list of readings; those of another office are read-only."""
    delete = _where(lambda row: row.office == own, DELETE_READING)
    return replace(_READINGS, actions=(delete,))


def _where(is_allowed: Callable[[RowT], bool], action: Action[RowT]) -> Action[RowT]:
    """Return an action that is possible only for some rows."""
    return replace(action, is_possible=lambda row: is_allowed(row) and action.is_possible(row))


_RUMOURS: Subject[RumourRow, RumourFilter] = Subject(
    "communication.rumours",
    lambda: _("Rumours"),
    "megaphone-simple",
    lambda: _("No rumour was heard. Press F11 to record the first one."),
    RUMOUR_COLUMNS,
    (),
    (
        FilterPart("state", lambda: _("State"), _states),
        FilterPart(
            "result",
            lambda: _("Result"),
            from_catalogues("vr", none=lambda: _("Result: all")),
        ),
        FilterPart(
            "channel",
            lambda: _("Channel of circulation"),
            from_catalogues("rc", none=lambda: _("Channel: all")),
        ),
    ),
    RumourFilter(),
    whole(list_rumour_ids),
    list_rumours_by_id,
    rumour_words,
    rumour_facts,
    lambda: _("Filter by words"),
)

_REMARKS: Subject[RemarkRow, RemarkFilter] = Subject(
    "communication.remarks",
    lambda: _("Remarks received"),
    "chat-circle-text",
    lambda: _("No remark was received. Press F12 to record the first one."),
    REMARK_COLUMNS,
    (),
    (
        FilterPart("state", lambda: _("State"), _reaction_states),
        FilterPart(
            "channel",
            lambda: _("How it came"),
            from_catalogues("rv", none=lambda: _("Channel: all")),
        ),
    ),
    RemarkFilter(),
    whole(list_remark_ids),
    list_remarks_by_id,
    remark_words,
    remark_facts,
    lambda: _("Filter by words"),
)

_AWARENESS: Subject[AwarenessRow, AwarenessFilter] = Subject(
    "communication.awareness",
    lambda: _("Awareness actions"),
    "users-three",
    lambda: _("No awareness action is recorded. Press Ctrl+N to record the first one."),
    AWARENESS_COLUMNS,
    (),
    (FilterPart("kind", lambda: _("Kind"), _awareness_kinds),),
    AwarenessFilter(),
    whole(list_awareness_ids),
    list_awareness_by_id,
    awareness_words,
    awareness_facts,
    lambda: _("Filter by words"),
)

_PUBLICATIONS: Subject[PublicationRow, PublicationFilter] = Subject(
    "communication.publications",
    lambda: _("Publications"),
    "newspaper",
    lambda: _("Nothing is recorded yet. Press Ctrl+N to record what was published."),
    PUBLICATION_COLUMNS,
    (),
    (
        FilterPart("kind", lambda: _("Kind"), from_catalogues("pb", none=lambda: _("Kind: all"))),
        FilterPart(
            "channel",
            lambda: _("Publication channels"),
            from_catalogues("pc", none=lambda: _("Channel: all")),
        ),
    ),
    PublicationFilter(),
    whole(list_publication_ids),
    list_publications_by_id,
    publication_words,
    publication_facts,
    lambda: _("Filter by words"),
)

_READINGS: Subject[ReadingRow, ReadingFilter] = Subject(
    "communication.readings",
    lambda: _("Readings"),
    "chart-bar",
    lambda: _("Nothing was read yet. Choose a publication to read it, or press Ctrl+N here."),
    READING_COLUMNS,
    (),
    (
        FilterPart(
            "account",
            lambda: _("Official account"),
            from_catalogues("pc", none=lambda: _("Account: all")),
        ),
    ),
    ReadingFilter(),
    whole(list_reading_ids),
    list_readings_by_id,
    reading_words,
    reading_facts,
)
