"""The prose of a partner sheet: facts of a partner, with a sentence counting its meetings."""

import re
from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PromiseFacts
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan, TopicCount
from outreach_app.summaries.partner_sheets.prose import realise_partner_sheet
from outreach_app.summaries.prose.blocks import Facts, Heading
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.closed_world import said, spans
from tests.core.summaries.filled_forms import PARTNER_SHEET
from tests.core.summaries.given_sheets import remark
from tests.core.summaries.plans import arabic
from tests.core.summaries.reading import ISOLATES

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH
COUNTED = {
    *(
        "issued_on",
        "meetings",
        "presences",
        "last_presence",
        "last_absence",
        "exchanges",
        "last_exchange",
    ),
}


def sheet(plan: PartnerSheetPlan, language: Language) -> str:
    words = to_plain_text(realise_partner_sheet(plan, language, plan.as_of))
    return ISOLATES.sub("", words).replace("\u00a0", " ")


@pytest.mark.parametrize("language", list(Language))
def test_everything_it_says_is_a_fact(language: Language) -> None:
    document = realise_partner_sheet(PARTNER_SHEET, language, PARTNER_SHEET.as_of)

    assert said(document) <= facts(PARTNER_SHEET).keys() | COUNTED
    assert not [
        span.text for span in spans(document) if not span.fact and re.search(r"\d", span.text)
    ]


def test_a_promise_about_its_point_is_told_with_whose_it_is() -> None:
    (own, *others) = PARTNER_SHEET.points
    promise = PromiseFacts(
        1, arabic("شيء"), "authority", None, None, "cst.done", None, "rf.commune"
    )
    for owner, authority, in_arabic, in_french in (
        ("authority", "rf.commune", "التزام الجماعة: «شيء»", "Engagement de la commune : «شيء»"),
        ("office", None, "التزام الدائرة الأمنية: ", "Engagement de l’arrondissement de police : "),
        ("partner", None, "التزام الجمعية: ", "Engagement de l’association : "),
    ):
        made = replace(promise, owner=owner, authority=authority)
        told = replace(own, remark=replace(own.remark, commitments=(made,)))
        plan = replace(PARTNER_SHEET, points=(told, *others))
        assert in_arabic in sheet(plan, ARABIC)
        assert in_french in sheet(plan, FRENCH)


def test_the_sheet_is_signed() -> None:
    assert sheet(PARTNER_SHEET, ARABIC).endswith("رئيس الدائرة الأمنية\n")
    assert sheet(PARTNER_SHEET, FRENCH).endswith("Le chef de l’arrondissement de police\n")


def test_thanks_call_for_nothing() -> None:
    own = replace(PARTNER_SHEET.points[0], kind="thanks")
    own = replace(
        own, remark=replace(own.remark, referrals=(), commitments=(), reply=None, state="cst.open")
    )
    plan = replace(PARTNER_SHEET, points=(own,))
    assert "N’appelle pas de suite" in sheet(plan, FRENCH)
    assert "لا يستدعي أي إجراء" in sheet(plan, ARABIC)


def test_news_of_which_nothing_came_awaits_its_verification() -> None:
    own = replace(PARTNER_SHEET.points[0], kind="rumour")
    bare = replace(own.remark, referrals=(), commitments=(), reply=None, state="cst.open")
    plan = replace(PARTNER_SHEET, points=(replace(own, remark=bare),))
    assert "في انتظار نتيجة التحقق" in sheet(plan, ARABIC)
    assert "En attente du résultat de la vérification" in sheet(plan, FRENCH)


def test_what_came_of_its_own_points_is_told_with_its_days() -> None:
    words = sheet(PARTNER_SHEET, FRENCH)

    assert "Saisine de la commune le 06/10/2026 ; réponse reçue le 26/10/2026 : «برمجة" in words
    assert (
        "Réponse de l’arrondissement de police : « La permanence est ouverte jour et nuit »"
        in words
    )
    assert "Aucune suite enregistrée" in words


def test_a_reply_that_was_given_and_what_was_decided_are_told_beside_a_promise() -> None:
    (own, *_others) = PARTNER_SHEET.points
    told = replace(own.remark, given_on=date(2026, 1, 31), beside="out.out_of_scope")
    plan = replace(PARTNER_SHEET, points=(replace(own, remark=told),))
    assert "éponse de l’arrondissement de police communiquée le 31/01/2026" in sheet(plan, FRENCH)
    assert "Hors compétence" in sheet(plan, FRENCH)
    assert "أُبلغ جواب الدائرة الأمنية يوم 31/01/2026" in sheet(plan, ARABIC)
    noted = replace(own, remark=remark("noted"))
    plan = replace(PARTNER_SHEET, points=(noted,))
    assert "Point inscrit au suivi des informations à vérifier" in sheet(plan, FRENCH)
    assert "سُجلت النقطة ضمن الأخبار المتداولة" in sheet(plan, ARABIC)


