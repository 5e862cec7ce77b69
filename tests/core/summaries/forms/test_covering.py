"""The covering note lists the issued documents sent, and counts the pages."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.i18n import Language
from outreach_app.issuing.hand_outs import prepare_programme
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.offices import change_office, draft_of_own_office
from outreach_app.summaries.forms.covering_facts import plan_covering
from outreach_app.summaries.forms.covering_plan import CoveringPlan, PieceFacts
from outreach_app.summaries.forms.covering_prose import realise_covering
from outreach_app.summaries.hand_outs.plan import HeldFacts
from outreach_app.summaries.prose.blocks import Addressee, plain
from outreach_app.summaries.prose.document_names import NAMES
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.closed_world import said
from tests.core.summaries.filled_forms import COVERING, ISSUED_ON
from tests.core.summaries.reading import ISOLATES

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


def note(language: Language, plan: CoveringPlan = COVERING) -> str:
    words = to_plain_text(realise_covering(plan, language, ISSUED_ON))
    return ISOLATES.sub("", words).replace("\u00a0", " ")


@pytest.mark.parametrize("language", list(Language))
def test_everything_it_says_is_a_fact(language: Language) -> None:
    document = realise_covering(COVERING, language, ISSUED_ON)

    assert said(document) <= facts(COVERING).keys() | {
        "issued_on",
        "copies",
        *(f"pieces.{piece.number}.copies" for piece in COVERING.pieces),
    }


def test_each_document_has_a_line_with_its_number_and_day() -> None:
    french, arabic = note(FRENCH), note(ARABIC)

    assert "Synthèse n° 21/2026 de la rencontre périodique du 5 octobre 2026" in french
    assert "Synthèse n° 22/2026 d’une campagne de sensibilisation" in french
    assert "Rapport mensuel n° R-06/2026, octobre 2026" in french
    assert "P.J. : 4" in french
    assert "خلاصة عدد 21/2026 للقاء دوري بتاريخ 5 أكتوبر 2026" in arabic
    assert "خلاصة عدد 22/2026 لحملة تحسيسية" in arabic
    assert "التقرير الشهري عدد R-06/2026، شهر أكتوبر 2026" in arabic
    assert "المرفقات: 4" in arabic
    days = ["06/10/2026", "14/10/2026", "02/11/2026", "30/10/2026"]
    for words, label in ((french, "Date d’édition : "), (arabic, "تاريخ الإصدار: ")):
        assert [words.split(label)[place][:10] for place in range(1, 5)] == days


def test_of_a_meeting_that_was_destroyed_only_the_summary_is_known() -> None:
    piece = PieceFacts(1, "session", "01/2026", ISSUED_ON, held=HeldFacts("", ""))
    plan = replace(COVERING, pieces=(piece,))
    assert "خلاصة عدد 01/2026 للقاء أو اتصال أُتلفت معطياته" in note(ARABIC, plan)
    assert "Synthèse n° 01/2026 d’une rencontre ou d’un échange dont les données" in note(
        FRENCH, plan
    )


def test_a_report_is_to_be_acted_upon_the_rest_to_be_known() -> None:
    assert note(FRENCH).count("Observations : Pour attribution") == 1
    assert note(FRENCH).count("Observations : Pour information") == 3
    listed = PieceFacts(1, "elimination", "L-01/2026", ISSUED_ON)
    done = replace(listed, is_carried_out=True)
    for piece, purpose in ((listed, "Pour attribution"), (done, "Pour information")):
        assert f"Observations : {purpose}" in note(FRENCH, replace(COVERING, pieces=(piece,)))


def test_a_later_edition_is_told_as_such() -> None:
    about = HeldFacts("mt.listening", "ch.office", held_on=date(2026, 10, 8))
    piece = PieceFacts(1, "session", "02/2026", ISSUED_ON, held=about, edition=2)
    plan = replace(COVERING, pieces=(piece,))
    assert "n° 02/2026 (version 2) de la séance d’écoute du 8 octobre" in note(FRENCH, plan)
    assert "عدد 02/2026 (الصيغة 2) لجلسة إنصات بتاريخ 8 أكتوبر" in note(ARABIC, plan)


def test_one_piece_is_received_as_one() -> None:
    alone = replace(COVERING, pieces=COVERING.pieces[2:3])
    assert "Le service destinataire a reçu la pièce désignée ci-dessus." in note(FRENCH, alone)
    assert "توصلت المصلحة المرسل إليها بالوثيقة المبينة أعلاه." in note(ARABIC, alone)


def test_the_days_of_a_document_are_those_of_a_period() -> None:
    days = date(2025, 10, 6), date(2026, 8, 6)
    plan = replace(COVERING, pieces=(PieceFacts(1, "hand_out", "D-01/2026", ISSUED_ON, *days),))
    assert "D-01/2026, période du 6 octobre 2025 au 6 août 2026" in note(FRENCH, plan)
    assert "الفترة من 6 أكتوبر 2025" in note(ARABIC, plan)


@pytest.mark.parametrize(
    ("language", "sender", "addressee"),
    [
        (ARABIC, "من رئيس الدائرة الأمنية النخيل", "السيد رئيس منطقة أمن أنفا"),
        (FRENCH, "Le chef de l’arrondissement de police Annakhil", "Monsieur le chef du district"),
    ],
)
def test_it_says_who_writes_to_whom(language: Language, sender: str, addressee: str) -> None:
    document = realise_covering(COVERING, language, ISSUED_ON)
    (block,) = (each for each in document.blocks if isinstance(each, Addressee))

    assert plain(block.sender) == sender
    assert plain(block.addressee).startswith(addressee)


def test_every_kind_of_document_has_a_name_in_both_languages() -> None:
    assert NAMES.keys() == set(DocumentKind)


def name_recipient(database: Database, recipient: str | None) -> None:
    with database.write(Actor.CHIEF) as session:
        change_office(session, replace(draft_of_own_office(session), recipient_fr=recipient))


def test_what_was_given_out_is_sent_by_kind_and_number(database: Database) -> None:
    name_recipient(database, "Monsieur le chef du district")
    numbers = [
        makers.give(database, prepare_session_summary(database, str(meeting))).issue.number
        for meeting in (makers.write_meeting(database), makers.write_meeting(database))
    ]
    december = Period(date(2026, 12, 1), date(2026, 12, 31))
    programme = makers.give(database, prepare_programme(database, december)).issue.number
    over = Period(date(2025, 10, 1), date(2025, 10, 31))
    past = makers.give(database, prepare_programme(database, over)).issue.number
    with database.read() as session:
        plan = plan_covering(session, [programme, past, *numbers])

    assert [(piece.kind, piece.document) for piece in plan.pieces] == [
        *(("session", number) for number in sorted(numbers)),
        ("programme", programme),
        ("programme", past),
    ]
    assert {piece.issued_on for piece in plan.pieces} == {clock.today()}
    assert f"Rencontres, actions et échanges n° {past}, octobre 2025" in note(FRENCH, plan)
    assert "اللقاءات والأنشطة والاتصالات عدد" in note(ARABIC, plan)
    assert plan.pieces[2].last_on == december.last


def test_a_summary_of_a_session_that_is_gone_is_not_sent(database: Database) -> None:
    name_recipient(database, "Monsieur le chef du district")
    meeting = makers.write_meeting(database)
    number = makers.give(database, prepare_session_summary(database, str(meeting))).issue.number
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, meeting, get_record(session, Meeting, meeting).version)
    with database.read() as session, pytest.raises(NotAllowed, match=number) as refused:
        plan_covering(session, [number])
    assert refused.value.code == "withdrawn"


def test_a_number_that_was_not_given_out_is_refused(database: Database) -> None:
    name_recipient(database, "Monsieur le chef du district")
    with database.read() as session, pytest.raises(NotFound, match="R-99/2026"):
        plan_covering(session, ["R-99/2026"])


def test_without_an_addressee_it_says_where_to_name_one(database: Database) -> None:
    name_recipient(database, None)
    with database.read() as session, pytest.raises(NotAllowed) as refused:
        plan_covering(session, ["01/2026"])

    assert refused.value.code == "no_recipient"


def test_a_summary_of_open_days_is_told_with_their_days() -> None:
    days = date(2026, 10, 14), date(2026, 10, 15)
    held = HeldFacts("mt.openday", "ch.inperson", 2, *days)
    piece = PieceFacts(1, "session", "02/2026", ISSUED_ON, held=held)
    plan = replace(COVERING, pieces=(piece,))
    assert "n° 02/2026 des journées portes ouvertes du 14 au 15 octobre 2026" in note(FRENCH, plan)
    assert "عدد 02/2026 ليومين للأبواب المفتوحة من 14 إلى غاية 15 أكتوبر 2026" in note(ARABIC, plan)
