"""What was promised again is followed to its end, the same in each summary of a day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status
from outreach_app.services.points import PointDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}
WATCH = CommitmentDraft("مراقبة المقهى", "ar", "office")
LATE = replace(WATCH, due_on=date(2026, 6, 12))


def promised(database: Database, day: date, partner: UUID, *drafts: CommitmentDraft) -> UUID:
    """Hold a meeting of nothing but promises."""
    return hold(database, day, partner, **{**BARE, "commitments": drafts})


def end(database: Database, meeting: UUID, code: CommitmentStatus, day: date, why: str) -> None:
    """Record what came of the first promise of a meeting."""
    with on(day), database.write(Actor.CHIEF) as session:
        row = get_record(session, Meeting, meeting).commitments[0]
        change_status(session, row.uid, row.version, code, why, status_on=day)


def page(told: SessionPlan, language: Language) -> str:
    said = ISOLATES.sub("", to_plain_text(realise(told, language, TODAY)))
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def parts(told: SessionPlan, language: Language) -> tuple[str, str]:
    """Return what was true at the meeting, and the situation since."""
    heading = "الوضعية إلى غاية 16 نونبر" if language is AR else "Situation au 16 novembre"
    then, _heading, since = page(told, language).partition(heading)
    return then, since


def test_the_situation_follows_what_was_promised_again_later(
    database: Database, partner: UUID
) -> None:
    """« En dernier lieu, le 01/07 » stood on a page of a day by which it was kept."""
    first = promised(database, date(2026, 5, 4), partner, LATE)
    second = promised(database, date(2026, 7, 1), partner, replace(LATE, due_on=date(2026, 7, 8)))
    meeting = hold(database, date(2026, 8, 6), partner, **BARE)
    kept = promised(database, date(2026, 11, 4), partner, WATCH)
    end(database, kept, CommitmentStatus.DONE, date(2026, 11, 7), "")
    then, since = parts(plan(database, meeting), FR)
    once = "Repris le 01/07/2026, nouvelle échéance dépassée (08/07/2026)"
    assert f"Situation : {once}, aucune exécution enregistrée\n" in then
    its_day = "réalisé le 07/11/2026\n  Date : 07/11/2026\n"
    lapsed = " – Échéance dépassée (12/06/2026) ; engagement repris le 01/07/2026, puis"
    assert f"{lapsed} le 04/11/2026, {its_day}" in since
    assert (
        f" – Échéance dépassée (08/07/2026) ; engagement repris le 04/11/2026, {its_day}" in since
    )
    then, since = parts(plan(database, meeting), AR)
    assert "من جديد يوم 01/07/2026 وانقضى الأجل الجديد (08/07/2026) ولم يُسجل أي إنجاز\n" in then
    assert "من جديد يوم 01/07/2026، ثم يوم 04/11/2026، وأُنجز يوم 07/11/2026\n" in since
    own = "engagement repris les 01/07/2026 et 04/11/2026, réalisé"
    assert own in parts(plan(database, first), FR)[1]
    said = "engagement repris le 04/11/2026, réalisé le 07/11/2026\n"
    assert said in parts(plan(database, second), FR)[1]


def test_what_was_promised_again_at_this_meeting_is_told_by_its_number(
    database: Database, partner: UUID
) -> None:
    """« Pris à nouveau le 14/10/2026 » of the meeting's own day read as of another meeting."""
    promised(database, date(2026, 5, 4), partner, LATE)
    other = CommitmentDraft("دورية", "ar", "office")
    meeting = promised(database, HELD_ON, partner, other, WATCH)
    then, since = parts(plan(database, meeting), FR)
    at_this = " ; engagement repris lors de cette rencontre (engagement 2)\n"
    assert at_this in then
    assert at_this in since
    for said in parts(plan(database, meeting), AR):
        assert "وسُجل الالتزام نفسه من جديد خلال هذا اللقاء (الالتزام 2)\n" in said


def test_of_many_days_the_first_and_the_last_are_told(database: Database, partner: UUID) -> None:
    meeting = promised(database, date(2026, 5, 4), partner, LATE)
    for day in (6, 12, 20):
        late = replace(WATCH, due_on=date(2026, 8, 25))
        promised(database, date(2026, 8, day), partner, late)
    said = "à plusieurs reprises du 06/08/2026 au 20/08/2026, nouvelle échéance dépassée (25/08"
    assert said in parts(plan(database, meeting), FR)[1]
    said = "من جديد عدة مرات ما بين 06/08/2026 و20/08/2026، وانقضى الأجل الجديد (25/08/2026)"
    assert said in parts(plan(database, meeting), AR)[1]


