"""The rectification sheet states the truth first, and omits what its office does not know."""

import re
from dataclasses import replace
from datetime import date, time
from typing import cast
from uuid import uuid4

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.i18n import Language
from outreach_app.issuing.forms import prepare_rectification_sheet
from outreach_app.rules.names import Bilingual
from outreach_app.services.findings import FindingDraft, record_finding
from outreach_app.services.offices import change_office, draft_of_own_office
from outreach_app.summaries.communication.rectification_plan import (
    PublishedFacts,
    RectificationPlan,
)
from outreach_app.summaries.forms.covering_facts import plan_covering
from outreach_app.summaries.forms.covering_prose import realise_covering
from outreach_app.summaries.forms.rectification_prose import realise_rectification
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.closed_world import said
from tests.core.summaries.filled_forms import ISSUED_ON, RECTIFICATION
from tests.core.summaries.plans import french
from tests.core.summaries.reading import ISOLATES

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH
PUBLISHED = cast("PublishedFacts", RECTIFICATION.published)
UNRECTIFIED = replace(RECTIFICATION, published=None, result="vr.true")


def sheet(plan: RectificationPlan, language: Language) -> str:
    words = to_plain_text(realise_rectification(plan, language, ISSUED_ON))
    return ISOLATES.sub("", words).replace("\u00a0", " ")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("plan", [RECTIFICATION, replace(UNRECTIFIED, fact=french("Vrai"))])
def test_everything_it_says_is_a_fact(plan: RectificationPlan, language: Language) -> None:
    document = realise_rectification(plan, language, ISSUED_ON)

    assert said(document) <= facts(plan).keys() | {"issued_on", "fixed.emergency_number"}


def test_the_truth_stands_before_what_circulated() -> None:
    for language, truth in ((ARABIC, "لم تسجل مصالح الأمن"), (FRENCH, "n’ont enregistré aucun")):
        words = sheet(RECTIFICATION, language)
        assert words.index(truth) < words.index("اختطاف تلميذة أمام")


@pytest.mark.parametrize(
    ("published", "arabic", "french_words"),
    [
        (PUBLISHED, "أقل من 17 ساعة", "moins de 17 heures"),
        (replace(PUBLISHED, hours=2, took_whole_hours=True), "ساعتان", "2 heures"),
        (replace(PUBLISHED, hours=1), "أقل من ساعة واحدة", "moins d’une heure"),
        # A delay of days is that from one day to the other, as is one of an unknown hour.
        (
            replace(PUBLISHED, hours=101, days=4),
            *("4 أيام", "4 jours"),
        ),
        (replace(PUBLISHED, hours=None, days=1), "يوم واحد", "un jour"),
        (replace(PUBLISHED, hours=25, days=1), "يوم واحد", "un jour"),
        (replace(PUBLISHED, hours=None, days=0), "في اليوم نفسه", "le jour même"),
        (
            replace(PUBLISHED, hours=None, was_out_before=True),
            *("صدر البيان قبل الرصد", "mise au point antérieure au relevé"),
        ),
    ],
)
def test_it_says_how_soon_the_rumour_was_rectified(
    published: PublishedFacts, arabic: str, french_words: str
) -> None:
    plan = replace(RECTIFICATION, published=published)

    assert f"\nالمدة بين الرصد وبيان الحقيقة: {arabic}\n" in sheet(plan, ARABIC)
    delay = "Délai entre le relevé et la mise au point : "
    assert f"\n{delay}{french_words}\n" in sheet(plan, FRENCH)


def test_an_office_without_a_telephone_gives_that_of_emergencies_alone() -> None:
    office = replace(RECTIFICATION.office, phone=None)
    plan = replace(RECTIFICATION, office=office)
    assert "\nEn cas d’urgence : 19\n" in sheet(plan, FRENCH)
    assert "\nفي الحالات المستعجلة: 19\n" in sheet(plan, ARABIC)
    plan = replace(plan, office=replace(office, phone="+212522000000"))
    assert "Pour nous joindre" in sheet(plan, FRENCH)


@pytest.mark.parametrize("language", list(Language))
def test_each_day_is_told_once_and_the_head_signs(language: Language) -> None:
    words = sheet(RECTIFICATION, language)

    assert words.count("17") == words.count("18") == 1
    assert len(re.findall("15 أكتوبر|15 octobre|15/10", words)) == 1
    assert len(re.findall("16 أكتوبر|16 octobre|16/10", words)) == 1
    assert ("رئيس الدائرة الأمنية" if language is ARABIC else "Le chef de l’arr") in words