@pytest.mark.parametrize(
    ("counts", "arabic", "french"),
    [
        ((1,), "ولا تُنسب هذه النقطة إلى", "Ce point n’est pas attribué à"),
        ((1, 1), "ولا تُنسب هاتان النقطتان إلى", "Ces points ne sont pas attribués à"),
        ((1, 2), "ولا تُنسب هذه النقط إلى", "Ces points ne sont pas attribués à"),
    ],
)
def test_what_is_not_its_own_agrees_with_how_much_that_is(
    counts: tuple[int, ...], arabic: str, french: str
) -> None:
    topics = tuple(TopicCount(f"tp.{place}.1", each) for place, each in enumerate(counts, 1))
    plan = replace(PARTNER_SHEET, topics=topics)

    assert arabic in sheet(plan, ARABIC)
    assert french in sheet(plan, FRENCH)


def test_the_day_by_which_a_person_is_to_be_informed_is_told() -> None:
    waiting = replace(PARTNER_SHEET.capacities[1], inform_by=date(2026, 11, 20))
    past = replace(waiting, inform_by=date(2026, 5, 1))
    for row, by, until in (
        (waiting, "à remettre au plus tard le 20/11/2026", "، في أجل أقصاه 20/11/2026"),
        (past, "à remettre ; délai expiré le 01/05/2026", "، وقد انقضى الأجل يوم 01/05/2026"),
    ):
        plan = replace(PARTNER_SHEET, capacities=(row,))
        assert by in sheet(plan, FRENCH)
        assert until in sheet(plan, ARABIC)


def test_a_person_to_inform_is_a_task() -> None:
    waiting = replace(PARTNER_SHEET.capacities[0], is_to_inform=True, informed_on=None)
    plan = replace(PARTNER_SHEET, capacities=(waiting,))

    for language, words in (
        (FRENCH, "(loi n° 09-08) : Avis relatif aux données à caractère personnel à remettre\n"),
        (
            ARABIC,
            "(القانون رقم 09-08): لم يتم الإخبار بعد؛ يتعين تسليم الإعلان المتعلق",
        ),
    ):
        assert words in sheet(plan, language)


@pytest.mark.parametrize(
    ("category", "french", "arabic"),
    [
        ("pt.association", "Mandat : Non enregistré", "مدة الانتداب: غير مسجلة"),
        ("pt.media", "Mandat : Non enregistré", "مدة الانتداب: غير مسجلة"),
    ],
)
def test_a_mandate_that_nobody_noted_is_told_as_such(
    category: str, french: str, arabic: str
) -> None:
    unknown = replace(PARTNER_SHEET.capacities[0], mandate_from=None, mandate_until=None)
    plan = replace(PARTNER_SHEET, category=category, type=None, capacities=(unknown,))

    assert french in sheet(plan, FRENCH)
    assert arabic in sheet(plan, ARABIC)


def test_how_often_a_topic_came_is_told_in_points() -> None:
    plan = replace(PARTNER_SHEET, topics=(TopicCount("tp.6.1", 1), TopicCount("tp.1.1", 3)))

    assert "Éclairage public (un point) ; bruit et nuisances nocturnes (trois" in sheet(
        plan, FRENCH
    )
    assert "الإنارة العمومية (نقطة واحدة)؛ " in sheet(plan, ARABIC)
    assert " (3 نقط)" in sheet(plan, ARABIC)


def test_a_phone_reads_as_people_say_it() -> None:
    assert "Téléphone : +212 5 22 00 00 00" in sheet(PARTNER_SHEET, FRENCH)


def test_sections_without_a_fact_are_left_out_and_the_others_numbered() -> None:
    bare = replace(PARTNER_SHEET, capacities=(), points=(), topics=(), pledges=(), meetings=())
    document = realise_partner_sheet(bare, FRENCH, bare.as_of)

    headings = [(each.number, each.text) for each in document.blocks if isinstance(each, Heading)]
    assert headings == [(1, "Rencontres et actions des 12\xa0derniers mois")]


def test_a_next_meeting_that_nobody_confirmed_is_to_confirm() -> None:
    coming = PARTNER_SHEET.next_meeting
    assert coming is not None
    confirmed = replace(PARTNER_SHEET, next_meeting=replace(coming, is_to_confirm=None))
    for language, words in ((FRENCH, "(à confirmer)"), (ARABIC, "(قيد التأكيد)")):
        assert words in sheet(PARTNER_SHEET, language)
        assert words not in sheet(confirmed, language)