def test_what_was_kept_is_followed_no_further(database: Database, partner: UUID) -> None:
    """What is promised again once it was kept is another promise."""
    meeting = promised(database, date(2026, 5, 4), partner, LATE)
    kept = promised(database, date(2026, 8, 6), partner, WATCH)
    promised(database, date(2026, 8, 8), partner, WATCH)
    end(database, kept, CommitmentStatus.DONE, date(2026, 8, 9), "")
    promised(database, date(2026, 9, 1), partner, WATCH)
    said = "Échéance dépassée (12/06/2026) ; engagement repris le 06/08/2026, réalisé le 09/08"
    assert said in parts(plan(database, meeting), FR)[1]
    assert "Situation : Réalisé\n" in parts(plan(database, kept), FR)[1]


def test_what_was_promised_again_before_it_was_given_up_is_told_in_that_order(
    database: Database, partner: UUID
) -> None:
    """« Abandonné le 01/09, pris à nouveau le 06/08 » read as taken up once it was given up."""
    meeting = promised(database, date(2026, 5, 4), partner, WATCH)
    promised(database, date(2026, 8, 6), partner, WATCH)
    end(database, meeting, CommitmentStatus.BLOCKED, date(2026, 9, 1), "بدون موافقة")
    before = " ; entre-temps repris le 06/08/2026\n"
    assert before in page(plan(database, meeting), FR)
    assert "، وكان الالتزام نفسه قد سُجل من جديد يوم 06/08/2026\n" in page(
        plan(database, meeting), AR
    )
    promised(database, date(2026, 9, 10), partner, WATCH)
    assert " ; engagement repris le 10/09/2026\n" in page(plan(database, meeting), FR)


def test_the_same_words_in_two_languages_are_one_where_a_promise_holds_both(
    database: Database, partner: UUID
) -> None:
    french = CommitmentDraft("Surveiller le café", "fr", "office")
    meeting = promised(database, date(2026, 5, 4), partner, LATE)
    promised(database, date(2026, 9, 10), partner, french)
    assert "epris l" not in page(plan(database, meeting), FR)
    both = replace(WATCH, translation="Surveiller le café")
    promised(database, date(2026, 8, 6), partner, both)
    said = " ; engagement repris les 06/08/2026 et 10/09/2026\n"
    assert said in page(plan(database, meeting), FR)


def test_what_was_promised_again_before_the_first_was_kept_tells_that_it_was(
    database: Database, partner: UUID
) -> None:
    """One table held the same promise as kept and, five rows below, as lapsed."""
    first = promised(database, date(2026, 5, 4), partner, WATCH)
    promised(database, date(2026, 5, 8), partner, LATE)
    end(database, first, CommitmentStatus.DONE, date(2026, 5, 20), "")
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    said = "aucune exécution enregistrée ; même engagement, pris le 04/05/2026, réalisé le 20/05/"
    assert said in page(told, FR)
    said = "ولم يُسجل أي إنجاز، أما الالتزام نفسه المسجل يوم 04/05/2026 فقد أُنجز يوم 20/05/2026"
    assert said in page(told, AR)


def test_a_reminder_of_a_day_ties_promises_of_points_in_two_languages(
    database: Database, partner: UUID
) -> None:
    both = replace(LATE, translation="Surveiller le café", point=0)
    said = PointDraft("concern", "tp.4.3", "ازدحام يومي عند باب المدرسة", "ar")
    held = {**BARE, "points": (said,), "commitments": (both,)}
    meeting = hold(database, date(2026, 5, 4), partner, **held)
    again = PointDraft(
        "concern", "tp.4.3", "Rappel du point du 04/05 : Embouteillage quotidien", "fr"
    )
    french = CommitmentDraft("Surveiller le café", "fr", "office", point=0)
    hold(
        database,
        date(2026, 9, 10),
        partner,
        **{**BARE, "points": (again,), "commitments": (french,)},
    )
    assert " ; engagement repris le 10/09/2026\n" in page(plan(database, meeting), FR)


def test_what_is_quoted_as_said_by_one_is_the_same_matter(
    database: Database, partner: UUID
) -> None:
    """Two promises that each renewed a third one were told apart from one another."""
    said = "Embouteillage quotidien à la sortie de l’école"
    for day, words in ((4, f"Un participant : « {said} »"), (20, said)):
        point = PointDraft("concern", "tp.4.3", words, "fr")
        late = replace(WATCH, point=0, due_on=date(2026, 6, 1))
        held = {**BARE, "points": (point,), "commitments": (late,)}
        hold(database, date(2026, 5, day), partner, **held)
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert page(told, FR).count("epris le 20/05/2026") == 2


def test_what_was_promised_with_others_is_another_promise(
    database: Database, partner: UUID
) -> None:
    meeting = promised(database, date(2026, 5, 4), partner, LATE)
    promised(database, date(2026, 8, 6), makers.write_partner(database), WATCH)
    assert "epris l" not in page(plan(database, meeting), FR)


