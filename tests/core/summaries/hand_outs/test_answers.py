"""A partner's sheet on points answered by the office, by a service, or both."""

from dataclasses import replace
from datetime import date

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.hand_outs.states import state_of
from tests import makers
from tests.core.summaries.given_sheets import ISSUED_ON, promise, referral, remark, sheet
from tests.core.summaries.hand_outs.test_facts import AUTUMN, plan
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH


def test_what_a_service_answered_alone_is_told_apart_from_what_it_answered_besides() -> None:
    answered = referral("rf.pj", None, ISSUED_ON)
    plan = sheet(
        replace(of_state("cst.done"), referrals=(answered,)),
        replace(of_state("cst.done"), referrals=(answered,)),
        of_state("answered"),
    )
    done = "أُنجز ما التُزم به بشأن نقطتين، وورد جواب الجهة المختصة بشأن نقطة أخرى."
    assert done in told(plan, AR)
    sentence = (
        "deux ont fait l’objet d’engagements réalisés et un autre a reçu une réponse du service"
    )
    assert sentence in told(plan, FR)
    assert (
        told(plan, FR).count("Réalisé ; réponse du service compétent de police judiciaire reçue")
        == 2
    )


def test_what_another_partner_has_still_to_keep_is_not_told_as_kept() -> None:
    kept = of_state("cst.done")
    plan = sheet(replace(kept, has_promise_of_other=True), kept, of_state("answered"))
    assert "أُنجزت التزامات بشأن نقطتين" in told(plan, AR)
    ended = replace(kept, has_promise_of_other=True, end_of_others="cst.done")
    assert "أُنجز ما التُزم به بشأن نقطتين" in told(sheet(ended, kept, of_state("answered")), AR)


def test_one_service_that_answered_on_two_points_is_one_and_two_are_several() -> None:
    one = referral("rf.commune", None, ISSUED_ON)
    for second, said_fr in (
        ("rf.commune", "de la commune."),
        ("rf.pj", "des autorités et services saisis."),
    ):
        other = referral(second, None, ISSUED_ON)
        rows = (replace(of_state("answered"), referrals=(each,)) for each in (one, other))
        assert f"tous deux ont reçu une réponse {said_fr}" in told(sheet(*rows), FR)


def test_what_we_and_a_service_both_answered_is_told_of_both() -> None:
    answered = (referral("rf.pj", None, ISSUED_ON),)
    plan = sheet(replace(of_state("out.answered"), referrals=answered))
    assert "il a reçu notre réponse et celle du service compétent de police judiciaire." in told(
        plan, FR
    )
    assert "وقد أُجيب عنها من لدنّا ومن لدن الجهة المختصة." in told(plan, AR)


def test_what_we_answered_aloud_stands_beside_what_a_service_answered() -> None:
    answered = (referral("rf.pj", None, ISSUED_ON),)
    plan = sheet(replace(of_state("out.answered"), referrals=answered))
    assert "Nous avons répondu à ce point" in told(plan, FR)
    assert "أجبنا عن هذه النقطة" in told(plan, AR)


def test_a_commitment_kept_is_told_while_a_service_has_not_answered() -> None:
    kept = remark(
        "cst.referred",
        promises=(promise(arabic("تنظيم دورية"), "cst.done"),),
        referrals=(referral("rf.commune", ISSUED_ON),),
    )
    one = sheet(kept)
    assert "Réalisé ; réponse de la commune attendue" in told(one, FR)
    assert "État" not in told(one, FR)
    assert "notre engagement à ce sujet est réalisé, avec saisine du service" in told(one, FR)
    assert "وقد أُنجز ما التزمنا به بشأنها، وأُحيلت على الجهة المختصة في انتظار الجواب." in told(
        one, AR
    )
    others = sheet(kept, kept, of_state("cst.referred"))
    assert (
        "pour deux points, nos engagements sont réalisés, avec saisine du service compétent"
        " (réponse attendue) ; un a été transmis au service compétent." in told(others, FR)
    )
    assert (
        "أُنجز ما التزمنا به بشأن نقطتين، مع إحالتهما على الجهة المختصة في انتظار الجواب،"
        " وأُحيلت نقطة واحدة" in told(others, AR)
    )


def test_an_answer_without_words_is_told_without_saying_when() -> None:
    plan = sheet(of_state("out.answered"), of_state("out.resolved"))
    assert "Nous avons répondu à ce point" in told(plan, FR)
    assert "عولجت النقطة مباشرة، دون التزام ولا إحالة" in told(plan, AR)
    assert "l’un est traité, l’autre a reçu une réponse de notre part." in told(plan, FR)
    assert "نقطتان: عولجت إحداهما، وأجبنا عن الأخرى." in told(plan, AR)


