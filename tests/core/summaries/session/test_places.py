"""The opening tells where a meeting was held, in whichever language that was typed."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE

AR, FR = Language.ARABIC, Language.FRENCH


def test_a_place_typed_in_one_language_is_told_as_typed_in_the_other() -> None:
    """The sentence told no place, though one was typed."""
    plan = replace(BARE, place=Bilingual("قاعة الأمل", None))
    assert ", au lieu suivant : «قاعة الأمل», une rencontre" in prose(plan, FR)
    plan = replace(BARE, place=Bilingual(None, "Salle Annour"))
    assert "، بالمكان التالي: « Salle Annour »، لقاء" in prose(plan, AR)
    seat = replace(BARE, channel="ch.office", place=Bilingual("مقر الدائرة الأمنية", None))
    assert ", au siège de l’arrondissement de police, une" in prose(seat, FR)
