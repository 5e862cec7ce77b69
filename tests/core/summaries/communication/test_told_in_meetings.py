"""Rumours told in meetings are not taken for those heard otherwise."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import CodeFacts, RumourFacts
from tests.core.summaries.communication.test_prose import TRUE, heard, words


def test_those_told_in_meetings_are_not_taken_for_the_others() -> None:
    for made, french, arabic in (
        (
            RumourFacts(11, None, 9, 0, None, None, (CodeFacts("vr.true", 8),), 0, from_meetings=3),
            "les 3 restantes, soulevées lors des rencontres, n’avaient pas encore été",
            "ظلت الأخبار المتبقية (3)، أُثيرت خلال اللقاءات، في انتظار نتيجة التحقق",
        ),
        (
            RumourFacts(2, None, 1, 0, None, None, TRUE, 0, from_meetings=1),
            "l’autre, soulevée lors d’une rencontre, n’avait pas encore été vérifiée",
            "ظل الخبر الآخر، وقد أُثير خلال أحد اللقاءات، في انتظار نتيجة التحقق",
        ),
        (
            RumourFacts(5, None, 1, 0, None, None, TRUE, 0, from_meetings=1),
            "les 4 restantes, dont une soulevée lors d’une rencontre, n’avaient pas",
            "ظلت الأخبار المتبقية (4)، منها خبر أُثير خلال أحد اللقاءات، في انتظار نتيجة التحقق",
        ),
        (
            RumourFacts(3, None, 1, 0, None, None, TRUE, 0, from_meetings=1),
            "les 2 restantes, dont une soulevée lors d’une rencontre, n’avaient pas",
            "ظل الخبران المتبقيان، وقد أُثير أحدهما خلال أحد اللقاءات، في انتظار نتيجة التحقق",
        ),
        (
            RumourFacts(5, None, 1, 0, None, None, TRUE, 0, from_meetings=2),
            "les 4 restantes, dont 2 soulevées lors des rencontres, n’avaient pas",
            "ظلت الأخبار المتبقية (4)، منها خبران أُثيرا خلال اللقاءات، في انتظار نتيجة التحقق",
        ),
    ):
        assert french in words(heard(Language.FRENCH, made))
        assert arabic in words(heard(Language.ARABIC, made))
