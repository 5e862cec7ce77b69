"""The proof of an erasure and the papers of a destruction say no more than was done."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.privacy.elimination import (
    DestructionPlan,
    EliminationPlan,
    LineFacts,
    SeriesFacts,
)
from outreach_app.summaries.privacy.elimination_prose import (
    realise_destruction,
    realise_elimination,
)
from outreach_app.summaries.privacy.proof import HolderFacts, ProofPlan, realise_proof
from outreach_app.summaries.prose.blocks import Realised
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.closed_world import said
from tests.core.summaries.plans import OFFICE
from tests.core.summaries.reading import ISOLATES

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH
DAY, LATER = date(2033, 8, 10), date(2033, 8, 14)
HOLDERS = (HolderFacts(1, False, LATER), HolderFacts(2, True, None))
SERIES = (SeriesFacts(1, "meeting", 60, date(2025, 7, 21), date(2026, 8, 17), 15, 70),)
PROOF = ProofPlan(OFFICE, "T-02/2033", "03/2033", "erasure", date(2033, 8, 4), DAY, HOLDERS)
LIST = EliminationPlan(
    OFFICE,
    "L-01/2036",
    DAY,
    SERIES,
    (
        LineFacts(1, "issue", "session", "05/2025", date(2025, 12, 18), DAY, 1),
        LineFacts(2, "issue", "session", "05/2025", date(2026, 3, 2), DAY, 1, edition=2),
        LineFacts(3, "meeting", "mt.thematic", "05/2025", date(2025, 12, 1), DAY, 4),
    ),
)
CERTIFICATE = DestructionPlan(
    OFFICE,
    "C-01/2033",
    "L-01/2033",
    "38/2033",
    date(2033, 8, 4),
    DAY,
    SERIES,
    "chief",
    "deputy",
    None,
    HOLDERS,
)


def plain(document: Realised) -> str:
    return ISOLATES.sub("", to_plain_text(document)).replace("\u00a0", " ")


@pytest.mark.parametrize("language", list(Language))
def test_everything_a_proof_says_is_a_fact(language: Language) -> None:
    proof, certificate = (
        realise_proof(PROOF, language, DAY),
        realise_destruction(CERTIFICATE, language, DAY),
    )
    listed = realise_elimination(LIST, language, DAY)

    assert said(proof) <= facts(PROOF).keys() | {"issued_on"}
    assert said(certificate) <= facts(CERTIFICATE).keys() | {"issued_on"}
    assert said(listed) <= facts(LIST).keys() | {"issued_on"}


def test_a_proof_is_complete_in_the_registers_that_it_names() -> None:
    done = replace(PROOF, holders=(HOLDERS[0],))
    arabic, french = (plain(realise_proof(done, each, DAY)) for each in (ARABIC, FRENCH))

    assert "تم المحو في السجلين المبينين أعلاه." in arabic
    assert "L’effacement est achevé dans les deux registres mentionnés ci-dessus." in french
    assert "مُحي الاسم ووسائل الاتصال يوم 10 غشت 2033" in arabic
    assert "Nom et coordonnées effacés le 10 août 2033" in french
    # A register, not a computer, is named beside "this register".
    assert "سجل الحاسوب الآخر لهذه المصلحة" in arabic
    assert "تأكد المحو بملف موقع مؤرخ في 14 غشت 2033" in arabic


@pytest.mark.parametrize(
    ("holders", "arabic", "french"),
    [
        (
            (HOLDERS[0],) * 2,
            "في جميع السجلات المبينة أعلاه.",
            "dans tous les registres mentionnés ci-dessus.",
        ),
    ],
)
def test_a_proof_counts_the_registers_above(
    holders: tuple[HolderFacts, ...], arabic: str, french: str
) -> None:
    done = replace(PROOF, holders=holders)

    assert f"تم المحو {arabic}" in plain(realise_proof(done, ARABIC, DAY))
    assert f"L’effacement est achevé {french}" in plain(realise_proof(done, FRENCH, DAY))


def test_a_proof_numbers_the_other_computers_and_tells_which_are_awaited() -> None:
    others = tuple(
        HolderFacts(number, False, day, number)
        for number, day in ((1, LATER), (2, None), (3, None))
    )
    plan = replace(PROOF, holders=(*others, HolderFacts(4, True, None)))
    arabic, french = (plain(realise_proof(plan, each, DAY)) for each in (ARABIC, FRENCH))

    assert "Registre d’un autre poste de ce service (n° 1)\n  État : Effacement confirmé" in french
    assert (
        "Registre d’un autre poste de ce service (n° 3)\n  État : Confirmation attendue" in french
    )
    assert "Les confirmations de deux autres postes de ce service sont attendues. La" in french
    assert "confirmation des services centraux est attendue. Une attestation complète" in french
    assert "سجل حاسوب آخر لهذه المصلحة (رقم 2)" in arabic
    assert "تأكيدا حاسوبين آخرين لهذه المصلحة منتظران. تأكيد المصالح المركزية منتظر." in arabic
    one = replace(plan, holders=(others[0], others[1]))
    assert "de l’un des autres postes de ce service est" in plain(realise_proof(one, FRENCH, DAY))
    certificate = replace(CERTIFICATE, holders=others)
    assert "d’un autre poste de ce service (n° 2)" in plain(
        realise_destruction(certificate, FRENCH, DAY)
    )
    assert said(realise_proof(plan, ARABIC, DAY)) <= facts(plan).keys() | {"issued_on"}


def test_a_proof_from_one_register_says_once_that_it_was_erased_and_what_was_asked() -> None:
    alone = replace(PROOF, holders=(), kind="objection")
    arabic, french = (plain(realise_proof(alone, each, DAY)) for each in (ARABIC, FRENCH))

    assert "En réponse à votre demande d’opposition reçue le" in french
    assert "جوابا عن طلب التعرض المتوصل به منكم في" in arabic
    assert "L’effacement est achevé" not in french
    assert "تم المحو" not in arabic
    # The capacity is kept where one was recorded.
    assert "سائر البيانات المسجلة في البطاقة" in arabic
    # No date ends a backup, nor a register that one replaced: the paper promises none.
    assert "jusqu’à leur suppression. L’effacement ne" in french
    assert "إلى أن تُحذف. ولا يشمل المحو" in arabic
    assert "Les autres mentions enregistrées dans la fiche" in french


def test_a_certificate_names_the_accounts_by_the_title_of_the_chief() -> None:
    woman = Bilingual("رئيسة الدائرة الأمنية", "La cheffe de l’arrondissement de police")
    plan = replace(CERTIFICATE, office=replace(OFFICE, chief_title=woman))
    arabic, french = (plain(realise_destruction(plan, each, DAY)) for each in (ARABIC, FRENCH))

    assert "التأكيد الأول\n  الصفة: رئيسة الدائرة الأمنية" in arabic
    assert "التأكيد الثاني\n  الصفة: نائب رئيسة الدائرة الأمنية" in arabic
    assert "Première confirmation\n  Qualité : Cheffe de l’arrondissement de police" in french
    assert "Qualité : Adjoint de la cheffe de l’arrondissement de police" in french
    assert "أُتلفت المعطيات يوم 10 غشت 2033" in arabic
    assert arabic.rstrip().endswith("رئيسة الدائرة الأمنية\nنائب رئيسة الدائرة الأمنية")
    assert french.rstrip().endswith(
        "Cheffe de l’arrondissement de police\nAdjoint de la cheffe de l’arrondissement de police"
    )


def test_a_certificate_dates_the_agreement() -> None:
    arabic, french = (
        plain(realise_destruction(CERTIFICATE, each, DAY)) for each in (ARABIC, FRENCH)
    )

    assert "يوم 10 غشت 2033، بعد موافقة مؤسسة أرشيف المغرب عدد 38/2033 بتاريخ 4 غشت 2033." in arabic
    assert "après l’accord des Archives du Maroc n° 38/2033 du 4 août 2033." in french
    former = replace(CERTIFICATE, agreed_on=None)
    arabic, french = (plain(realise_destruction(former, each, DAY)) for each in (ARABIC, FRENCH))
    assert "بعد موافقة مؤسسة أرشيف المغرب عدد 38/2033." in arabic
    assert "l’accord des Archives du Maroc n° 38/2033." in french


def test_a_certificate_says_that_the_copy_has_no_names() -> None:
    plan = replace(CERTIFICATE, archive="ab" * 32)
    arabic, french = (plain(realise_destruction(plan, each, DAY)) for each in (ARABIC, FRENCH))

    assert "ولا تتضمن هذه النسخة بطاقات الأسماء ولا وسائل الاتصال." in arabic
    assert "sans les fiches de noms et de coordonnées, a été versée" in french


def test_the_rows_of_a_log_are_dated_by_the_first_and_the_last() -> None:
    log = LineFacts(4, "log", None, None, DAY, LATER, 215, first_on=date(2031, 1, 2))
    plan = replace(LIST, lines=(log,))
    arabic, french = (plain(realise_elimination(plan, each, DAY)) for each in (ARABIC, FRENCH))

    assert "من 02/01/2031 إلى 10/08/2033" in arabic
    assert "du 02/01/2031 au 10/08/2033" in french
    one = replace(plan, lines=(replace(log, first_on=log.day),))
    arabic, french = (plain(realise_elimination(one, each, DAY)) for each in (ARABIC, FRENCH))
    assert ("من 10/08" not in arabic, "au 10/08" not in french) == (True, True)
    assert arabic.count("10/08/2033") == french.count("10/08/2033") > 0


def test_a_list_tells_documents_of_one_number_apart() -> None:
    arabic, french = (plain(realise_elimination(LIST, each, DAY)) for each in (ARABIC, FRENCH))

    assert "تقييد في سجل الوثائق الصادرة: خلاصة\n" in arabic
    assert "لا يُدرج من الوثائق الصادرة إلا تقييدها في السجل" in arabic
    assert arabic.count("المرجع: 05/2025\n") == 2
    assert "المرجع: 05/2025، الصيغة 2\n" in arabic
    assert "Inscription au registre des documents délivrés : synthèse\n" in french
    assert "la liste ne comprend que l’inscription au registre (nature" in french
    assert "Référence : 05/2025, version 2\n" in french


def test_a_proof_names_of_what_remains_only_what_the_card_holds() -> None:
    held = replace(PROOF, kept=("capacity", "body", "informed"))
    assert "البطاقة (الصفة، الهيئة، الإخبار بالمعالجة)، وحضور" in plain(
        realise_proof(held, ARABIC, DAY)
    )
    french = plain(realise_proof(held, FRENCH, DAY))
    assert (
        "dans la fiche (qualité, organisme, information sur le traitement), la présence" in french
    )
    assert "mandat" not in french
    assert "dans la fiche, la présence" in plain(realise_proof(PROOF, FRENCH, DAY))


def test_a_proof_speaks_of_no_meeting_where_the_person_was_at_none() -> None:
    never = replace(PROOF, kept=("capacity",), was_met=False)
    assert "dans la fiche (qualité), sans nom" in plain(realise_proof(never, FRENCH, DAY))
    assert "في البطاقة (الصفة)، دون اسم" in plain(realise_proof(never, ARABIC, DAY))
    assert "la présence aux rencontres" in plain(realise_proof(PROOF, FRENCH, DAY))


def test_a_proof_names_whose_confirmation_it_awaits() -> None:
    both = replace(PROOF, holders=(replace(HOLDERS[0], confirmed_on=None), HOLDERS[1]))
    arabic, french = (plain(realise_proof(both, each, DAY)) for each in (ARABIC, FRENCH))

    assert "تأكيد الحاسوب الآخر لهذه المصلحة منتظر. تأكيد المصالح المركزية منتظر." in arabic
    assert "La confirmation de l’autre poste de ce service est attendue. La confirm" in french
    assert "sans nom, sous réserve de ce qui reste à confirmer ci-dessus." in french
    arabic, french = (plain(realise_proof(PROOF, each, DAY)) for each in (ARABIC, FRENCH))
    assert "تأكيد المصالح المركزية منتظر." in arabic
    assert "La confirmation des services centraux est attendue." in french
    assert ("دون اسم." in arabic, "sans nom." in french) == (True, True)


@pytest.mark.parametrize(
    ("count", "arabic", "french"),
    [(1, "نص دُوِّن", "Un texte"), (2, "نصان دُوِّنا", "Deux textes"), (3, "نصوص دُوِّنت", "Des textes")],
)
def test_a_proof_says_that_texts_found_since_wait(count: int, arabic: str, french: str) -> None:
    alone = replace(PROOF, holders=(), late_texts=count)
    in_arabic, in_french = (plain(realise_proof(alone, each, DAY)) for each in (ARABIC, FRENCH))

    assert arabic in in_arabic
    assert "قيد المعالجة." in in_arabic
    assert f"{french} enregistré" in in_french
    assert "sans nom, sauf dans ce qui est en cours de traitement." in in_french
    assert not alone.is_complete


def test_a_proof_dates_what_was_cleared_after_the_erasure() -> None:
    done = replace(PROOF, holders=(HOLDERS[0],), cleared_on=LATER)
    arabic, french = (plain(realise_proof(done, each, DAY)) for each in (ARABIC, FRENCH))

    assert "يوم 10 غشت 2033، ومُحي الاسم مما وُجد بعد ذلك يوم 14 غشت 2033" in arabic
    assert "effacés le 10 août 2033, nom retiré le 14 août 2033 de ce qui a été" in french
    assert said(realise_proof(done, FRENCH, DAY)) <= facts(done).keys() | {"issued_on"}