def test_a_service_that_made_a_promise_is_named() -> None:
    made = promise(arabic("إصلاح الأعمدة", "Réparer"), "cst.done", owner="authority",
                   reason=arabic("أُصلحت", "Réparé"), authority="rf.commune")  # fmt: skip
    plan = sheet(remark("cst.done", promises=(made,)))
    assert "Engagement de la commune : « Réparer »" in told(plan, FR)
    assert "Réalisé par la commune : « Réparé »" in told(plan, FR)
    assert "التزام الجماعة: «إصلاح الأعمدة»" in told(plan, AR)
    assert "ما أنجزته الجماعة: «أُصلحت»" in told(plan, AR)


def test_what_another_service_did_is_not_told_as_our_own() -> None:
    words = arabic("تحرير المدخل", "Dégager l’entrée")
    done = arabic("تم", "L’entrée est dégagée")
    theirs, own = (
        told(sheet(remark("cst.done", promises=(each,))), FR)
        for each in (
            promise(words, "cst.done", reason=done, owner="authority"),
            promise(words, "cst.done", reason=done, owner="office"),
        )
    )
    assert "Engagement du service compétent : « Dégager l’entrée »" in theirs
    assert "Réalisé par le service compétent : « L’entrée est dégagée »" in theirs
    assert "Notre engagement : « Dégager l’entrée »" in own
    assert "Ce qui a été fait : « L’entrée est dégagée »" in own


def test_the_answer_to_another_s_point_is_not_shown_nor_that_of_the_judicial_police(
    database: Database,
) -> None:
    partner, other = (
        makers.write_partner(database, name_ar=name, name_fr=None) for name in ("جمعية", "أخرى")
    )
    answered = ReferralDraft(
        *("rf.pj", "tp.2.1"),
        answered_on=AUTUMN.last,
        answer="جواب البحث",
        answer_language="ar",
        point=0,
    )
    point = PointDraft("concern", "tp.2.1", "كلام", "ar")
    for raised_by, service, is_shown, is_named in (
        (partner, "rf.pj", False, True),
        (None, "rf.pj", False, False),
        (None, "rf.commune", True, True),
        (other, "rf.pj", False, False),
        (other, "rf.commune", False, True),
    ):
        makers.write_meeting(
            database,
            attendances=((partner, True), (other, True)),
            points=(replace(point, raised_by=raised_by),),
            commitments=(),
            referrals=(replace(answered, destination=service),),
        )
        (row,) = plan(database, partner).remarks[-1].referrals
        assert (row.answer is not None) is is_shown
        assert (row.to is not None) is is_named
        assert row.answered_on == AUTUMN.last


def test_an_answer_that_is_not_shown_is_said_to_be_left_out() -> None:
    withheld = replace(referral("rf.pj", date(2026, 10, 14), ISSUED_ON), to=None)
    plan = sheet(
        replace(of_state("answered"), is_own=False, is_common=False, referrals=(withheld,))
    )
    french = told(plan, FR)
    assert "Nous avons saisi le service compétent le 14 octobre 2026." in french
    assert "Réponse reçue le 10 novembre 2026." in french
    assert "n’est pas repris" not in french  # nothing of another partner is said to be withheld
    assert "il a reçu une réponse du service compétent." in french
    assert "أحلنا الموضوع على الجهة المختصة يوم 14 أكتوبر 2026، وورد الجواب" in told(plan, AR)
    assert "يوم 10 نونبر 2026\n" in told(plan, AR)


def test_a_promise_kept_after_its_day_is_told_as_kept_late() -> None:
    done = arabic("أُصلحت", "Réparé")
    for reason, french, arabic_ in (
        (done, "Ce qui a été fait, hors délai : « Réparé »", "ما أُنجز، بعد انصرام الأجل: «أُصلحت»"),
        (None, "Réalisé, hors délai.", "أُنجز، بعد انصرام الأجل."),
    ):
        kept = promise(arabic("إصلاح", "Réparer"), "cst.done", reason=reason)
        plan = sheet(remark("cst.done", promises=(replace(kept, is_late=True),)))
        assert french in told(plan, FR)
        assert arabic_ in told(plan, AR)
        in_time = sheet(remark("cst.done", promises=(kept,)))
        assert "hors délai" not in told(in_time, FR)


