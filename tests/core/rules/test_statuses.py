"""The state of a point is the furthest step of its reaction; an open commitment falls overdue."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.kinds import (
    Channel,
    MeetingKind,
    PartnerCategory,
    VerificationResult,
    VerificationSource,
)
from outreach_app.rules.statuses import (
    CommitmentStatus,
    Following,
    MeetingStatus,
    PointReaction,
    PointState,
    commitment_status,
    is_done_late,
    next_meeting_statuses,
    point_state,
)
from outreach_app.vocabulary import catalogue

NOTHING = Following("concern", None, False, False, False, False, False)
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("following", "state"),
    [
        (NOTHING, PointState.RECEIVED),
        (replace(NOTHING, reaction="out.studied"), PointState.ANSWERED),
        (replace(NOTHING, has_reply=True), PointState.ANSWERED),
        (replace(NOTHING, reaction="out.oriented", has_referral=True), PointState.REFERRED),
        (replace(NOTHING, has_referral=True, has_commitment=True), PointState.COMMITTED),
        (replace(NOTHING, has_commitment=True, is_reply_given=True), PointState.REPLY_GIVEN),
        (replace(NOTHING, is_reply_given=True, is_closed=True), PointState.CLOSED),
        (replace(NOTHING, kind="thanks"), PointState.CLOSED),
    ],
)
def test_a_point_has_come_as_far_as_its_furthest_step(
    following: Following, state: PointState
) -> None:
    assert point_state(following) is state


@pytest.mark.parametrize("status", ["cst.open", "cst.in_progress", "cst.partly"])
def test_an_open_commitment_is_overdue_from_the_day_after_it_was_due(status: str) -> None:
    yesterday = TODAY - timedelta(days=1)
    assert commitment_status(status, yesterday, TODAY) == "cst.overdue"
    assert commitment_status(status, TODAY, TODAY) == status
    assert commitment_status(status, None, TODAY) == status


def test_a_commitment_is_kept_late_only_if_kept_and_after_its_due_date() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert is_done_late("cst.done", tomorrow, TODAY)
    assert not is_done_late("cst.done", TODAY, TODAY)
    assert not is_done_late("cst.done", tomorrow, None)
    assert not is_done_late("cst.done", None, TODAY)  # imported without the day
    assert not is_done_late("cst.dropped", tomorrow, TODAY)


@pytest.mark.parametrize("status", ["cst.done", "cst.dropped", "cst.blocked"])
def test_a_commitment_that_is_not_open_is_never_overdue(status: str) -> None:
    assert commitment_status(status, date(2020, 1, 1), TODAY) == status


@pytest.mark.parametrize(
    ("closed", "prefix"),
    [
        (CommitmentStatus, "cst"),
        (PointReaction, "out"),
        (PartnerCategory, "pt"),
        (MeetingKind, "mt"),
        (Channel, "ch"),
        (VerificationResult, "vr"),
        (VerificationSource, "vs"),
    ],
)
def test_every_member_of_a_closed_set_has_its_words(closed: type[StrEnum], prefix: str) -> None:
    words = catalogue(prefix)
    assert list(closed) == list(words)
    assert all(entry.label(language) for entry in words.values() for language in Language)


def test_a_status_that_a_later_version_wrote_is_shown_as_it_is() -> None:
    assert commitment_status("cst.deferred", date(2020, 1, 1), TODAY) == "cst.deferred"
    assert next_meeting_statuses("deferred") == ()


def test_no_status_of_a_meeting_leads_to_itself() -> None:
    for status in MeetingStatus:
        assert status not in next_meeting_statuses(status)
