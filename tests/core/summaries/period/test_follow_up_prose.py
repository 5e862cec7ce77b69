"""What a period report says of what came before it, and of what came after."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.period.plan import CodeCount
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.period.test_prose import prose, realised
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.reports import MOCK_UP

AR, FR = Language.ARABIC, Language.FRENCH


def test_two_earlier_promises_are_told_one_beside_the_other() -> None:
    apart = (CodeCount("cst.overdue", 1), CodeCount("cst.dropped", 1))
    told = replace(MOCK_UP, earlier=apart)
    assert (
        "أما الالتزامان السابقان اللذان كانا مفتوحين في فاتح أكتوبر 2026، فقد كان أحدهما في 31"
        " أكتوبر 2026 متأخرا عن أجله، والآخر متخلى عنه."
    ) in prose(told, AR)
    assert (
        "Sur les 2 engagements antérieurs encore ouverts au 1er octobre 2026, l’un était en retard"
        " et l’autre abandonné au 31 octobre 2026."
    ) in prose(told, FR)
    alike = replace(MOCK_UP, earlier=(CodeCount("cst.done", 2),))
    assert "فقد تم إنجازهما معا إلى غاية 31 أكتوبر 2026." in prose(alike, AR)
    assert "étaient tous deux réalisés au 31 octobre 2026." in prose(alike, FR)


def test_what_was_given_up_calls_for_attention() -> None:
    told = prose(MOCK_UP, FR)
    assert "Au cours de la période, un engagement a été abandonné : «" in told
    assert "تم خلال الفترة التخلي عن التزام واحد: «تنظيم يوم دراسي»" in prose(MOCK_UP, AR)
    (row,) = MOCK_UP.given_up
    two = replace(MOCK_UP, given_up=(row, replace(row, number=2, state="cst.blocked")))
    assert (
        "Au cours de la période, 2 engagements ont été abandonnés ou se sont révélés non"
        " réalisables."
    ) in prose(two, FR)


def test_a_promise_of_before_is_marked_in_the_list() -> None:
    first, *others = MOCK_UP.promises
    told = replace(MOCK_UP, promises=(replace(first, is_earlier=True), *others))
    assert "En retard, 8 jours (antérieur à la période)" in to_plain_text(
        realised(told, FR)
    ).replace("\u00a0", " ")


def test_one_promise_of_before_alone_is_told_between_commas() -> None:
    told = replace(MOCK_UP, promises=MOCK_UP.promises[:1], promises_earlier=1)
    assert (
        "Un seul engagement, antérieur à la période, n’était pas encore réalisé au 31 octobre 2026"
    ) in prose(told, FR)


def test_few_of_before_are_told_in_words() -> None:
    first, *others = MOCK_UP.topics
    for before, ar, fr in (
        (0, "(دون أي نقطة في شتنبر)", "(aucun point en septembre)"),
        (1, "(مقابل نقطة واحدة في شتنبر)", "(contre un point en septembre)"),
        (2, "(مقابل نقطتين في شتنبر)", "(contre 2 en septembre)"),
    ):
        told = replace(MOCK_UP, topics=(replace(first, before=before), *others))
        assert ar in prose(told, AR)
        assert fr in prose(told, FR)


def test_referrals_of_before_are_told_apart() -> None:
    first, *others = MOCK_UP.referrals
    earlier = replace(MOCK_UP, referrals=(replace(first, is_earlier=True), *others))
    assert (
        "أما الإحالة السابقة الوحيدة التي ظلت دون جواب في فاتح أكتوبر 2026، فلم يرد الجواب عنها إلى"
        " غاية 31 أكتوبر 2026."
    ) in prose(earlier, AR)
    assert "لم يرد الجواب عن إحالتين، إحداهما سابقة للفترة؛ أقدمهما موجهة إلى" in prose(earlier, AR)
    assert (
        "La seule saisine antérieure encore sans réponse au 1er octobre 2026 n’en avait toujours"
        " pas reçu au 31 octobre 2026."
    ) in prose(earlier, FR)
    assert "à 2 saisines, dont une antérieure à la période ; la plus ancienne" in prose(earlier, FR)


def test_meetings_held_since_are_no_programme() -> None:
    (row,) = MOCK_UP.planned
    held, to_come = replace(row, is_held=True), replace(row, number=2)
    since = replace(MOCK_UP, planned=(held,), planned_held=1)
    both = replace(MOCK_UP, planned=(held, to_come), planned_held=1)
    for plan, ar, fr in (
        (since, "اللقاءات المنعقدة بعد الفترة", "Rencontres tenues après la période"),
        (
            both,
            "اللقاءات المنعقدة والمبرمجة بعد الفترة",
            "Rencontres tenues et programmées après la période",
        ),
        (MOCK_UP, "البرنامج التوقعي", "Programme prévisionnel"),
    ):
        assert f"10. {ar}\n" in ISOLATES.sub("", to_plain_text(realised(plan, AR)))
        assert f"10. {fr}\n" in to_plain_text(realised(plan, FR))
    assert "État : Tenue" in to_plain_text(realised(both, FR)).replace("\u00a0", " ")


def test_a_dash_is_explained_where_it_stands() -> None:
    (row,) = MOCK_UP.planned
    bare = replace(MOCK_UP, planned=(replace(row, subject=Bilingual(None, None)),))
    assert "—\u00a0: non renseigné." in to_plain_text(realised(bare, FR))
    assert "—: غير مبين." in to_plain_text(realised(bare, AR))
    assert "non renseigné" not in to_plain_text(realised(MOCK_UP, FR))
