"""The name of an addressee in the address of a paper, in each language."""

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.french_names import after
from outreach_app.summaries.prose.blocks import Span, plain
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.practices import practice_name


def test_a_syndic_is_addressed_as_other_bodies_are() -> None:
    syndic = text(Span("Syndic de la résidence Takaddoum", "partner.name"))
    assert plain(after("à", syndic)) == "au syndic de la résidence Takaddoum"


def test_a_practice_is_addressed_and_not_a_man_who_may_be_a_woman() -> None:
    kinds = ("pr.doctor", "pr.dentist", "pr.vet")
    names = [practice_name(kind, Language.ARABIC) for kind in kinds]
    assert names == ["عيادة طبية", "عيادة طب الأسنان", "عيادة الطب البيطري"]
