"""The titles of a partner's sheet, and what it mentions of other partners."""

from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.given_sheets import ISSUED_ON, YASMINE, promise, referral, remark, sheet
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH


def test_what_is_answered_passed_on_or_awaited_is_not_titled_as_done() -> None:
    for state in ("cst.open", "out.answered", "answered", "out.under_study", "told_to_other"):
        written = to_plain_text(realise_hand_out(sheet(of_state(state)), FR, ISSUED_ON))
        assert "Suite donnée au point que vous avez soulevé\n" in written
    for state, owner, title in (
        ("cst.done", "authority", "قلتم… وهذا مآل ما أثرتموه"),
        ("cst.done", "office", "قلتم… وأنجزنا"),
    ):
        plan = sheet(remark(state, promises=(promise(arabic("شيء"), state, owner=owner),)))
        assert f"{title}\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))


def test_not_all_is_titled_as_done_where_what_was_promised_before_is_late() -> None:
    kept = promise(arabic("شيء"), "cst.done", owner="office")
    late = replace(of_state("cst.overdue"), is_own=False)
    done = remark("cst.done", promises=(kept,))
    for plan, title in (
        (sheet(done), "Vous avez dit, nous avons fait"),
        (sheet(done, late, earlier=1), "Suites données aux points soulevés"),
    ):
        assert f"{title}\n" in to_plain_text(realise_hand_out(plan, FR, ISSUED_ON))


def test_an_answer_on_another_s_point_is_told_as_given_to_nobody() -> None:
    plan = sheet(replace(of_state("told_to_other"), is_own=False, is_common=False))
    assert "Une réponse a été apportée à ce point" in told(plan, FR)
    assert "il a reçu une réponse de notre part." in told(plan, FR)
    assert "communiquée" not in told(plan, FR)
    assert "أُجيب عن هذه النقطة" in told(plan, AR)
    assert "وقد أجبنا عنها." in told(plan, AR)
    assert "أُبلغ" not in told(plan, AR)


def test_a_partner_that_was_only_present_is_told_nothing_that_it_said() -> None:
    theirs = replace(remark("cst.done"), is_own=False, is_common=False, has_promise_of_other=True)
    for plan, title_ar, title_fr in (
        (
            sheet(theirs),
            "شاركتم… وهذا مآل ما أُثير",
            "Suite donnée au point soulevé",
        ),
        (
            sheet(theirs, of_state("out.answered")),
            "قلتم… وهذا مآل ما أُثير",
            "Suites données aux points soulevés",
        ),
    ):
        assert f"{title_ar}\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))
        assert f"{title_fr}\n" in to_plain_text(realise_hand_out(plan, FR, ISSUED_ON))


def test_what_a_service_did_about_one_of_two_points_is_not_titled_as_ours() -> None:
    kept = promise(arabic("شيء"), "cst.done", owner="office")
    plan = sheet(remark("cst.done", promises=(kept,)), of_state("answered"))
    assert "قلتم… وهذا مآل ما أثرتموه\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))


def test_what_the_partner_promised_stands_under_a_heading_of_its_own() -> None:
    own = promise(arabic("شيء"), "cst.done", owner="partner")
    for number, heading_ar, heading_fr in (
        (1, "التزامكم:", "Votre engagement :"),
        (2, "التزاماكم:", "Vos engagements :"),
        (3, "التزاماتكم:", "Vos engagements :"),
    ):
        plan = sheet(remark("cst.done", promises=(own,) * number))
        assert f"\n{heading_ar}\n" in told(plan, AR)
        assert f"\n{heading_fr}\n" in told(plan, FR)


def test_what_was_passed_on_is_told_before_what_was_promised_about_it() -> None:
    kept = promise(arabic("شيء"), "cst.done", owner="office")
    sent = referral("rf.commune", date(2026, 10, 1), date(2026, 10, 9))
    plan = sheet(remark("cst.done", promises=(kept,), referrals=(sent,)))
    assert told(plan, AR).index("أحلنا الموضوع") < told(plan, AR).index("ما التزمنا به: ")
    assert told(plan, FR).index("Nous avons saisi") < told(plan, FR).index("Notre engagement")


def test_what_was_done_for_others_is_not_titled_as_done_for_the_partner() -> None:
    kept = promise(arabic("شيء"), "cst.done", owner="office")
    done_for_other = replace(remark("cst.done", promises=(kept,)), is_own=False, is_common=False)
    plan = sheet(of_state("cst.in_progress"), done_for_other)
    assert "قلتم… وهذا مآل ما أُثير\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))


def test_points_of_one_other_partner_are_not_told_as_those_of_several() -> None:
    of_other = replace(remark("told_to_other"), is_own=False, is_common=False)
    headings = ("مما أثاره شريك آخر", "مما أثاره شريكان آخران", "مما أثاره شركاء آخرون")
    for others, heading in enumerate(headings, 1):
        plan = replace(sheet(of_other, of_other), others=others)
        assert f"{heading}\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))


def test_a_kept_promise_that_the_row_does_not_quote_is_named_as_what_was_kept() -> None:
    own = promise(arabic("شيء"), "cst.done", owner="partner")
    assert "أُنجز التزامكم" in told(sheet(remark("cst.done", promises=(own,))), AR)
    asked = sheet(remark("cst.referred", promises=(own,), referrals=(referral("rf.commune"),)))
    assert "أُنجز التزامكم، ولم يرد بعد جواب" in told(asked, AR)
    assert "Votre engagement est réalisé ; réponse de la commune attendue" in told(asked, FR)
    assert "Vos engagements sont réalisés" in told(
        sheet(remark("cst.done", promises=(own, own))), FR
    )
    ours = promise(arabic("شيء"), "cst.done", owner="office")
    assert "engagement est réalisé" not in told(sheet(remark("cst.done", promises=(ours,))), FR)


