"""Late commitments that were begun, in a period report."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.summaries.period.plan import CodeCount
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.period.test_facts import hold, plan
from tests.core.summaries.period.test_prose import prose, realised
from tests.core.summaries.plans import french
from tests.core.summaries.reports import MOCK_UP

AR, FR = Language.ARABIC, Language.FRENCH


def test_a_late_promise_that_was_begun_is_known_as_such(database: Database) -> None:
    due_on = date(2026, 10, 20)
    states = (
        ("a", "cst.partly", "moitié"),
        ("b", "cst.in_progress", None),
        ("c", "cst.open", None),
    )
    promised = tuple(
        CommitmentDraft(text, "fr", "office", due_on=due_on, status=status, status_reason=reason)
        for text, status, reason in states
    )
    hold(database, date(2026, 10, 14), commitments=promised)
    told = plan(database).promises
    assert [row.begun for row in told] == ["cst.partly", "cst.in_progress", None]
    assert [row.reason and row.reason.text for row in told] == ["moitié", None, None]
    early = plan(database, today=date(2026, 10, 16)).promises
    assert [row.begun for row in early] == [None, None, None]


@pytest.mark.parametrize(
    ("begun", "told_fr", "told_ar"),
    [
        ("cst.partly", "partiellement réalisé", "منجزا جزئيا"),
        ("cst.in_progress", "en cours d’exécution", "قيد الإنجاز"),
    ],
)
def test_a_late_promise_that_was_begun_is_told_as_such(
    begun: str, told_fr: str, told_ar: str
) -> None:
    late = replace(MOCK_UP.promises[0], begun=begun, reason=None, is_earlier=True)
    only = replace(
        MOCK_UP,
        promises=(late,),
        earlier=(CodeCount("cst.overdue", 1),),
        signals=replace(MOCK_UP.signals, late=1),
    )
    assert f"était {told_fr} et en retard : «" in prose(only, FR)
    assert f"restait {told_fr}, et en retard, au 31 octobre 2026." in prose(only, FR)
    assert f"فقد كان في 31 أكتوبر 2026 {told_ar} ومتأخرا عن أجله." in prose(only, AR)
    assert f"، وكان {told_ar}." in prose(only, AR)
    other = replace(late, number=2, due_on=None)
    both = replace(only, promises=(late, other), signals=replace(only.signals, late=2))
    assert f", {told_fr}, avait pour échéance le" in prose(both, FR)
    assert f"2026، وكان {told_ar}." in prose(both, AR)
    cell = f"En retard de {late.days_late} jours, {told_fr} (engagement antérieur"
    assert cell in to_plain_text(realised(only, FR)).replace("\u00a0", " ")


def test_what_was_done_of_a_promise_kept_in_part_is_quoted_with_its_state() -> None:
    done = french("en attente du matériel")
    late = replace(MOCK_UP.promises[0], begun="cst.partly", reason=done)
    told = to_plain_text(realised(replace(MOCK_UP, promises=(late,)), FR)).replace("\u00a0", " ")
    assert "jours, partiellement réalisé : « en attente du matériel »" in told
