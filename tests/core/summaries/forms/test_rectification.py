"""The rectification sheet tells what is true first, and whatever its office does not know not."""

from dataclasses import replace
from datetime import date, time
from typing import cast
from uuid import uuid4

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.i18n import Language
from outreach_app.issuing.forms import prepare_rectification_sheet
from outreach_app.rules.names import Bilingual
from outreach_app.services.findings import record_finding
from outreach_app.summaries.forms.rectification_plan import PublishedFacts, RectificationPlan
from outreach_app.summaries.forms.rectification_prose import realise_rectification
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
        (
            PUBLISHED,
            (
                "بالدائرة الأمنية النخيل يوم 15 أكتوبر 2026 على الساعة 18:20، وصدر بشأنها بيان"
                " حقيقة بعد أقل من 17 ساعة."
            ),
            (
                "par l’arrondissement de police Annakhil le 15 octobre 2026 à 18 h 20 ; une mise au"
                " point a été publiée moins de 17 heures plus tard."
            ),
        ),
        (
            replace(PUBLISHED, hours=2, took_whole_hours=True),
            "وصدر بشأنها بيان حقيقة بعد ساعتين.",
            "une mise au point a été publiée 2 heures plus tard.",
        ),
        (
            replace(PUBLISHED, hours=101),
            "وصدر بشأنها بيان حقيقة يوم 16 أكتوبر 2026.",
            "une mise au point a été publiée le 16 octobre 2026.",
        ),
        (
            replace(PUBLISHED, hours=96, took_whole_hours=True),
            "وصدر بشأنها بيان حقيقة يوم 16 أكتوبر 2026.",
            "une mise au point a été publiée le 16 octobre 2026.",
        ),
        (
            replace(PUBLISHED, hours=1),
            "وصدر بشأنها بيان حقيقة بعد أقل من ساعة واحدة.",
            "une mise au point a été publiée moins d’une heure plus tard.",
        ),
        (
            replace(PUBLISHED, hours=None),
            "وصدر بشأنها بيان حقيقة يوم 16 أكتوبر 2026.",
            "une mise au point a été publiée le 16 octobre 2026.",
        ),
        (
            replace(PUBLISHED, hours=None, was_out_before=True),
            "وكان قد صدر بشأنها بيان حقيقة يوم 16 أكتوبر 2026.",
            "une mise au point avait déjà été publiée le 16 octobre 2026.",
        ),
    ],
)
def test_it_says_how_soon_the_rumour_was_rectified(
    published: PublishedFacts, arabic: str, french_words: str
) -> None:
    plan = replace(RECTIFICATION, published=published)

    assert arabic in sheet(plan, ARABIC)
    assert french_words in sheet(plan, FRENCH)


def test_what_was_published_ends_as_a_sentence() -> None:
    text = Bilingual("لم يتقرر أي إغلاق", "Rien n’est prévu.")
    plan = replace(RECTIFICATION, published=replace(PUBLISHED, text=text))

    assert "لم يتقرر أي إغلاق.\n" in sheet(plan, ARABIC)
    assert "Rien n’est prévu.\n" in sheet(plan, FRENCH)


def test_a_text_of_the_other_language_is_marked() -> None:
    only_arabic = replace(PUBLISHED, text=replace(PUBLISHED.text, fr=None))
    words = sheet(replace(RECTIFICATION, published=only_arabic), FRENCH)

    assert "لم تسجل مصالح الأمن الوطني" in words
    assert "formulé en arabe" in words


@pytest.mark.parametrize(
    ("result", "page", "arabic", "french_words"),
    [
        (
            *("vr.true", None, "أن الخبر المذكور أدناه صحيح."),
            "que l’information rapportée ci-dessous est exacte.",
        ),
        ("vr.unverifiable", None, "ويُرجى عدم تقاسمه.", "il est demandé de ne pas la diffuser."),
        (
            "vr.impersonation",
            "Police Info",
            "لا تمثل صفحة «Police Info»",
            "La page « Police Info »",
        ),
        ("vr.impersonation", None, "لا تمثل هذه الصفحة", "Cette page ne représente ni"),
    ],
)
def test_what_needs_no_rectification_is_told_by_its_result(
    result: str, page: str | None, arabic: str, french_words: str
) -> None:
    plan = replace(UNRECTIFIED, result=result, page_name=page)

    assert arabic in sheet(plan, ARABIC)
    assert french_words in sheet(plan, FRENCH)
    assert "Délai" not in sheet(plan, FRENCH)
    # Nothing was rectified, and the sheet does not say so.
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
    assert (document.plan.published.hours, document.plan.number) == (17, "M-01/2026")
    assert document.plan.published.published_at == time(11, 5)


def test_a_source_that_is_named_nowhere_is_not_printed() -> None:
    for found_with, is_named in (("vs.body", False), ("vs.authority", True)):
        plan = replace(UNRECTIFIED, found_on=date(2026, 10, 16), found_with=found_with)
        words = sheet(plan, FRENCH)
        assert "organisme concerné" not in words
        assert ("(autorité locale)" in words) == is_named


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