def test_an_earlier_point_is_told_with_its_meeting_and_with_who_raised_it() -> None:
    own = remark("cst.done", "tp.1.1", arabic("الضوضاء", "Le bruit"))
    of_others = replace(remark("cst.done", "tp.6.1"), is_own=False, is_common=False)
    plan = replace(sheet(remark("cst.open"), own, of_others, earlier=2), earlier_others=2)
    french = to_plain_text(realise_hand_out(plan, FR, ISSUED_ON)).replace("\u00a0", " ")

    assert "Bruit et nuisances nocturnes (rencontre périodique du 26 mars 2026)" in french
    assert "Vous nous avez dit : « Le bruit »" in french
    assert "(rencontre périodique du 26 mars 2026)\n  Soulevé par d’autres partenaires" in french
    assert "الضوضاء والإزعاج ليلا (لقاء دوري بتاريخ 26 مارس 2026)" in told(plan, AR)


def test_a_point_points_at_the_partner_s_own_promise_also_beside_a_referral() -> None:
    own = promise(arabic("شيء"), "cst.done", owner="partner")
    sent = referral("rf.commune", date(2026, 10, 1), date(2026, 10, 9))
    plan = sheet(remark("cst.done", promises=(own,), referrals=(sent,)))

    assert "Voir votre engagement ci-dessous" in told(plan, FR)
    assert "يُرجى الرجوع إلى التزامكم أدناه" in told(plan, AR)
    assert "Votre engagement est réalisé ; réponse de la commune reçue" in told(plan, FR)


def test_what_is_done_in_part_or_late_is_not_titled_as_done() -> None:
    kept = promise(arabic("شيء"), "cst.done", owner="office")
    plan = sheet(remark("cst.overdue", promises=(kept,)))
    assert "قلتم… وهذا مآل ما أثرتموه\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))


def test_what_nobody_in_particular_raised_is_not_put_into_the_partner_s_mouth() -> None:
    kept = promise(arabic("شيء"), "cst.done", owner="office")
    plan = sheet(replace(remark("cst.done", promises=(kept,)), is_own=False))
    assert "شاركتم… وهذا مآل ما أُثير\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))


def test_a_department_is_told_what_the_service_it_belongs_to_promised() -> None:
    theirs = promise(arabic("شيء", "Curer"), "cst.done", owner="authority", authority="rf.commune")
    theirs = replace(theirs, reason=arabic("تم", "Curé"))
    name = Bilingual("المصلحة الجماعية للأشغال", "Service communal des travaux")
    for partner, words_ar, words_fr in (
        (
            PartnerFacts(name, None, None),
            "التزام الجماعة التابعة لها مصلحتكم: «شيء»",
            "Engagement de la commune, dont relève votre service : « Curer »",
        ),
        (YASMINE, "التزام الجماعة: «شيء»", "Engagement de la commune : « Curer »"),
    ):
        plan = replace(sheet(remark("cst.done", promises=(theirs,))), partner=partner)
        assert words_ar in told(plan, AR)
        assert "ما أنجزته الجماعة: «تم»" in told(plan, AR)
        assert words_fr in told(plan, FR)


def test_a_service_is_told_what_it_promised_itself_as_its_own() -> None:
    annex = promise(arabic("شيء", "Dégager"), "cst.done", owner="authority", authority="rf.annexe")
    annex = replace(annex, reason=arabic("تم", "Dégagé"))
    name = Bilingual("الملحقة الإدارية المسيرة", "Annexe administrative Al Massira")
    given = sheet(remark("cst.done", promises=(annex,)))
    own = replace(given, partner=PartnerFacts(name, None, None))
    for plan, words_ar, words_fr in (
        (own, "ما التزمتم به: «شيء»", "Votre engagement : « Dégager »"),
        (own, "ما أنجزتموه: «تم»", "Ce que vous avez réalisé : « Dégagé »"),
        (given, "ما أنجزته الملحقة الإدارية: «تم»", "Réalisé par l’annexe administrative"),
    ):
        assert words_ar in told(plan, AR)
        assert words_fr in told(plan, FR)


def test_a_translated_text_is_marked_where_the_subject_is_quoted_as_written() -> None:
    both = [remark("cst.done", words=arabic("الضوضاء", "Le bruit"))] * 2
    once = "Les textes entre guillemets sont traduits de l’arabe."
    assert once in to_plain_text(realise_hand_out(sheet(*both), FR, ISSUED_ON))
    of_one = to_plain_text(realise_hand_out(sheet(*both, sessions=1), FR, ISSUED_ON))
    assert once not in of_one
    assert "* Traduction de l’arabe." in of_one
    words = (arabic("الضوضاء"), arabic("دورية", "Une ronde"))
    untold = remark("cst.done", words=words[0], promises=(promise(words[1], "cst.done"),))
    plan = sheet(remark("cst.done", words=words[0]))
    plan = replace(plan, remarks=(*plan.remarks, replace(untold, number=2)))
    assert "Traduction" not in to_plain_text(realise_hand_out(plan, FR, ISSUED_ON))


def test_what_the_partner_promised_alone_puts_nothing_into_its_mouth() -> None:
    own = promise(arabic("شيء"), "cst.done", owner="partner")
    plan = sheet(replace(remark("cst.done", promises=(own,)), is_own=False))
    assert "شاركتم… وهذا مآل ما أُثير\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))