def test_only_what_stands_as_it_was_heard_is_said_to() -> None:
    translated = replace(RECTIFICATION, words=french("Enlèvement", "اختطاف"))

    assert "كما رُصد" in sheet(RECTIFICATION, ARABIC)
    assert "كما رُصد" not in sheet(translated, ARABIC)
    assert "Telle que relevée" in sheet(translated, FRENCH)
    assert "Telle que relevée" not in sheet(
        replace(RECTIFICATION, words=replace(translated.words, language=ARABIC)), FRENCH
    )


def test_a_late_copy_asks_for_nothing_and_what_was_true_for_less() -> None:
    spread, check = "diffuser cette mise au point", "vérifier la source"
    old = replace(RECTIFICATION, published=replace(PUBLISHED, published_on=date(2026, 6, 1)))

    assert spread in sheet(RECTIFICATION, FRENCH)
    assert "copie d’archive, établie le" in sheet(old, FRENCH)
    assert "نسخة للحفظ، حُررت يوم" in sheet(old, ARABIC)
    for of_partners in ("Aux partenaires", "Il vous est demandé", "Vos remarques", "nous joindre"):
        assert of_partners not in sheet(old, FRENCH)
    for language in Language:
        filed = realise_rectification(old, language, ISSUED_ON)
        assert filed.level is Circulation.INTERNAL
    assert "archivage" not in sheet(RECTIFICATION, FRENCH)
    assert check not in sheet(UNRECTIFIED, FRENCH)
    assert check in sheet(replace(UNRECTIFIED, result="vr.unverifiable"), FRENCH)


def test_what_was_found_before_is_told_once_of_its_day() -> None:
    earlier = replace(UNRECTIFIED, fact=french("Vrai"), found_on=date(2026, 5, 2))

    for language, lead, day in (
        (FRENCH, "La vérification a établi ce qui suit : ", "2 mai 2026"),
        (ARABIC, "وقد أسفر التحقق عما يلي: ", "2 ماي 2026"),
    ):
        words = sheet(earlier, language)
        assert words.index(day) < words.index(lead)
        assert words.count(day) == 1


def test_a_translated_rumour_is_told_once_to_be_one() -> None:
    for language, note in ((ARABIC, "مترجم عن الفرنسية"), (FRENCH, "raduite de l’arabe")):
        other = FRENCH if language is ARABIC else ARABIC
        words = replace(RECTIFICATION.words, language=other, translation="ترجمة")
        text = sheet(replace(RECTIFICATION, words=words), language)
        assert text.count(note) == 1
        assert "(traduit" not in text


def test_one_request_is_no_list() -> None:
    assert "\n– " in sheet(RECTIFICATION, FRENCH)
    for language in Language:
        assert "\n– " not in sheet(UNRECTIFIED, language)
    assert "Il vous est demandé de bien vouloir signaler à" in sheet(UNRECTIFIED, FRENCH)
    assert "المرجو منكم إشعار الدائرة الأمنية بكل" in sheet(UNRECTIFIED, ARABIC)


def test_the_hour_of_hearing_is_announced_where_it_is_known() -> None:
    without = replace(RECTIFICATION, heard_at=None)

    assert "\nDate et heure du relevé : " in sheet(RECTIFICATION, FRENCH)
    assert "\nتاريخ الرصد وساعته: " in sheet(RECTIFICATION, ARABIC)
    assert "\nDate du relevé : " in sheet(without, FRENCH)
    assert "\nتاريخ الرصد: " in sheet(without, ARABIC)


def test_what_was_published_ends_as_a_sentence() -> None:
    text = Bilingual("لم يتقرر أي إغلاق", "Rien n’est prévu.")
    plan = replace(RECTIFICATION, published=replace(PUBLISHED, text=text))

    assert "لم يتقرر أي إغلاق.\n" in sheet(plan, ARABIC)
    assert "Rien n’est prévu.\n" in sheet(plan, FRENCH)


def test_a_text_of_the_other_language_is_marked() -> None:
    only_arabic = replace(PUBLISHED, text=replace(PUBLISHED.text, fr=None))
    words = sheet(replace(RECTIFICATION, published=only_arabic), FRENCH)

    assert "لم تسجل مصالح الأمن الوطني" in words
    assert "texte original en arabe" in words