def test_the_reason_is_told_of_each_time_a_promise_was_given_up(
    database: Database, partner: UUID
) -> None:
    """« Non réalisable le 02/06, repris le 06/08 » read as not feasible on that day alone."""
    meeting = promised(database, date(2026, 5, 4), partner, WATCH)
    end(database, meeting, CommitmentStatus.BLOCKED, date(2026, 6, 2), "دون موافقة")
    again = promised(database, date(2026, 8, 6), partner, WATCH)
    end(database, again, CommitmentStatus.DROPPED, date(2026, 8, 20), "دون وسائل")
    french, arabic = (parts(plan(database, meeting), language)[1] for language in (FR, AR))
    first, second = (
        "«دون موافقة» (texte original en arabe)",
        "«دون وسائل» (texte original en arabe)",
    )
    assert (
        f"Déclaré non réalisable le 02/06/2026 (motif : {first}), repris le 06/08/2026, abandonné "
        f"le 20/08/2026 (motif : {second})\n  Date : 20/08/2026"
    ) in french
    assert (
        "تعذر تنفيذه يوم 02/06/2026 (السبب: «دون موافقة»)، وسُجل الالتزام نفسه من جديد يوم "
        "06/08/2026 وتم التخلي عنه يوم 20/08/2026 (السبب: «دون وسائل»)\n"
    ) in arabic


def test_what_was_promised_again_before_it_was_begun_comes_first(
    database: Database, partner: UUID
) -> None:
    """« Partiellement réalisé au 07/06 … ; repris le 18/05 » told the days backwards."""
    meeting = promised(database, date(2026, 5, 4), partner, LATE)
    again = promised(database, date(2026, 5, 18), partner, LATE)
    end(database, meeting, CommitmentStatus.PARTLY, date(2026, 6, 7), "")
    end(database, again, CommitmentStatus.BLOCKED, date(2026, 6, 15), "دون موافقة")
    french, arabic = (parts(plan(database, meeting), language)[1] for language in (FR, AR))
    assert (
        "Situation : Repris le 18/05/2026 ; partiellement réalisé au 07/06/2026 ; déclaré non "
        "réalisable le 15/06/2026 (motif : «دون موافقة» (texte original en arabe))\n"
    ) in french
    assert (
        "سُجل من جديد يوم 18/05/2026؛ منجز جزئيا إلى غاية 07/06/2026؛ تعذر تنفيذه يوم 15/06/2026 "
        "(السبب: «دون موافقة»)\n"
    ) in arabic


def test_a_day_that_passed_before_a_promise_was_made_again_is_told_first(
    database: Database, partner: UUID
) -> None:
    """«وانقضى الأجل» alone was read as the day of the table."""
    meeting = promised(database, date(2026, 5, 4), partner, LATE)
    promised(database, date(2026, 8, 6), partner, replace(WATCH, due_on=date(2026, 8, 25)))
    assert (
        "الوضعية: انقضى الأجل (12/06/2026)، وسُجل الالتزام نفسه من جديد يوم 06/08/2026 وانقضى الأجل "
        "الجديد (25/08/2026) ولم يُسجل أي إنجاز\n"
    ) in parts(plan(database, meeting), AR)[1]


def test_the_last_day_that_passed_is_told_of_what_is_begun(
    database: Database, partner: UUID
) -> None:
    """« repris le …, en cours d’exécution depuis le … » hid that its day had passed."""
    meeting = promised(database, date(2026, 5, 4), partner, LATE)
    again = promised(database, date(2026, 5, 18), partner, replace(WATCH, due_on=date(2026, 8, 25)))
    end(database, again, CommitmentStatus.IN_PROGRESS, date(2026, 8, 10), "")
    french, arabic = (parts(plan(database, meeting), language)[1] for language in (FR, AR))
    begun = "en cours d’exécution depuis le 10/08/2026"
    assert f"{begun}, nouvelle échéance dépassée (25/08/2026)\n" in french
    assert "وهو قيد التنفيذ منذ 10/08/2026، وقد انقضى الأجل الجديد (25/08/2026)\n" in arabic


def test_what_was_kept_in_part_and_promised_again_is_not_denied(
    database: Database, partner: UUID
) -> None:
    """«منجز جزئيا» stood beside «ولم يُسجل أي إنجاز», of a day that it did not have."""
    first = promised(database, date(2026, 5, 4), partner, LATE)
    end(database, first, CommitmentStatus.PARTLY, date(2026, 5, 12), "")
    promised(database, date(2026, 6, 18), partner, replace(WATCH, due_on=date(2026, 8, 25)))
    meeting = hold(database, HELD_ON, partner, **BARE)
    french, arabic = (parts(plan(database, meeting), language)[0] for language in (FR, AR))
    assert "nouvelle échéance dépassée (25/08/2026), aucune autre exécution" in french
    assert "18/06/2026 وانقضى الأجل الجديد (25/08/2026) ولم يُسجل أي إنجاز آخر\n" in arabic
