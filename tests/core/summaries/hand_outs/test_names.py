"""The name of an addressee in the address of a paper, in each language."""

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.french_names import after
from outreach_app.summaries.prose.blocks import Span, plain
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.practices import practice_name
from tests import makers
from tests.core.summaries.hand_outs.test_facts import plan


def test_a_syndic_is_addressed_as_other_bodies_are() -> None:
    syndic = text(Span("Syndic de la résidence Takaddoum", "partner.name"))
    assert plain(after("à", syndic)) == "au syndic de la résidence Takaddoum"


def test_a_practice_is_addressed_and_not_a_man_who_may_be_a_woman() -> None:
    kinds = ("pr.doctor", "pr.dentist", "pr.vet")
    names = [practice_name(kind, Language.ARABIC) for kind in kinds]
    assert names == ["عيادة طبية", "عيادة طب الأسنان", "عيادة الطب البيطري"]


def test_only_a_practice_that_has_a_namesake_is_named_by_hand(database: Database) -> None:
    lawyer = {"category": "pt.liberal", "type": "pr.lawyer", "is_named_after_person": True}
    practice = makers.write_partner(database, name_ar="الأستاذة فاطمة", name_fr=None, **lawyer)
    makers.write_meeting(database, attendances=((practice, True),))
    assert plan(database, practice).partner.is_only
    makers.write_partner(database, name_ar="الأستاذ يوسف", name_fr=None, **lawyer)
    assert plan(database, practice).partner.is_only is None
