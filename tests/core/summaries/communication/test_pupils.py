"""Pupils and the others that came to an action add up to those counted."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.queries.awareness import Reached
from outreach_app.summaries.communication.facts import awareness_facts
from outreach_app.summaries.communication.plan import AwarenessFacts
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
        "La séance en milieu scolaire a touché 76 élèves dans un établissement scolaire. Le"
        " public de ces actions s’est élevé à 626 personnes, dont 76 élèves."
    ) in words(explained(Language.FRENCH, made))
    assert "وبلغ جمهور هذه العمليات 626 شخصا، من بينهم 76 تلميذا." in words(
        explained(Language.ARABIC, made)
    )
    with_others = Reached.total((talk, replace(campaigns, pupils=500, pupils_noted=1)))
    made = awareness_facts(with_others, talk, kinds)
    assert (
        "s’est élevé à 626 personnes, dont au moins 500 élèves en dehors des séances en milieu"
        " scolaire."
    ) in words(explained(Language.FRENCH, made))
    assert "626 شخصا، من بينهم 500 تلميذ على الأقل خارج الحصص بالوسط المدرسي." in words(
        explained(Language.ARABIC, made)
    )
    alone = replace(talk, beneficiaries=76)
    made = awareness_facts(Reached.total((alone, campaigns)), alone, kinds)
    assert "Le public de ces actions s’est élevé à 624 personnes." in words(
        explained(Language.FRENCH, made)
    )


def test_pupils_of_an_open_day_are_told() -> None:
    day = Reached(1, pupils=155, beneficiaries=310, pupils_noted=1, beneficiaries_noted=1)
    made = awareness_facts(day, Reached(), {"mt.openday": 1})
    assert "s’est élevé à 310 personnes, dont 155 élèves." in words(
        explained(Language.FRENCH, made)
    )
    assert "هذه العملية 310 أشخاص، من بينهم 155 تلميذا." in words(explained(Language.ARABIC, made))
    made = awareness_facts(replace(day, beneficiaries=155), Reached(), {"mt.openday": 1})
    assert "Le public de cette action s’est élevé à 155 élèves." in words(
        explained(Language.FRENCH, made)
    )
    assert "وبلغ جمهور هذه العملية 155 تلميذا." in words(explained(Language.ARABIC, made))


def test_who_came_to_a_talk_that_counted_no_pupils_is_told() -> None:
    made = AwarenessFacts(4, 4, 3, 264, 368, None, True, False, 4, 3, 4, apart=104)

    assert "؛ وبلغ جمهور الحصة المتبقية 104 أشخاص، دون تحديد عدد التلاميذ من بينهم." in words(
        explained(Language.ARABIC, made)
    )
    assert (
        " ; le public de la quatrième s’est élevé à 104 personnes, sans que le nombre d’élèves ait"
        " été relevé à part."
    ) in words(explained(Language.FRENCH, made))


def test_those_who_came_with_pupils_are_told_in_the_sum() -> None:
    made = AwarenessFacts(
        3, 3, None, 106, 253, None, True, False, None, 1, 3, apart=145, are_escorted=True
    )
    assert "وبلغ جمهور هذه العمليات 253 شخصا، من التلاميذ وغيرهم." in words(
        explained(Language.ARABIC, made)
    )
    assert "s’est élevé à 253 personnes, élèves et autres personnes compris." in words(
        explained(Language.FRENCH, made)
    )


def test_an_audience_beside_those_who_came_is_told_as_such() -> None:
    campaigns = Reached(2, beneficiaries=65, beneficiaries_noted=2, beside=2)
    for beside, fr, ar in (
        (2, "actions, relevé à part du nombre de", "العمليتين، المسجل على حدة عن"),
        (1, "actions, en partie relevé à part du nombre de", "العمليتين، المسجل في جزء منه على"),
        (0, "actions s’est élevé à 65 personnes.", "العمليتين 65 شخصا."),
    ):
        made = awareness_facts(replace(campaigns, beside=beside), Reached(), {"mt.awareness": 2})
        assert fr in words(explained(Language.FRENCH, made))
        assert ar in words(explained(Language.ARABIC, made))


def test_one_who_came_to_a_talk_is_no_audience_of_pupils() -> None:
    made = AwarenessFacts(2, 2, None, 155, 156, None, True, False, None, 1, 2, apart=1)
    assert "le nombre d’élèves n’a pas été relevé pour l’autre." in words(
        explained(Language.FRENCH, made)
    )
    assert "ولم يُسجل عدد التلاميذ بخصوص الأخرى." in words(explained(Language.ARABIC, made))


def test_a_school_of_two_talks_is_said_to_be_counted_twice_beside_others_than_pupils() -> None:
    made = AwarenessFacts(2, 2, 2, 475, 495, None)
    assert "475 élèves dans 2 établissements scolaires (chacun compté autant de fois" in words(
        explained(Language.FRENCH, made)
    )
    assert "في مؤسستين تعليميتين (مع احتساب كل مؤسسة عن كل حصة نُظمت بها)." in words(
        explained(Language.ARABIC, made)
    )


def test_one_school_a_talk_is_not_told_as_that_many_schools() -> None:
    kinds = {"mt.school": 2}
    once = Reached(2, 2, 150, 150, 0, 2, 2, 2, 0)
    made = awareness_facts(once, once, kinds)
    assert "مؤسس" not in words(explained(Language.ARABIC, made))
    assert "établissement" not in words(explained(Language.FRENCH, made))

    several = replace(once, establishments=3)
    told = words(explained(Language.FRENCH, awareness_facts(several, several, kinds)))
    assert "dans 3 établissements scolaires (chacun compté autant de fois" in told
