"""How the commitments of the meeting before stood is said by their states, debtors and words."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.plan import CommitmentFacts
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, arabic, commitment, earlier, named_earlier

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 9, 12)


@pytest.mark.parametrize(
    ("states", "ar", "fr"),
    [
        (
            {"done": 3, "overdue": 1, "dropped": 1},
            (
                "وكانت وضعية الالتزامات المسجلة يوم 12 شتنبر 2026، وعددها 5، إلى غاية هذا اللقاء، "
                "كالتالي: 3 التزامات منجزة، والتزام واحد تجاوز أجله، والتزام واحد تم "
                "التخلي عنه."
            ),
            (
                "À la date de cette rencontre, sur les cinq engagements pris le 12 septembre 2026, "
                "trois étaient réalisés, un avait dépassé son échéance sans être réalisé et un "
                "avait été abandonné."
            ),
        ),
        (
            {"done": 12, "open": 2},
            "12 التزاما منجزا، والتزامان في انتظار التنفيذ.",
            "12 étaient réalisés et deux restaient à exécuter.",
        ),
        (
            {"done": 3},
            ("وقد أُنجزت الالتزامات المسجلة يوم 12 شتنبر 2026، وعددها 3، كلها قبل هذا اللقاء."),
            "les trois engagements pris le 12 septembre 2026 étaient réalisés.",
        ),
        (
            {"blocked": 2},
            "وكان الالتزامان المسجلان يوم 12 شتنبر 2026، إلى غاية هذا اللقاء، متعذري التنفيذ.",
            "les deux engagements pris le 12 septembre 2026 n’étaient pas réalisables.",
        ),
        (
            {"done": 1, "open": 1},
            (
                "وكانت وضعية الالتزامين المسجلين يوم 12 شتنبر 2026، إلى غاية هذا اللقاء، كالتالي: "
                "التزام واحد منجز، والتزام واحد في انتظار التنفيذ."
            ),
            (
                "sur les deux engagements pris le 12 septembre 2026, l’un était réalisé et l’autre "
                "restait à exécuter."
            ),
        ),
        (
            {"dropped": 1},
            "وكان الالتزام المسجل يوم 12 شتنبر 2026، إلى غاية هذا اللقاء، متخلى عنه.",
            "l’engagement pris le 12 septembre 2026 avait été abandonné.",
        ),
    ],
)
def test_earlier_commitments_are_told_by_state(states: dict[str, int], ar: str, fr: str) -> None:
    plan = replace(BARE, earlier=earlier(DAY, **states))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


CAMPAIGN = commitment(
    *(1, arabic("تنظيم حملة نظافة", "Organiser une campagne de propreté"), date(2026, 5, 19)),
    owner="partner",
    debtor=Bilingual("جمعية الأمل", "Association Al Amal"),
)
PATROL = commitment(2, arabic("دورية أمام المدرسة", "Patrouille devant l’école"))

LIGHTS = commitment(3, arabic("إصلاح الإنارة", "Réparer l’éclairage"))
CAMERAS = commitment(4, arabic("كاميرات بالساحة", "Caméras sur la place"))


@pytest.mark.parametrize(
    ("states", "ar", "fr"),
    [
        (
            {"overdue": [CAMPAIGN]},
            (
                "أما الالتزام المسجل يوم 12 شتنبر 2026 على عاتق جمعية الأمل، وموضوعه «تنظيم حملة "
                "نظافة»، فقد انقضى أجله يوم 19 ماي 2026 دون إنجازه."
            ),
            (
                "À la date de cette rencontre, l’engagement pris le 12 septembre 2026 (responsable "
                ": Association Al Amal), ainsi libellé : « Organiser une campagne de propreté » "
                "(traduit de l’arabe), avait dépassé son échéance du 19 mai 2026 sans être réalisé."
            ),
        ),
        (
            {"done": [PATROL]},
            (
                "وقد أُنجز الالتزام المسجل يوم 12 شتنبر 2026 على عاتق رئيس الدائرة الأمنية، "
                "وموضوعه «دورية أمام المدرسة»، قبل هذا اللقاء."
            ),
            "ainsi libellé : « Patrouille devant l’école » (traduit de l’arabe), était réalisé.",
        ),
        (
            {"open": [PATROL]},
            "وموضوعه «دورية أمام المدرسة»، إلى غاية هذا اللقاء، في انتظار التنفيذ.",
            "(traduit de l’arabe), restait à exécuter.",
        ),
        (
            {"done": [PATROL], "open": [CAMPAIGN]},
            (
                "كالتالي: التزام واحد منجز، وهو «دورية أمام المدرسة» على عاتق رئيس الدائرة "
                "الأمنية؛ والتزام واحد في انتظار التنفيذ، وهو «تنظيم حملة نظافة» على عاتق جمعية "
                "الأمل."
            ),
            (
                "l’un était réalisé : « Patrouille devant l’école » (responsable : chef de "
                "l’arrondissement de police) ; l’autre restait à exécuter : « Organiser une "
                "campagne de propreté » (responsable : Association Al Amal)."
            ),
        ),
        (
            {"open": [PATROL, CAMPAIGN]},
            "«دورية أمام المدرسة» على عاتق رئيس الدائرة الأمنية، و«تنظيم حملة نظافة» على عاتق",
            "(responsable : chef de l’arrondissement de police) et « Organiser une campagne de",
        ),
        (
            {"done": [PATROL, LIGHTS], "open": [CAMERAS]},
            (
                "وكانت وضعية الالتزامات المسجلة يوم 12 شتنبر 2026 على عاتق رئيس الدائرة الأمنية، "
                "وعددها 3، إلى غاية هذا اللقاء، كالتالي: التزامان منجزان، وهما «دورية أمام "
                "المدرسة» و«إصلاح الإنارة»؛ والتزام واحد في انتظار التنفيذ، وهو «كاميرات "
                "بالساحة»."
            ),
            (
                "sur les trois engagements pris le 12 septembre 2026 (responsable : chef de "
                "l’arrondissement de police), deux étaient réalisés : « Patrouille devant l’école »"
                " et « Réparer l’éclairage » ; un restait à exécuter : « Caméras sur la place »."
            ),
        ),
        (
            {"open": [PATROL, CAMPAIGN, LIGHTS]},
            "«دورية أمام المدرسة» و«إصلاح الإنارة» على عاتق رئيس الدائرة الأمنية، و«تنظيم حملة",
            "et « Réparer l’éclairage » (responsable : chef de l’arrondissement de police) et «",
        ),
        (
            {"done": [PATROL, LIGHTS], "open": [CAMPAIGN]},
            "وهما «دورية أمام المدرسة» و«إصلاح الإنارة» على عاتق رئيس الدائرة الأمنية؛ و",
            "et « Réparer l’éclairage » (responsable : chef de l’arrondissement de police) ; un",
        ),
    ],
)
def test_earlier_commitments_are_told_by_who_owes_what(
    states: dict[str, list[CommitmentFacts]], ar: str, fr: str
) -> None:
    plan = replace(BARE, earlier=named_earlier(DAY, **states))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)