def test_what_is_not_known_has_no_label() -> None:
    bare = replace(PARTNER_SHEET, phone=None, receipt_number=None, next_meeting=None, type=None)
    document = realise_partner_sheet(bare, FRENCH, bare.as_of)
    (block,) = (each for each in document.blocks if isinstance(each, Facts))

    assert [label for label, _value in block.items] == [
        "Catégorie",
        "Adresse",
        "Nature et date du récépissé",
    ]


def test_an_address_typed_in_the_other_language_is_quoted_and_marked() -> None:
    in_french = replace(PARTNER_SHEET, place="12, rue des Orangers")

    assert "العنوان: 12، زنقة الزيتون\n" in sheet(PARTNER_SHEET, ARABIC)
    quoted = "Adresse : «12، زنقة الزيتون» (texte original en arabe)\n"
    assert quoted in sheet(PARTNER_SHEET, FRENCH)
    assert "Adresse : 12, rue des Orangers\n" in sheet(in_french, FRENCH)
    quoted = "العنوان: « 12, rue des Orangers » (النص الأصلي بالفرنسية)\n"
    assert quoted in sheet(in_french, ARABIC)


def test_what_was_kept_is_told_with_its_day() -> None:
    for language, words in (
        (FRENCH, "Réalisé le\u00a021/10/2026"),
        (ARABIC, "منجز يوم 21/10/2026"),
    ):
        document = to_plain_text(
            realise_partner_sheet(PARTNER_SHEET, language, PARTNER_SHEET.as_of)
        )
        assert words in ISOLATES.sub("", document)
    pledge = replace(PARTNER_SHEET.pledges[0], status="cst.dropped", ended_on=date(2026, 10, 21))
    plan = replace(PARTNER_SHEET, pledges=(pledge,))
    assert "متخلى عنه يوم 21/10/2026" in sheet(plan, ARABIC)
    assert "Abandonné le 21/10/2026" in sheet(plan, FRENCH)


def test_a_subject_of_the_other_language_is_marked_and_a_missing_one_said() -> None:
    other = Bilingual("حماية النساء", None)
    (row, *_others) = PARTNER_SHEET.meetings
    told = replace(PARTNER_SHEET, meetings=(replace(row, subject=other),))
    words = ISOLATES.sub("", to_plain_text(realise_partner_sheet(told, FRENCH, told.as_of)))
    assert "«حماية النساء» (texte original en arabe)" in words
    bare = replace(PARTNER_SHEET, meetings=(replace(row, subject=Bilingual(None, None)),))
    words = to_plain_text(realise_partner_sheet(bare, FRENCH, bare.as_of))
    assert "Non précisé" in words


def test_a_promise_that_has_begun_is_told_so_besides_its_lapse() -> None:
    pledge = replace(PARTNER_SHEET.pledges[0], status="cst.overdue", stands="cst.partly")
    plan = replace(PARTNER_SHEET, pledges=(pledge,))

    assert "منجز جزئيا، وقد انصرم الأجل" in sheet(plan, ARABIC)
    assert "Partiellement réalisé, échéance dépassée" in sheet(plan, FRENCH)
    waiting = replace(
        plan, pledges=(replace(pledge, status="cst.open", stands=None, ended_on=None),)
    )
    assert "État au 12/11/2026 : En attente d’exécution\n" in sheet(waiting, FRENCH)


def test_a_mandate_without_end_goes_on_and_a_branch_is_no_director() -> None:
    capacity = replace(PARTNER_SHEET.capacities[0], mandate_until=None)
    plan = replace(PARTNER_SHEET, capacities=(capacity,), category="pt.company", type="pr.bank")

    assert "Mandat : depuis le " in sheet(plan, FRENCH)
    assert "مدة الانتداب: ابتداء من " in sheet(plan, ARABIC)
    assert "Type : Agence bancaire\n" in sheet(plan, FRENCH)


def test_a_receipt_s_label_names_what_is_known_of_it() -> None:
    dated = replace(PARTNER_SHEET, is_receipt_final=None)
    assert "تاريخ الوصل: " in sheet(dated, ARABIC)
    assert "Nature et" not in sheet(dated, FRENCH)
    undated = replace(PARTNER_SHEET, receipt_on=None)
    assert "طبيعة الوصل: " in sheet(undated, ARABIC)


def test_a_capacity_typed_in_the_other_language_is_quoted_and_marked() -> None:
    (first, *others) = PARTNER_SHEET.capacities
    in_french = replace(first, capacity=Bilingual(None, "Trésorière"))
    plan = replace(PARTNER_SHEET, capacities=(in_french, *others))
    assert "Trésorière » (النص الأصلي بالفرنسية)" in sheet(plan, ARABIC).replace("\xa0", " ")
