"""Pupils and the others that came to an action add up to those counted."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.queries.awareness import Reached
from outreach_app.summaries.communication.facts import awareness_facts
from tests.core.summaries.communication.test_prose import words
from tests.core.summaries.communication.test_reached import explained


def test_pupils_and_those_who_came_with_them_are_told_apart() -> None:
    talk, campaigns = (
        Reached(1, 1, 76, 78, 0, 1, 1, 1, 0),
        Reached(2, 0, 0, 548, 0, 0, 0, 2, 0),
    )
    kinds = {"mt.school": 1, "mt.awareness": 2}
    made = awareness_facts(Reached.total((talk, campaigns)), talk, kinds)

    assert (
        "La séance en milieu scolaire a touché 76 élèves dans un établissement scolaire. Le nombre"
        " de participants à ces actions s’est élevé à 626, dont 76 élèves."
    ) in words(explained(Language.FRENCH, made))
    assert "وبلغ عدد المشاركين في هذه العمليات 626 شخصا، من بينهم 76 تلميذا." in words(
        explained(Language.ARABIC, made)
    )
    alone = replace(talk, beneficiaries=76)
    made = awareness_facts(Reached.total((alone, campaigns)), alone, kinds)
    assert "Le nombre de bénéficiaires de ces actions s’est élevé à 624." in words(
        explained(Language.FRENCH, made)
    )
