"""What is open or newly closed is recalled, of meetings and of remarks of those present."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Commitment, Meeting, Point
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status, promise_for_point
from outreach_app.services.points import PointDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, on, plan
from tests.remarks import write_remark

AR, FR = Language.ARABIC, Language.FRENCH
BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}
CAFE = CommitmentDraft("مراقبة المقهى", "ar", "office", due_on=date(2026, 6, 12))


def promise(
    database: Database, partner: UUID, received_on: date, promised_on: date, draft: CommitmentDraft
) -> UUID:
    """Record a remark of a partner, and what was promised on it that day or later."""
    with on(received_on):
        remark = write_remark(database, received_on=received_on, raised_by=partner)
    with on(promised_on), database.write(Actor.CHIEF) as session:
        version = get_record(session, Point, remark).version
        return promise_for_point(session, remark, version, draft).uid


def close(database: Database, commitment: UUID, day: date) -> None:
    with on(day), database.write(Actor.CHIEF) as session:
        row = get_record(session, Commitment, commitment)
        change_status(session, row.uid, row.version, CommitmentStatus.DONE, status_on=day)


def page(told: SessionPlan, language: Language) -> str:
    said = ISOLATES.sub("", to_plain_text(realise(told, language, TODAY)))
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_promise_on_a_remark_is_told_as_one(database: Database, partner: UUID) -> None:
    promise(database, partner, date(2026, 5, 2), date(2026, 5, 4), CAFE)
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert (
        "la situation de l’engagement pris le 4 mai 2026 à la suite d’une remarque reçue le 2 mai "
        "2026 hors rencontre était la suivante :" in page(told, FR)
    )
    assert "Échéance dépassée, aucune exécution enregistrée" in page(told, FR)
    assert (
        "وضعية الالتزام المسجل يوم 4 ماي 2026 تبعا لملاحظة واردة يوم 2 ماي 2026 خارج اللقاءات، إلى"
        in page(told, AR)
    )


def test_a_promise_of_the_day_of_its_remark_tells_that_day_once(
    database: Database, partner: UUID
) -> None:
    day = date(2026, 5, 4)
    promise(database, partner, day, day, CAFE)
    told = plan(database, hold(database, date(2026, 5, 20), partner, **BARE))
    assert "pris le 4 mai 2026 à la suite d’une remarque reçue le même jour hors" in page(told, FR)
    assert "يوم 4 ماي 2026 تبعا لملاحظة واردة في اليوم نفسه خارج اللقاءات" in page(told, AR)
    walk = (CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 1)),)
    hold(database, date(2026, 5, 12), partner, **{**BARE, "commitments": walk})
    both = page(plan(database, hold(database, HELD_ON, partner, **BARE)), FR)
    assert "  Pris le : 04/05/2026 ; remarque reçue hors rencontre\n" in both


def test_beside_those_of_meetings_its_row_tells_the_remark(
    database: Database, partner: UUID
) -> None:
    walk = (CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 1)),)
    hold(database, date(2026, 5, 4), partner, **{**BARE, "commitments": walk})
    promise(database, partner, date(2026, 5, 2), date(2026, 5, 4), CAFE)
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert (
        "\nLors de la rencontre n° 01/2026 du 4 mai 2026, et le 4 mai 2026 à la suite d’une "
        "remarque reçue le 2 mai 2026 hors rencontre, deux engagements" in page(told, FR)
    )
    assert "بتاريخ 4 ماي 2026، ويوم 4 ماي 2026 تبعا لملاحظة واردة يوم 2" in page(told, AR)
    row = "  Pris le : 04/05/2026 ; remarque reçue le 02/05/2026 hors rencontre\n"
    assert page(told, FR).count(row) == 1
    assert "ملاحظة واردة يوم 02/05/2026 خارج اللقاءات" in page(told, AR)
    for day in (10, 15, 20):
        hold(database, date(2026, 6, day), partner, **{**BARE, "commitments": walk})
    many = page(plan(database, hold(database, HELD_ON, partner, **BARE)), FR)
    assert (
        "Du 4 mai au 20 juin 2026, cinq engagements avaient été pris dans le cadre de rencontres "
        "précédentes auxquelles ce partenaire avait pris part, ou à la suite de remarques" in many
    )


def test_what_was_kept_is_told_at_the_next_meeting_alone(database: Database, partner: UUID) -> None:
    kept = promise(database, partner, date(2026, 5, 2), date(2026, 5, 4), CAFE)
    close(database, kept, date(2026, 5, 9))
    first = plan(database, hold(database, date(2026, 6, 1), partner, **BARE))
    assert first.earlier is not None
    assert [state.code for state in first.earlier.states] == ["cst.done"]
    assert plan(database, hold(database, HELD_ON, partner, **BARE)).earlier is None


def test_those_of_others_and_of_the_day_itself_are_left_out(
    database: Database, partner: UUID
) -> None:
    promise(database, makers.write_partner(database), date(2026, 5, 2), date(2026, 5, 4), CAFE)
    later = CommitmentDraft("دورية", "ar", "office", due_on=date(2026, 12, 1))
    promise(database, partner, HELD_ON, HELD_ON, later)
    assert plan(database, hold(database, HELD_ON, partner, **BARE)).earlier is None


def test_what_was_told_closed_to_one_of_a_meeting_is_told_no_more(
    database: Database, partner: UUID
) -> None:
    """One partner who came only once made an old list come back at every later meeting."""
    present = ((partner, True), (makers.write_partner(database), True))
    promises = (CAFE, CommitmentDraft("دورية", "ar", "office", due_on=date(2026, 12, 1)))
    both = {**BARE, "attendances": present}
    first = hold(database, date(2026, 5, 10), partner, **{**both, "commitments": promises})
    with database.read() as session:
        kept, _other = (row.uid for row in get_record(session, Meeting, first).commitments)
    close(database, kept, date(2026, 5, 14))
    told = plan(database, hold(database, date(2026, 5, 16), partner, **BARE))
    assert told.earlier is not None
    assert told.earlier.number == 2
    later = page(plan(database, hold(database, HELD_ON, partner, **both)), FR)
    assert "la situation d’un des deux engagements" in later
    assert "(l’autre, réalisé le 14/05/2026, ne figure pas au tableau)" in later


def test_what_was_promised_again_says_so(database: Database, partner: UUID) -> None:
    """One line late and another kept in the same words contradicted each other."""
    again = replace(CAFE, text="مراقبة  المقهى.", due_on=None)
    for day, draft in ((date(2026, 5, 4), CAFE), (date(2026, 8, 6), again)):
        hold(database, day, partner, **{**BARE, "commitments": (draft,)})
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert (
        "Échéance dépassée, aucune exécution enregistrée ; engagement repris le 06/08/2026\n"
        in page(told, FR)
    )
    assert (
        "الوضعية: انقضى الأجل ولم يُسجل أي إنجاز، وسُجل الالتزام نفسه من جديد يوم 06/08/2026\n"
        in page(told, AR)
    )
    assert page(told, AR).count("وسُجل الالتزام نفسه من جديد يوم 06/08/2026") == 2


@pytest.mark.parametrize(
    ("said", "is_again"),
    [
        ("تذكير بما أثير يوم 4/5: تجمع ليلي بالبناية المهجورة بزنقة وادي سبو", True),
        ("تجمع ليلي بالبناية المهجورة بزنقة المرينيين", False),
    ],
)
def test_the_same_words_promised_on_another_matter_are_not_promised_again(
    database: Database, partner: UUID, *, said: str, is_again: bool
) -> None:
    """One building that is watched is not told to be watched again as another one is."""
    once = "تجمع ليلي بالبناية المهجورة بزنقة وادي سبو"
    for day, words in ((date(2026, 5, 4), once), (date(2026, 8, 6), said)):
        point = PointDraft("concern", "tp.3.2", words, "ar")
        watch = CommitmentDraft("زيارة البناية", "ar", "office", point=0, due_on=day)
        hold(database, day, partner, **{**BARE, "points": (point,), "commitments": (watch,)})
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert ("epris le 06/08/2026" in page(told, FR)) is is_again
