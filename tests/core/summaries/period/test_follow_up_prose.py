"""The prose of a period report on what came before and after."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.period.plan import CodeCount
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import reports
from tests.core.summaries.period.test_prose import prose, realised
from tests.core.summaries.reading import ISOLATES, without_quotes
from tests.core.summaries.reports import MOCK_UP, day

AR, FR = Language.ARABIC, Language.FRENCH


def test_two_earlier_promises_are_told_one_beside_the_other() -> None:
    apart = (CodeCount("cst.overdue", 1), CodeCount("cst.dropped", 1))
    told = replace(MOCK_UP, earlier=apart)
    assert (
        "أما الالتزامان السابقان اللذان كانا لا يزالان مفتوحين إلى غاية 30 شتنبر 2026، فقد كان "
        "أحدهما في 31 أكتوبر 2026 متأخرا عن أجله، والآخر متخلى عنه."
    ) in prose(told, AR)
    assert (
        "Sur les deux engagements antérieurs encore ouverts au 30 septembre 2026, l’un était en"
        " retard et l’autre abandonné au 31 octobre 2026."
    ) in prose(told, FR)
    kept = replace(MOCK_UP, earlier=(CodeCount("cst.done", 1), CodeCount("cst.overdue", 1)))
    assert ("، فقد أُنجز أحدهما خلال الفترة، وكان الآخر في 31 أكتوبر 2026 متأخرا عن أجله.") in prose(
        kept, AR
    )
    assert (
        "l’un a été réalisé au cours de la période et l’autre était en retard au 31 octobre 2026."
    ) in prose(kept, FR)
    ended = replace(MOCK_UP, earlier=(CodeCount("cst.done", 1), CodeCount("cst.dropped", 1)))
    assert "l’un a été réalisé et l’autre a été abandonné au cours de la période." in prose(
        ended, FR
    )
    assert "فقد أُنجز أحدهما، وتم التخلي عن الآخر خلال الفترة." in prose(ended, AR)
    late = replace(MOCK_UP, earlier=(CodeCount("cst.overdue", 1),))
    assert "restait non réalisé, et en retard, au 31 octobre 2026." in prose(late, FR)
    dropped = replace(MOCK_UP, earlier=(CodeCount("cst.dropped", 1),))
    assert "au 30 septembre 2026 a été abandonné au cours de la période." in prose(dropped, FR)
    assert "فقد تم التخلي عنه خلال الفترة." in prose(dropped, AR)
    blocked = replace(MOCK_UP, earlier=(CodeCount("cst.blocked", 3),))
    assert "se sont tous révélés non réalisables au cours de la période." in prose(blocked, FR)
    alike = replace(MOCK_UP, earlier=(CodeCount("cst.done", 2),))
    assert "فقد تم إنجاز كليهما خلال الفترة." in prose(alike, AR)
    assert "2026 ont été réalisés au cours de la période." in prose(alike, FR)


def test_a_promise_of_before_is_marked_in_the_list() -> None:
    first, *others = MOCK_UP.promises
    told = replace(MOCK_UP, promises=(replace(first, is_earlier=True), *others))
    assert "En retard de 8 jours (engagement antérieur à la période)" in to_plain_text(
        realised(told, FR)
    ).replace("\u00a0", " ")


def test_few_of_before_are_told_in_words() -> None:
    first, *others = MOCK_UP.topics
    for before, ar, fr in (
        (0, "(ولم تُسجل بشأنه أي نقطة في شتنبر)", "(aucun point sur cette thématique en septembre)"),
        (1, "(مقابل نقطة واحدة في شتنبر)", "(contre un en septembre)"),
        (2, "(مقابل نقطتين في شتنبر)", "(contre deux en septembre)"),
    ):
        told = replace(MOCK_UP, topics=(replace(first, before=before), *others))
        assert ar in prose(told, AR)
        assert fr in prose(told, FR)


def test_referrals_of_before_are_told_apart() -> None:
    first, *others = MOCK_UP.referrals
    earlier = replace(MOCK_UP, referrals=(replace(first, is_earlier=True), *others))
    assert (
        "أما الإحالة السابقة الوحيدة التي ظلت دون جواب إلى غاية 30 شتنبر 2026، فلم يرد الجواب عنها"
        " إلى غاية 31 أكتوبر 2026."
    ) in prose(earlier, AR)
    assert "لم يرد الجواب عن إحالتين، إحداهما سابقة للفترة؛ أقدمهما موجهة إلى" in prose(earlier, AR)
    assert (
        "La seule saisine antérieure encore sans réponse au 30 septembre 2026 n’en avait toujours"
        " pas reçu au 31 octobre 2026."
    ) in prose(earlier, FR)
    assert "à deux saisines, dont une antérieure à la période ; la plus ancienne" in prose(
        earlier, FR
    )


def test_the_oldest_day_is_that_of_the_referrals_whose_day_is_recorded() -> None:
    first, *_others = MOCK_UP.referrals
    rows = (first, replace(first, number=2), replace(first, number=3, sent_on=None))
    some = replace(MOCK_UP, referrals=rows, signals=replace(MOCK_UP.signals, waiting=3))
    assert "عن 3 إحالات، وأقدم تاريخ مسجل لإرسالها هو 16 أكتوبر 2026." in prose(some, AR)
    assert "les plus anciennes de celles dont la date d’envoi a été relevée" in prose(some, FR)


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
            "Rencontres tenues ou programmées après la période",
        ),
        (MOCK_UP, "البرنامج التوقعي", "Programme prévisionnel"),
    ):
        assert f"10. {ar}\n" in ISOLATES.sub("", to_plain_text(realised(plan, AR)))
        assert f"10. {fr}\n" in to_plain_text(realised(plan, FR))
    assert "État : Tenue" in to_plain_text(realised(both, FR)).replace("\u00a0", " ")


def test_a_meeting_of_the_day_of_the_report_is_not_told_as_one_to_come() -> None:
    (row,) = MOCK_UP.planned
    today = replace(row, held_on=reports.ISSUED_ON, subject=Bilingual(None, None))
    past = replace(today, number=2, held_on=reports.ISSUED_ON - timedelta(days=1))
    plan = replace(MOCK_UP, planned=(past, today))
    french = to_plain_text(realised(plan, FR)).replace("\u00a0", " ")
    arabic = to_plain_text(realised(plan, AR))

    assert "État : Prévue ce jour\n" in french
    assert "État : Non encore enregistrée comme tenue\n" in french
    assert "الوضعية: في برنامج هذا اليوم\n" in arabic
    assert "الوضعية: لم يُسجل الانعقاد بعد\n" in arabic
    assert "À fixer" not in french.split("10. Programme")[1]
    assert "État : " not in to_plain_text(realised(MOCK_UP, FR)).split("10. Programme")[1]


def test_what_is_not_planned_yet_is_said_in_words() -> None:
    (row,) = MOCK_UP.planned
    bare = replace(MOCK_UP, planned=(replace(row, subject=Bilingual(None, None)),))
    assert "Objet : À fixer" in to_plain_text(realised(bare, FR)).replace("\xa0", " ")
    assert "الموضوع: يُحدد لاحقا" in to_plain_text(realised(bare, AR))


@pytest.mark.parametrize(("language", "key"), [(FR, "— : non relevé."), (AR, "—: لم يُسجل.")])
def test_a_dash_is_explained_under_each_table_that_has_it(language: Language, key: str) -> None:
    # One kind and one meeting of the annex have no count of women.
    text = to_plain_text(realised(MOCK_UP, language)).replace("\xa0", " ")
    assert text.count(key) == 2


def test_a_meeting_held_with_nobody_is_told_as_such() -> None:
    (row,) = MOCK_UP.planned
    held = replace(MOCK_UP, planned=(replace(row, categories=(), is_held=True),), planned_held=1)
    assert "Catégories de partenaires : Aucun partenaire enregistré" in to_plain_text(
        realised(held, FR)
    ).replace("\xa0", " ")
    assert "أصناف الشركاء: لم يُسجل أي شريك" in to_plain_text(realised(held, AR))


def test_what_was_answered_in_the_period_is_told_of_the_period() -> None:
    *others, answered = MOCK_UP.referrals
    told = replace(MOCK_UP, referrals=(*others, replace(answered, is_earlier=True)))
    assert (
        "La seule saisine antérieure encore sans réponse au 30 septembre 2026 a reçu une réponse au"
        " cours de la période."
    ) in prose(told, FR)
    assert "فقد ورد الجواب عنها خلال الفترة." in prose(told, AR)
    assert "15/10/2026 (antérieure à la période)" in prose(told, FR)
    assert "15/10/2026 (سابقة للفترة)" in prose(told, AR)


def test_of_two_referrals_of_before_the_other_is_told_to_wait() -> None:
    first, _second, answered = MOCK_UP.referrals
    rows = (replace(first, is_earlier=True), replace(answered, is_earlier=True))
    told = replace(MOCK_UP, referrals=rows)
    assert (
        "l’une a reçu une réponse au cours de la période et l’autre restait en attente au 31"
        " octobre 2026."
    ) in prose(told, FR)
    assert (
        "فقد ورد الجواب عن إحداهما خلال الفترة، وظلت الأخرى دون جواب إلى غاية 31 أكتوبر 2026."
    ) in prose(told, AR)


def test_one_that_waits_is_told_in_the_affirmative() -> None:
    told = prose(
        replace(
            MOCK_UP,
            referrals=MOCK_UP.referrals[:1],
            signals=replace(MOCK_UP.signals, waiting=1),
        ),
        AR,
    )
    assert "ظلت إحالة واحدة، موجهة إلى" in told
    assert "لم يرد الجواب عن إحالة واحدة" not in told


def test_a_report_of_its_own_day_tells_what_stands_in_the_present() -> None:
    same_day = to_plain_text(realise_period(MOCK_UP, FR, MOCK_UP.as_of))
    imperfect = r"\b(?:étai(?:t|ent)|avai(?:t|ent)|restai(?:t|ent)|attendai\w+|datai\w+)\b"
    words = without_quotes(same_day)
    assert not re.findall(imperfect, words)
    assert re.search(imperfect, without_quotes(to_plain_text(realised(MOCK_UP, FR))))


def test_what_was_answered_by_the_day_of_the_report_is_told_without_that_day() -> None:
    answered = replace(MOCK_UP.referrals[-1], number=1)
    figures = reports.figures(referrals=1)
    one = replace(MOCK_UP, figures=figures, referrals=(answered,), answered=1)
    same_day = to_plain_text(realise_period(one, FR, one.as_of)).replace("\xa0", " ")
    assert "une saisine ; elle a reçu une réponse." in same_day


def test_of_some_answered_by_the_day_of_the_report_no_day_is_told() -> None:
    same_day = to_plain_text(realise_period(MOCK_UP, FR, MOCK_UP.as_of)).replace("\xa0", " ")
    assert "trois saisines ; une seule a reçu une réponse à ce jour." in same_day


def test_the_states_of_two_commitments_agree_with_them() -> None:
    two = replace(MOCK_UP, figures=reports.figures(commitments=2), kept=1)
    for states, told in (
        ((CodeCount("cst.done", 1), CodeCount("cst.overdue", 1)), "منجز: 1\nمتأخر: 1\n"),
        ((CodeCount("cst.done", 2),), "منجزان: 2\n"),
    ):
        text = ISOLATES.sub("", to_plain_text(realised(replace(two, states=states), AR)))
        assert told in text


def test_of_no_commitment_none_is_told_as_kept() -> None:
    none = replace(MOCK_UP, figures=reports.figures(commitments=0), kept=0)
    for language, of_none, kept in (
        (FR, "engagement pris (−9)\xa0: 0", "engagements réalisés"),
        (AR, "الالتزامات المسجلة", "المنجزة"),
    ):
        told = ISOLATES.sub("", to_plain_text(realised(none, language)))
        assert of_none in told.partition("1. ")[0]
        assert kept not in told.partition("1. ")[0]


def test_women_of_some_meetings_are_told_of_those_who_came_to_them() -> None:
    assert "Le nombre de femmes n’a été relevé que pour sept rencontres : 41 sur 97 part" in prose(
        MOCK_UP, FR
    )
    assert "ولم يُسجل عدد الإناث إلا في 7 لقاءات، وبلغ فيها 41 من أصل 97 شخصا." in prose(MOCK_UP, AR)
    open_base = replace(MOCK_UP, women_among=None)
    assert "n’a été relevé que pour sept rencontres : 41." in prose(open_base, FR)


def test_the_chart_says_which_days_its_months_hold() -> None:
    part = replace(MOCK_UP, first=day(5, 10), last=day(10, 15), as_of=day(10, 15))
    assert "par mois, du 10 mai au 15 octobre 2026" in to_plain_text(realised(part, FR)).replace(
        "\xa0", " "
    )
    one = replace(MOCK_UP, first=day(6, 1), last=day(10, 31))
    for language, told in (
        (FR, "par mois, de mai à octobre 2026\n"),
        (AR, "حسب الأشهر، من ماي إلى أكتوبر 2026\n"),
    ):
        text = ISOLATES.sub("", to_plain_text(realised(one, language)))
        assert told in text.replace("\xa0", " ")


def test_of_a_programme_the_days_that_are_over_are_told_apart() -> None:
    (row,) = MOCK_UP.planned
    planned = replace(MOCK_UP, planned=(replace(row, held_on=day(12, 4)),))
    held = replace(MOCK_UP, planned=(replace(row, is_held=True),), planned_held=1)
    for plan, language, told in (
        (planned, FR, "Aucune rencontre n’a été tenue du 1er au 30 novembre 2026."),
        (planned, FR, "Rencontre programmée d’ici au 31 décembre 2026 :"),
        (planned, AR, "لم يُعقد أي لقاء من فاتح إلى غاية 30 نونبر 2026."),
        (planned, AR, "اللقاء المبرمج إلى غاية 31 دجنبر 2026:"),
        (held, FR, "Rencontre tenue du 1er au 30 novembre 2026 :"),
        (held, AR, "اللقاء المنعقد من فاتح إلى غاية 30 نونبر 2026:"),
        (held, FR, "Aucune rencontre n’est programmée d’ici au 31 décembre 2026."),
        (held, AR, "لا يوجد أي لقاء مبرمج إلى غاية 31 دجنبر 2026."),
    ):
        text = ISOLATES.sub("", to_plain_text(realise_period(plan, language, day(11, 30))))
        assert told in text.replace("\xa0", " ")
    # In the days after a period nobody expects one.
    assert "Aucune rencontre n’a été tenue du" not in prose(planned, FR)
    assert "خلال الشهرين المواليين ليوم" in to_plain_text(realise_period(held, AR, day(12, 31)))


def test_nothing_is_told_of_days_to_come() -> None:
    plan = replace(MOCK_UP, planned=(), planned_more=0, planned_held=0)
    for issued_on, language, told in (
        (day(11, 2), FR, "Au 2 novembre 2026, aucune rencontre n’est programmée d’ici au 31 déc"),
        (day(11, 2), AR, "في 2 نونبر 2026، لا يوجد أي لقاء مبرمج إلى غاية 31 دجنبر 2026."),
        (day(11, 30), FR, "2026. Aucune rencontre n’est programmée d’ici au 31 décembre 2026."),
        (day(11, 30), AR, "30 نونبر 2026. لا يوجد أي لقاء مبرمج إلى غاية 31 دجنبر 2026."),
        (day(12, 31), FR, "rencontre n’a été tenue dans les deux mois suivant le 31 octobre"),
        (day(12, 31), FR, "Rencontres tenues après la période"),
        (day(12, 31), AR, "لم يُعقد أي لقاء خلال الشهرين المواليين ليوم 31 أكتوبر 2026."),
    ):
        text = ISOLATES.sub("", to_plain_text(realise_period(plan, language, issued_on)))
        assert told in text.replace("\xa0", " ")
