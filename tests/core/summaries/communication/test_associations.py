"""Associations at awareness actions, and an audience that was counted apart."""

from outreach_app.i18n import Language
from outreach_app.queries.awareness import Reached
from outreach_app.summaries.communication.facts import awareness_facts
from outreach_app.summaries.communication.plan import AwarenessFacts, CommunicationFacts
from outreach_app.summaries.communication.publishing import publishable_communication
from tests.core.summaries.communication.test_prose import OCTOBER, words
from tests.core.summaries.communication.test_reached import explained


def test_associations_are_told_of_the_actions_that_noted_them() -> None:
    none, kinds = Reached(0, 0, 0, 0, 0), {"mt.openday": 2}
    one, both = (
        awareness_facts(Reached(2, 0, 0, 90, 6, 0, 0, 2, noted), none, kinds) for noted in (1, 2)
    )
    french = "Le nombre de participations d’associations à ces actions s’est élevé à 6"
    arabic = "وسُجلت 6 مشاركات للجمعيات في هاتين العمليتين"
    some = f"{french} (nombre relevé pour une action de sensibilisation sur 2)."
    assert some in words(explained(Language.FRENCH, one))
    some = f"{arabic} (حسب ما سُجل بخصوص عملية تحسيسية واحدة من أصل اثنتين)."
    assert some in words(explained(Language.ARABIC, one))
    assert words(explained(Language.FRENCH, both)).endswith(f"{french}.")
    assert words(explained(Language.ARABIC, both)).endswith(f"{arabic}.")


def test_associations_that_only_some_actions_noted_are_not_published() -> None:
    made = AwarenessFacts(9, 0, None, None, 900, 60, associations_noted=8)
    open_ = CommunicationFacts(OCTOBER.before.last, OCTOBER.until, None, None, awareness=made)
    shown = publishable_communication(open_).awareness
    assert shown is not None
    assert shown.associations is None


def test_an_audience_of_one_action_that_was_counted_apart_is_told_as_such() -> None:
    made = Reached(2, 0, 0, 20, 0, beneficiaries_noted=1, beside=1)
    told = awareness_facts(made, Reached(), {"mt.openday": 2})
    assert "Le public de ces actions, relevé à part" in words(explained(Language.FRENCH, told))
    assert "جمهور هاتين العمليتين، المسجل على حدة" in words(explained(Language.ARABIC, told))


def test_one_association_is_told_in_words() -> None:
    made = Reached(2, 0, 0, 90, 1, 0, 0, 2, 1)
    one = awareness_facts(made, Reached(0, 0, 0, 0, 0), {"mt.openday": 2})
    assert "Une association a pris part à l’une de ces actions (nombre relevé pour une" in words(
        explained(Language.FRENCH, one)
    )
    assert "وشاركت جمعية واحدة في إحدى هاتين العمليتين (حسب ما سُجل بخصوص عملية" in words(
        explained(Language.ARABIC, one)
    )