def test_no_row_says_nothing_of_what_followed() -> None:
    passed_on = sheet(of_state("out.looked_into"))
    for language, follow_up, state in (
        (AR, "أحلنا الموضوع على الجهة المختصة قصد اتخاذ ما يلزم", "محال على الجهة المختصة"),
        (FR, "Nous avons transmis ce point au service compétent", "Transmis au service compétent"),
    ):
        assert follow_up in told(passed_on, language)
        assert f"{state}" in told(passed_on, language)
        assert "Transmise" not in told(passed_on, language)
    for reaction, ar, fr in (
        ("out.out_of_scope", "لا يدخل الموضوع ضمن اختصاصنا", "Ce point ne relève pas de notre"),
        ("out.no_followup", "لم يُتخذ أي إجراء بشأن الموضوع", "Aucune mesure n’a été retenue"),
        ("out.under_study", "ندرس الموضوع", "Nous étudions ce point"),
        ("cst.open", "لم يُسجل بعد أي إجراء", "Aucune suite n’a encore été donnée"),
    ):
        assert ar in told(sheet(of_state(reaction)), AR)
        assert fr in told(sheet(of_state(reaction)), FR)


def test_how_late_another_service_was_is_not_told() -> None:
    made = promise(arabic("فتح الباب", "Ouvrir"), "cst.done", owner="authority",
                   reason=arabic("فُتح", "Ouvert"), authority="rf.commune")  # fmt: skip
    for owner, is_told in (("authority", False), ("office", True)):
        row = replace(made, owner=owner, is_late=True)
        plan = sheet(replace(of_state("cst.done"), commitments=(row,)))
        assert ("بعد انصرام الأجل" in told(plan, AR)) is is_told
        assert ("hors délai" in told(plan, FR)) is is_told


def test_points_of_before_stand_under_the_day_that_the_period_begins() -> None:
    for points, ar, fr in (
        (
            1,
            "تتبع نقطة واحدة أُثيرت في لقاءاتنا واتصالاتنا قبل 7 ماي 2026:",
            "Suivi d’un point soulevé dans nos rencontres et échanges avant le 7 mai 2026",
        ),
        (2, "تتبع نقطتين أُثيرتا في لقاءاتنا", "Suivi de deux points soulevés dans nos rencontres"),
        (
            3,
            "تتبع ثلاث نقط أُثيرت في لقاءاتنا",
            "Suivi de trois points soulevés dans nos rencontres",
        ),
    ):
        rows = [of_state("out.answered"), *[of_state("cst.overdue")] * points]
        plan = replace(sheet(*rows, earlier=points), first=date(2026, 5, 7))
        assert ar in told(plan, AR)
        assert fr in told(plan, FR)


def test_the_one_service_that_the_state_has_is_not_named_again_with_its_answer() -> None:
    answered = referral("rf.commune", None, ISSUED_ON, arabic("تم الإنجاز"))
    row = replace(of_state("cst.referred"), referrals=(answered,))
    assert "محال على الجهة المختصة، وورد جوابها" in told(sheet(row), AR)
    assert "Transmis au service compétent ; réponse reçue" in told(sheet(row), FR)


def test_no_further_action_adds_nothing_to_an_answer() -> None:
    answered = (referral("rf.commune", None, ISSUED_ON, arabic("تم الإنجاز")),)
    replied = Point(reaction="out.no_followup", reply="aucun fondement")
    given = Point(reaction="out.no_followup", given_on=ISSUED_ON)
    closed = Point(reaction="out.no_followup")

    assert state_of(replied, (), ()) == "out.answered"
    assert state_of(closed, (), answered) == "answered"
    assert state_of(given, (), ()) == "out.answered"
    assert state_of(closed, (), ()) == "out.no_followup"


def test_what_we_settled_needs_no_answer_of_a_service_though_something_was_promised() -> None:
    settled, kept = Point(reaction="out.resolved"), promise(arabic("دورية"), "cst.done")
    awaited = (referral("rf.commune", ISSUED_ON),)
    assert state_of(settled, (kept,), awaited) == "out.resolved"
    assert state_of(settled, (kept,), ()) == "cst.done"
    assert state_of(settled, (replace(kept, status="cst.open"),), awaited) == "promised"


def test_a_promise_partly_kept_or_begun_is_told_so_after_its_day() -> None:
    late = replace(promise(arabic("مرافقة"), "cst.overdue", due_on=date(2026, 2, 28)))
    for stands, said_ar, said_fr in (
        ("cst.partly", "، ولم يُنجز إلا جزئيا.", ", effectuée en partie seulement."),
        ("cst.in_progress", "، ولا يزال قيد الإنجاز.", ", toujours en cours."),
        (None, "، ولم يُسجل إنجازه بعد.", ", aucune exécution enregistrée à ce jour."),
    ):
        row = remark("cst.overdue", promises=(replace(late, stands=stands),))
        assert f"28 فبراير 2026{said_ar}" in told(sheet(row), AR)
        assert f"28 février 2026{said_fr}" in told(sheet(row), FR)
