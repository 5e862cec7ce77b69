"""The opening of an audience: who is received, and where that is told."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE


def test_a_number_of_people_is_kept_apart_from_that_of_the_office() -> None:
    office = replace(BARE.office, name=Bilingual(None, None), number="3")
    plan = replace(BARE, office=office, kind="mt.reception", headcount=9)
    assert "رقم 3، يوم الخميس فاتح أكتوبر 2026، 9 أشخاص." in prose(plan, Language.ARABIC)
