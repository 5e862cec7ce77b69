"""No form is refused without a visible reason."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.errors import InvalidDraft, Problem
from ui.agenda.schedule_form import ScheduleForm
from ui.claims.form import ClaimForm
from ui.communication.awareness_form import AwarenessForm
from ui.communication.publication_form import PublicationForm
from ui.communication.reading_form import ReadingForm
from ui.communication.remark_form import RemarkForm
from ui.communication.rumour_form import RumourForm
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.follow_up.promise_form import PromiseForm
from ui.meetings.refused_save import show_not_saved
from ui.partners.form import PartnerForm
from ui.partners.person_form import PersonForm
from ui.widgets.banner import Banner

FORMS: tuple[Callable[[AppContext], KeptForm[Any]], ...] = (
    *(AwarenessForm, ClaimForm, PartnerForm, PersonForm, PromiseForm),
    *(PublicationForm, ReadingForm, RemarkForm, RumourForm, ScheduleForm),
)


def test_every_form_is_here() -> None:
    known = {kind for kind in KeptForm.__subclasses__() if kind.__module__.startswith("ui.")}
    assert known == set(FORMS)


@pytest.mark.parametrize("make", FORMS)
def test_what_the_register_refuses_is_said_in_sight(
    qtbot: QtBot,
    context: AppContext,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[AppContext], KeptForm[Any]],
) -> None:
    form = make(context)
    qtbot.addWidget(form)
    form.show()
    for field in fields(form.typed()):
        reason = f"refused: {field.name}"

        def refuse(_draft: object, name: str = field.name, reason: str = reason) -> None:
            raise InvalidDraft(reason, [Problem(name, "any", reason)])

        monkeypatch.setattr(form, "write", refuse)
        monkeypatch.setattr(form, "recorded", lambda: None)
        monkeypatch.setattr(form.form, "_check", lambda _draft: [])
        form.save.click()
        assert reason in seen_in(form), field.name


def test_a_session_is_refused_with_what_is_wrong_outside_its_fields(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    of_row, of_none = Problem("points.1.topic", "any", "a topic"), Problem("kind", "any", "a kind")
    show_not_saved(banner, [of_none], ["held_on"])
    assert banner.words == "a kind"
    show_not_saved(banner, [of_row, of_none], ["held_on"])
    assert "a kind" in banner.words
    show_not_saved(banner, [of_row], ["held_on"])
    assert "topic" not in banner.words  # the row says it


def seen_in(form: KeptForm[Any]) -> list[str]:
    """Return the visible texts of a form."""
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
