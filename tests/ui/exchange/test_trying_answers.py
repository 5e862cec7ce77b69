"""The check of headquarters' answer shows what it acknowledges and contains."""

from datetime import date

from outreach_app.actors import Actor
from outreach_app.i18n import isolate
from outreach_app.noun_words import noun_words
from outreach_app.queries.points import list_points
from outreach_app.queries.replies import list_replies
from outreach_app.services.catalogue_entries import EntryDraft, add_entry
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.ui.exchange.desk import Desk, Stick


def test_a_trial_says_what_is_acknowledged_and_what_it_brings(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    store = precinct.context.office.database
    makers.write_person(store, makers.write_partner(store))
    makers.write_meeting(store)
    precinct.send()
    headquarters.receive()
    brought = headquarters.page.receive.advice.text()
    assert f"الأشخاص: {isolate('1')}" in brought
    assert noun_words("identity") not in brought  # the names stayed at the precinct
    stick.empty()
    with headquarters.context.office.database.write(Actor.HEADQUARTERS) as session:
        point = list_points(session)[0].uid
        reply_to_point(session, point, ReplyDraft("ستُصلح الإنارة", "ar", date(2026, 11, 2)))
        add_entry(session, EntryDraft("tp.1.99", "موضوع جديد", "Nouveau sujet"))
    headquarters.send()
    precinct.try_files()
    told = precinct.page.receive.advice.text()
    for words in (
        "يؤكد هذا الملف توصل المصالح المركزية بتغييراتكم.",
        f"أجوبة المصالح المركزية: {isolate('1')}",
        f"القوائم: {isolate('1')}",
    ):
        assert words in told
    assert precinct.context.read(list_replies) == []