@pytest.mark.parametrize(
    ("result", "page", "arabic", "french_words"),
    [
        (
            *("vr.true", None, "أن الخبر المذكور أدناه صحيح."),
            "que l’information rapportée ci-dessous est exacte.",
        ),
        ("vr.unverifiable", None, "ويُرجى عدم نشره.", "il est demandé de ne pas la diffuser."),
        ("vr.misleading", None, "أدناه مضلل.", "l’information rapportée ci-dessous est trompeuse."),
        (
            "vr.impersonation",
            "Police Info",
            "صفحة «Police Info» على فيسبوك لا تمثل المديرية",
            "La page « Police Info », sur Facebook, ne représente ni",
        ),
        (
            "vr.unofficial",
            "Police Info",
            "صفحة «Police Info» على فيسبوك غير رسمية، دون انتحال صفة.",
            "La page « Police Info », sur Facebook, n’est pas officielle",
        ),
        ("vr.impersonation", None, "هذه الصفحة لا تمثل المديرية", "Cette page ne représente ni"),
    ],
)
def test_what_needs_no_rectification_is_told_by_its_result(
    result: str, page: str | None, arabic: str, french_words: str
) -> None:
    plan = replace(UNRECTIFIED, result=result, page_name=page, page_network="pc.facebook")

    assert arabic in sheet(plan, ARABIC)
    assert french_words in sheet(plan, FRENCH)
    assert "Délai" not in sheet(plan, FRENCH)
    # Nothing was rectified, and neither the sheet nor its foot claims it.
    assert realise_rectification(plan, ARABIC, ISSUED_ON).kind == "نتيجة تحقق"
    assert realise_rectification(plan, FRENCH, ISSUED_ON).kind == "résultat de vérification"
    assert "بيان حقيقة" not in sheet(plan, ARABIC)
    assert "Mise au point" not in sheet(plan, FRENCH)


def test_a_rumour_is_told_once_it_is_rectified(database: Database) -> None:
    uid = makers.write_rumour(database)
    with pytest.raises(NotAllowed) as refused:
        prepare_rectification_sheet(database, str(uid))
    assert refused.value.code == "nothing_to_tell"
    makers.rectify(database, uid)
    document = prepare_rectification_sheet(database, str(uid))

    assert document.plan.published is not None
    assert document.plan.number == f"M-01/{clock.local(clock.now()).year}"
    assert document.plan.published.hours == 17
    assert document.plan.published.published_at == time(11, 5)


def test_a_result_without_a_rectification_is_registered_and_sent_as_that(
    database: Database,
) -> None:
    uid = makers.write_rumour(database)
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, FindingDraft("vr.true", date(2026, 10, 16), source="vs.own"))
        change_office(session, replace(draft_of_own_office(session), recipient_fr="Le chef"))
    issued = makers.give(database, prepare_rectification_sheet(database, str(uid))).issue
    with database.read() as session:
        plan = plan_covering(session, [issued.number])

    words = ISOLATES.sub("", to_plain_text(realise_covering(plan, FRENCH, ISSUED_ON)))
    assert f"Résultat de la vérification d’une information n°\u00a0{issued.number}" in words
    words = ISOLATES.sub("", to_plain_text(realise_covering(plan, ARABIC, ISSUED_ON)))
    assert f"نتيجة التحقق من خبر متداول عدد {issued.number}" in words
    assert issued.number.startswith("V-01/")


def test_the_source_of_a_verification_is_named() -> None:
    for found_with, name in (
        ("vs.body", "organisme concerné"),
        ("vs.own", "services de l’arrondissement de police"),
        ("vs.authority", "autorité locale"),
    ):
        plan = replace(UNRECTIFIED, found_on=date(2026, 10, 16), found_with=found_with)
        assert f"effectuée le 16 octobre 2026 · source : {name}" in sheet(plan, FRENCH)


def test_a_rectification_without_a_text_tells_what_was_found_and_its_title() -> None:
    bare = replace(PUBLISHED, text=Bilingual(None, None))
    plan = replace(RECTIFICATION, published=bare, fact=french("La loi n’a pas changé"))
    words = sheet(plan, FRENCH)
    assert "Les faits\n\nLa vérification a établi que l’information rapportée" in words
    assert "La vérification a établi ce qui suit : « La loi n’a pas changé »." in words
    assert "publiée : «تكذيب» (texte original en arabe)." in words
    assert "الحقيقة\n\nتبين بعد التحقق أن الخبر المذكور أدناه غير صحيح." in sheet(plan, ARABIC)
    assert "عنوان البيان المنشور: «تكذيب»." in sheet(plan, ARABIC)


def test_supporters_and_strangers_have_no_sheet(database: Database) -> None:
    uid = makers.write_rumour(database, form="rk.page", page_name="Amis de la police")
    with database.write(Actor.CHIEF) as session:
        draft = makers.finding_draft(result="vr.unofficial", found_on=date(2026, 10, 16))
        record_finding(session, uid, draft)

    with pytest.raises(NotAllowed):
        prepare_rectification_sheet(database, str(uid))
    with pytest.raises(NotFound):
        prepare_rectification_sheet(database, str(uuid4()))
    with pytest.raises(NotFound):
        prepare_rectification_sheet(database, "rumeur")
