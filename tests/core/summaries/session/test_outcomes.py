"""Points, commitments, referrals and their outcomes are worded in agreement."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import (
    News,
    NextMeetingFacts,
    ReferralFacts,
    SituationFacts,
)
from outreach_app.summaries.session.prose import realise
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import (
    BARE,
    ISSUED_ON,
    MODEL,
    NOTHING,
    PATROLS,
    arabic,
    commitment,
    french,
    named_earlier,
    point,
)

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 9, 12)


def test_points_are_counted_by_kind_as_the_table_has_them() -> None:
    kinds = ("thanks", "request", "concern", "concern")
    points = tuple(point(n, "tp.6.1", None, kind=kind) for n, kind in enumerate(kinds, start=1))
    plan = replace(BARE, points=points)
    assert "وتم خلال اللقاء تسجيل 4 نقط: تنويه واحد وملتمس واحد وانشغالين:" in prose(plan, AR)
    assert (
        "La rencontre a permis d’enregistrer quatre points : un remerciement, une demande"
        " et deux "
        "préoccupations." in prose(plan, FR)
    )


def test_points_of_one_kind_are_called_by_it_and_a_rumour_is_seen_to_be_one() -> None:
    plan = replace(BARE, kind="mt.field", points=(point(1, "tp.7", None, kind="rumour"),))
    assert "وتم خلال الزيارة تسجيل إشاعة واحدة:" in prose(plan, AR)
    assert "Une rumeur a été signalée au cours de cette visite." in prose(plan, FR)


def test_whoever_raised_a_point_is_told_under_it() -> None:
    by_name = replace(
        point(1, "tp.6.1", None, kind="request"), raised_by=Bilingual("جمعية الأمل", "Al Amal")
    )
    by_profession = replace(point(2, "tp.6.2", None), raiser_kind="pr.pharmacist")
    plan = replace(BARE, points=(by_name, by_profession, point(3, "tp.1", None)))
    assert "1. الإنارة العمومية\nملتمس مقدم باسم جمعية الأمل\n" in prose(plan, AR)
    assert "2. احتلال الملك العمومي\nانشغال معبر عنه من طرف صيدلي\n" in prose(plan, AR)
    assert "1. Éclairage public\ndemande formulée par : Al Amal\n" in prose(plan, FR)
    assert "préoccupation exprimée par un pharmacien" in prose(plan, FR)


def test_no_point_and_no_commitment_are_said() -> None:
    assert "ولم تُسجل خلال اللقاء أي نقطة ولا أي التزام." in prose(BARE, AR)
    nothing = "Aucun point n’a été enregistré et aucun engagement n’a été pris"
    assert f"{nothing} au cours de cette rencontre." in prose(BARE, FR)
    raised = replace(BARE, points=(point(1, "tp.1", None),))
    assert "ولم يُسجل أي التزام خلال اللقاء." in prose(raised, AR)
    assert "Aucun engagement n’a été pris au cours de cette rencontre." in prose(raised, FR)
    promised = replace(BARE, commitments=(commitment(1, arabic("وعد")),))
    assert "ولم تُسجل خلال اللقاء أي نقطة." in prose(promised, AR)
    assert "Aucun point n’a été enregistré au cours de cette rencontre." in prose(promised, FR)


def test_outcome_names_every_reaction_on_a_line_each() -> None:
    everything = point(
        1,
        "tp.6.1",
        None,
        referrals=("rf.commune", "rf.caidat", "rf.commune"),
        commitments=(1, 3),
        reply=french("Travaux prévus en mai"),
        reaction="out.under_study",
    )
    plan = replace(BARE, points=(everything, point(2, "tp.3.1", None, reaction="out.oriented")))
    assert (
        "إحالة على الجماعة والقيادة\nالالتزامان 1 و3\nالجواب: « Travaux prévus en mai » "
        "(النص الأصلي بالفرنسية)\nقيد الدراسة" in prose(plan, AR)
    )
    assert (
        "Saisine de la commune et du caïdat\nEngagements 1 et 3\n"
        "Réponse : « Travaux prévus en mai »\nÀ l’étude" in prose(plan, FR)
    )
    assert (
        "اقتُصر على ذكر الموضوع\nالتوجيه نحو المساطر القانونية (الشرطة القضائية أو النيابة "
        "العامة المختصة) أو نحو الاتصال بالرقم 19" in prose(plan, AR)
    )
    assert (
        "Orientation vers les voies légales (police judiciaire ou parquet compétent) ou vers le "
        "19" in prose(plan, FR)
    )


def test_reply_says_by_itself_that_the_point_was_answered() -> None:
    replied = point(1, "tp.1", None, reply=french("Oui"), reaction="out.answered")
    told = point(2, "tp.1", None, reaction="out.answered")
    plan = replace(BARE, points=(replied, told))
    assert prose(plan, FR).count("Réponse communiquée") == 1
    assert prose(plan, AR).count("تم تبليغ الجواب") == 1


def test_point_of_which_nothing_came_says_until_when() -> None:
    plan = replace(BARE, points=(point(1, "tp.6.1", None),))
    assert "لم يُسجل أي مآل إلى غاية 16 نونبر 2026" in prose(plan, AR)
    assert "Aucune suite enregistrée au 16 novembre 2026" in prose(plan, FR)


def test_information_is_told_as_such_where_nothing_came_of_it() -> None:
    """It may call for nothing, as thanks do, or for much: nobody can tell for the chief."""
    plan = replace(BARE, points=(point(1, "tp.6.1", None, kind="information"),))
    assert "للإحاطة علما؛ لم يُسجل أي مآل إلى غاية 16 نونبر 2026" in prose(plan, AR)
    assert "Pour information ; aucune suite enregistrée au 16 novembre 2026" in prose(plan, FR)


def test_point_whose_reaction_came_later_sends_to_the_situation() -> None:
    line = SituationFacts(1, News.REACTED, date(2026, 11, 2), point=1, code="out.resolved")
    plan = replace(BARE, points=(point(1, "tp.6.1", None),), situation=(line,))
    assert "انظر الوضعية أدناه" in prose(plan, AR)
    assert "النقطة 1\nتمت تسوية النقطة\n02/11/2026" in prose(plan, AR)
    assert "Voir la situation ci-dessous" in prose(plan, FR)
    assert "Situation au 16 novembre 2026\nPoint 1\nPoint réglé\n02/11/2026" in prose(plan, FR)


def test_thanks_call_for_nothing() -> None:
    thanks = point(1, "tp.1", None, kind="thanks", reaction="out.resolved")
    plan = replace(BARE, points=(thanks,))
    assert "\nلا يستدعي أي مآل\n" in prose(plan, AR)
    assert "\nN’appelle aucune suite\n" in prose(plan, FR)


def test_what_was_settled_has_no_day_that_nobody_typed() -> None:
    plan = replace(BARE, points=(point(1, "tp.1", None, reaction="out.resolved"),))
    assert "\nتمت تسوية النقطة\n" in prose(plan, AR)
    assert "\nPoint réglé\n" in prose(plan, FR)


def test_an_answer_given_at_the_meeting_is_told_beside_a_referral() -> None:
    referred = point(1, "tp.6.1", None, referrals=("rf.commune",), reaction="out.answered")
    plan = replace(BARE, points=(referred,))
    assert "إحالة على الجماعة\nتم تبليغ الجواب" in prose(plan, AR)
    assert "Saisine de la commune\nRéponse communiquée" in prose(plan, FR)


def test_commitment_shows_who_owes_it_and_by_when() -> None:
    plan = replace(
        BARE,
        commitments=(
            commitment(1, arabic("إصلاح الإنارة"), date(2026, 3, 5)),
            commitment(2, arabic("تنظيم حملة"), owner="partner"),
            commitment(3, arabic("حملة"), owner="partner", debtor=Bilingual("جمعية الأمل", None)),
            commitment(4, arabic("نقل السوق"), owner="authority", authority="rf.commune"),
            commitment(5, arabic("ملصق"), owner="partner", debtor_kind="pr.pharmacist"),
        ),
    )
    assert "رئيس الدائرة الأمنية\n05/03/2026\n" in prose(plan, AR)
    assert "شريك لم يُدون اسمه\nغير محدد\n" in prose(plan, AR)
    assert "جمعية الأمل\nغير محدد\n" in prose(plan, AR)
    assert "الجماعة\nغير محدد" in prose(plan, AR)
    assert "Chef de l’arrondissement de police\n05/03/2026\n" in prose(plan, FR)
    assert "Partenaire (nom non relevé)\nNon fixée\n" in prose(plan, FR)
    assert "جمعية الأمل\nNon fixée\n" in prose(plan, FR)
    assert "صيدلي\nغير محدد" in prose(plan, AR)
    assert "Pharmacien\nNon fixée" in prose(plan, FR)
    assert "Commune\nNon fixée" in prose(plan, FR)


def test_states_stand_in_the_situation_each_since_its_day() -> None:
    lines = (
        SituationFacts(
            1, News.STATE, DAY, commitment=1, code="cst.done", words=arabic("دورية يومية")
        ),
        SituationFacts(
            2, News.STATE, DAY, commitment=2, code="cst.dropped", words=french("Budget refusé")
        ),
        SituationFacts(3, News.DUE, DAY, commitment=3, due_on=date(2026, 12, 1)),
    )
    promises = tuple(commitment(number, arabic("وعد")) for number in (1, 2, 3))
    plan = replace(BARE, commitments=promises, situation=lines)
    assert "الالتزام 1\nمنجز: «دورية يومية»\n12/09/2026" in prose(plan, AR)
    assert "الالتزام 2\nتم التخلي عنه للسبب التالي: « Budget refusé » (النص" in prose(plan, AR)
    assert "الالتزام 3\nأجل جديد: 01/12/2026\n12/09/2026" in prose(plan, AR)
    assert "Engagement 1\nRéalisé : «دورية يومية» (texte" in prose(plan, FR)
    assert "Engagement 2\nAbandonné pour le motif suivant : « Budget refusé »\n12/09/2026" in prose(
        plan, FR
    )
    assert "Engagement 3\nNouvelle échéance : 01/12/2026\n12/09/2026" in prose(plan, FR)


def test_referrals_of_no_point_are_said_together_by_service() -> None:
    plan = replace(
        BARE,
        referrals=(
            ReferralFacts(1, "rf.commune", "tp.6.1", None),
            ReferralFacts(2, "rf.auxforces", "tp.6.3", None),
            ReferralFacts(3, "rf.commune", "tp.6.5", None),
            ReferralFacts(4, "rf.commune", "tp.6.1", None),
        ),
    )
    assert (
        "وتقررت إحالة موضوعي «الإنارة العمومية» و«النظافة والمساحات الخضراء» على الجماعة، "
        "وموضوع «الباعة الجائلون» على القوات المساعدة." in prose(plan, AR)
    )
    assert (
        "Il a été décidé de saisir la commune au sujet des thématiques « Éclairage public » et "
        "« Propreté et espaces verts » et de saisir les Forces auxiliaires au sujet de la "
        "thématique « Marchands ambulants »." in prose(plan, FR)
    )


def test_next_meeting_says_when_and_where() -> None:
    assert (
        "وحُدد يوم الأربعاء 18 نونبر 2026 على الساعة 10:30 موعدا للقاء المقبل، بمقر الدائرة "
        "الأمنية." in prose(MODEL, AR)
    )
    assert (
        "La prochaine rencontre a été fixée au mercredi 18 novembre 2026 à 10 h 30, au siège de "
        "l’arrondissement de police." in prose(MODEL, FR)
    )


def test_a_call_is_told_with_the_kind_that_was_typed() -> None:
    call = replace(BARE, kind="mt.listening", channel="ch.phone")
    arabic_page, page = (to_plain_text(realise(call, each, ISSUED_ON)) for each in (AR, FR))
    assert "Synthèse d’un échange téléphonique (séance d’écoute)\n" in page
    assert "Nature\u00a0: Séance d’écoute\n" in page
    assert "خلاصة اتصال هاتفي (جلسة إنصات)\n" in arabic_page
    assert "الطبيعة: جلسة إنصات\n" in arabic_page


def test_what_follows_an_exchange_is_told_with_its_channel() -> None:
    next_meeting = NextMeetingFacts(date(2026, 12, 14), None, NOTHING, "ch.phone")
    plan = replace(BARE, next_meeting=next_meeting)
    assert "وحُدد يوم الاثنين 14 دجنبر 2026 موعدا للتواصل المقبل عبر الهاتف." in prose(plan, AR)
    assert "Le prochain échange téléphonique a été fixé au lundi 14 décembre 2026." in prose(
        plan, FR
    )


@pytest.mark.parametrize("reaction", ["out.under_study", "out.looked_into", "out.out_of_scope"])
def test_each_point_of_which_the_situation_tells_refers_to_it(reaction: str) -> None:
    raised = point(1, "tp.6.1", None, reaction=reaction)
    replied = SituationFacts(1, News.REPLIED, DAY, point=1, words=arabic("نعم"))
    plan = replace(BARE, points=(raised,), situation=(replied,))
    assert "\nانظر الوضعية أدناه\n" in prose(plan, AR)
    assert "\nVoir la situation ci-dessous\n" in prose(plan, FR)
    assert "situation" not in prose(replace(plan, situation=()), FR)


def test_points_of_which_nobody_noted_who_raised_them_are_told() -> None:
    known = replace(point(1, "tp.6.1", None), raiser_kind="pr.pharmacist")
    points = (known, point(2, "tp.6.2", None), point(3, "tp.7", None, kind="rumour"))
    plan = replace(BARE, points=points, expects_raisers=True)
    assert "\nلم تُدون الجهة التي أثارت النقطتين 2 و3." in prose(plan, AR)
    assert "\nL’origine des points 2 et 3 n’a pas été relevée." in prose(plan, FR)
    nobody = replace(plan, points=tuple(point(n, "tp.6.1", None) for n in (1, 2)))
    assert "\nلم تُدون الجهة التي أثارت هاتين النقطتين." in prose(nobody, AR)
    assert "\nL’origine de ces points n’a pas été relevée." in prose(nobody, FR)
    rumour = replace(plan, points=(point(1, "tp.6.1", None), points[-1]))
    assert "\nلم تُدون الجهة التي أثارت هاتين النقطتين." in prose(rumour, AR)
    assert "\nL’origine de ces points n’a pas été relevée." in prose(rumour, FR)
    assert "auteur" not in prose(replace(nobody, expects_raisers=None), FR)


def test_deadline_of_the_day_of_issue_is_told_to_end_that_day() -> None:
    line = SituationFacts(1, News.STATE, DAY, commitment=1, code="cst.open", due_on=ISSUED_ON)
    plan = replace(BARE, commitments=(commitment(1, arabic("وعد")),), situation=(line,))
    assert "في انتظار التنفيذ، والأجل ينقضي اليوم (16/11/2026)" in prose(plan, AR)
    assert "En attente d’exécution, échéance à ce jour (16/11/2026)" in prose(plan, FR)


def test_new_due_date_of_an_earlier_promise_is_told_beside_the_first() -> None:
    put_off = replace(PATROLS, put_off_from=date(2026, 8, 1))
    plan = replace(BARE, earlier=named_earlier(DAY, in_progress=[put_off]))
    assert "01/09/2026 (بدل 01/08/2026)" in prose(plan, AR)
    assert "01/09/2026 (au lieu du 01/08/2026)" in prose(plan, FR)
