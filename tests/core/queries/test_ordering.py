"""Lists are in the order of words that a reader expects, whatever their letters are made of."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app import i18n
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.meeting_lists import (
    MeetingFilter,
    MeetingOrder,
    list_meeting_ids,
)
from outreach_app.queries.meetings import list_meetings_by_id
from outreach_app.rules.ordering import order_key
from outreach_app.services.meetings import MeetingDraft, log_meeting

FRENCH = ["À la mairie", "dossier", "École", "État des abords", "Évaluation", "Vérification"]
ARABIC = ["أحمد", "التزام التجار", "الأمن", "إنارة", "بيئة", "التماسك الأسري", "الحي", "مدرسة"]


@pytest.mark.parametrize(
    ("language", "words"), [(Language.FRENCH, FRENCH), (Language.ARABIC, ARABIC)]
)
def test_meetings_are_sorted_by_subject_as_words_are_read(
    database: Database, language: Language, words: list[str]
) -> None:
    i18n.use(language)
    with database.write(Actor.CHIEF) as session:
        for word in reversed(words):
            draft = MeetingDraft(date(2026, 3, 2), "mt.periodic", "ch.inperson")
            is_arabic = language is Language.ARABIC
            log_meeting(
                session,
                replace(draft, subject_ar=word if is_arabic else None, subject_fr=word),
            )
    with database.read() as session:
        ids = list_meeting_ids(session, MeetingFilter(), MeetingOrder.SUBJECT)
        rows = list_meetings_by_id(session, ids)
        subjects = [rows[record].subject for record in ids]
    assert [it.ar or it.fr for it in subjects] == words
    assert sorted(words, key=order_key) == words
