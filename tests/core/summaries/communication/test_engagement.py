"""The sentences on the reach of publications and accounts, in both languages."""

from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.queries.readings import Engagement
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.communication.engagement_words import engagement
from outreach_app.summaries.communication.facts import engagement_facts
from outreach_app.summaries.communication.plan import (
    AccountFacts,
    CommunicationFacts,
    EngagementFacts,
)
from outreach_app.summaries.communication.publishing import publishable_communication
from tests.core.summaries.communication.test_prose import words

READ = EngagementFacts(
    date(2026, 10, 31),
    80_000,
    at_least=True,
    top=Bilingual("الأبواب المفتوحة", None),
    top_interactions=50_000,
    accounts=(
        AccountFacts("pc.facebook", 8_800, False, 8_800, date(2026, 10, 1), date(2026, 10, 30)),
        AccountFacts("pc.x", 12_000, True, -150, date(2026, 9, 28), date(2026, 10, 29)),
    ),
)


def test_the_three_figures_are_told_where_they_belong() -> None:
    assert words(engagement(READ, Language.ARABIC)) == (
        "سُجل أزيد من 80 000 تفاعل، إلى غاية 31 أكتوبر 2026، مع ما نُشر خلال الفترة."
        " وسُجل أكبر عدد من التفاعلات مع المادة المعنونة بـ«الأبواب المفتوحة»: 50 000 تفاعل."
        " وبلغ عدد متابعي الصفحة الرسمية على فيسبوك، في 30 أكتوبر 2026، 8 800 متابع، بزيادة"
        " قدرها 8 800 منذ فاتح أكتوبر 2026. وبلغ عدد متابعي الصفحة الرسمية على منصة إكس (تويتر"
        " سابقا)، في 29 أكتوبر 2026، أزيد من 12 000 متابع، بانخفاض قدره 150 منذ 28 شتنبر 2026."
    )
    # A title that is only in the other language is marked as such.
    assert words(engagement(READ, Language.FRENCH)) == (
        "Ce qui a été publié au cours de la période avait recueilli plus de"
        " 80 000 interactions au 31 octobre 2026. La publication «الأبواب المفتوحة»"
        " (texte original en arabe) en a recueilli le plus grand nombre, soit 50 000"
        " interactions. Le compte officiel sur Facebook"
        " réunissait, au 30 octobre 2026, 8 800 abonnés, soit 8 800 de plus"
        " qu’au 1er octobre 2026. Le compte officiel sur X (ex-Twitter) réunissait, au 29"
        " octobre 2026, plus de 12 000 abonnés, soit 150 de moins qu’au 28 septembre 2026."
    )


def test_what_was_read_of_some_alone_says_of_how_many() -> None:
    some = replace(READ, interactions=402, at_least=False, top=None, accounts=())
    some = replace(some, is_partial=True, read=1, published=2)
    assert words(engagement(some, Language.ARABIC)) == (
        "سُجل 402 تفاعل، إلى غاية 31 أكتوبر 2026، مع إحدى المادتين المنشورتين خلال الفترة؛ ولم يُسجل"
        " عدد التفاعلات مع المادة الأخرى."
    )
    assert words(engagement(some, Language.FRENCH)) == (
        "L’une des 2 publications de la période a recueilli, au 31 octobre 2026, 402 interactions ;"
        " le nombre d’interactions n’a pas été relevé pour l’autre."
    )
    two = words(engagement(replace(some, interactions=2), Language.ARABIC))
    assert "سُجل تفاعلان، إلى غاية 31 أكتوبر 2026، مع" in two
    three = replace(some, read=3, published=5)
    assert words(engagement(three, Language.ARABIC)) == (
        "سُجل 402 تفاعل، إلى غاية 31 أكتوبر 2026، مع 3 من أصل 5 مواد منشورة خلال الفترة؛ ولم"
        " يُسجل عدد التفاعلات مع المادتين المتبقيتين."
    )
    assert words(engagement(three, Language.FRENCH)) == (
        "Sur les 5 publications de la période, 3 ont totalisé, au 31 octobre 2026, 402"
        " interactions ; le nombre d’interactions n’a pas été relevé pour les autres."
    )


def test_nothing_is_ranked_before_everything_was_read() -> None:
    top = Bilingual("الأبواب المفتوحة", "Portes ouvertes")
    whole = replace(READ, top=top, read=5, published=5, accounts=())
    some = replace(whole, is_partial=True, read=3)

    assert "en a recueilli le plus grand nombre" in words(engagement(whole, Language.FRENCH))
    assert (
        "interactions, dont 50 000 pour « Portes ouvertes » ; le nombre d’interactions n’a pas"
    ) in words(engagement(some, Language.FRENCH))
    assert "أكبر عدد" not in words(engagement(some, Language.ARABIC))
    assert (
        "، وسُجل أعلى عدد من التفاعلات مع المادة المعنونة بـ«الأبواب المفتوحة» (50 000 تفاعل)؛"
        in words(engagement(some, Language.ARABIC))
    )


def test_readings_of_several_days_are_dated_by_both_ends() -> None:
    several = replace(READ, interactions=95, at_least=False, top=None, accounts=())
    several = replace(several, read_from=date(2026, 7, 21), read_until=date(2026, 10, 19))
    whole = replace(several, read=3, published=3)
    days = "d’après les relevés faits du 21 juillet au 19 octobre 2026"
    assert words(engagement(whole, Language.FRENCH)) == (
        f"Les publications de la période ont recueilli 95 interactions, {days}."
    )
    some = replace(several, read=2, published=4, is_partial=True)
    top = replace(some, top=Bilingual("مطوية", "Dépliant"), top_interactions=65)
    assert words(engagement(top, Language.FRENCH)) == (
        "Sur les 4 publications de la période, 2 ont totalisé 95 interactions, dont 65 pour"
        f" « Dépliant », {days} ; le nombre d’interactions n’a pas été relevé pour les autres."
    )
    assert f"avait recueilli 95 interactions, {days}." in words(
        engagement(several, Language.FRENCH)
    )
    assert words(engagement(whole, Language.ARABIC)) == (
        "سُجل 95 تفاعلا، حسب ما رُصد من 21 يوليوز إلى غاية 19 أكتوبر 2026، مع المواد المنشورة خلال"
        " الفترة."
    )


def test_how_many_were_read_is_not_told_to_the_public() -> None:
    hidden = replace(READ, interactions=233, at_least=False, top=None, accounts=())
    hidden = replace(hidden, is_partial=True)
    assert words(engagement(hidden, Language.FRENCH)) == (
        "Le nombre d’interactions, relevé pour une partie seulement des publications de la période,"
        " s’élevait à 233 au 31 octobre 2026."
    )
    assert words(engagement(hidden, Language.ARABIC)) == (
        "سُجل 233 تفاعلا، إلى غاية 31 أكتوبر 2026، مع بعض المواد المنشورة خلال الفترة."
    )


def test_followers_are_told_to_the_public_where_no_publication_was_read() -> None:
    read = replace(READ, interactions=None, top=None, top_interactions=None)
    day = date(2026, 10, 31)
    told = publishable_communication(CommunicationFacts(day, day, None, None, engagement=read))
    assert told.engagement is not None
    assert "8 800 abonnés" in words(engagement(told.engagement, Language.FRENCH))


def test_of_one_publication_nothing_drew_most() -> None:
    top = Bilingual("الأبواب المفتوحة", "Portes ouvertes")
    alone = replace(READ, top=top, is_partial=True, read=1, published=2, accounts=())
    told = words(engagement(alone, Language.ARABIC))
    assert "أكبر عدد" not in told
    # Its title comes first, to distinguish it from the other one.
    assert "المنشورتين خلال الفترة، المعنونة بـ«الأبواب المفتوحة»؛ ولم يُسجل" in told
    assert "publications de la période, « Portes ouvertes », a recueilli" in words(
        engagement(alone, Language.FRENCH)
    )


def test_two_publications_are_told_in_the_dual() -> None:
    two = replace(READ, top=None, read=2, published=2, accounts=())
    assert "مع المادتين المنشورتين خلال الفترة." in words(engagement(two, Language.ARABIC))


def test_followers_alone_begin_their_paragraph() -> None:
    alone = replace(READ, interactions=None, top=None, top_interactions=None)
    assert words(engagement(alone, Language.ARABIC)).startswith("بلغ عدد متابعي")
    assert not engagement(replace(alone, accounts=()), Language.FRENCH)


def test_what_was_recorded_as_a_total_is_among_what_was_not_read() -> None:
    read = Engagement(4096, at_least=False, read=5, unread=17, top=None, followers=())
    # What was read on one day is not told as of the last day of the period.
    read = replace(read, read_on=date(2026, 11, 24))
    some = engagement_facts(read, date(2026, 11, 30), published=67)
    assert words(engagement(some, Language.ARABIC)) == (
        "سُجل 4 096 تفاعلا، إلى غاية 24 نونبر 2026، مع 5 من أصل 67 مادة منشورة خلال الفترة؛"
        " ولم يُسجل عدد التفاعلات مع المواد المتبقية."
    )
    assert words(engagement(some, Language.FRENCH)) == (
        "Sur les 67 publications de la période, 5 ont totalisé, au 24 novembre 2026, 4 096"
        " interactions ; le nombre d’interactions n’a pas été relevé pour les autres."
    )


def test_what_one_alone_drew_is_not_told_as_a_part() -> None:
    top = Bilingual("الأبواب المفتوحة", "Portes ouvertes")
    some = replace(READ, top=top, is_partial=True, read=2, published=5, accounts=())
    some = replace(some, interactions=4, at_least=False, top_interactions=4)
    assert "4 interactions, toutes pour « Portes ouvertes » ; le" in words(
        engagement(some, Language.FRENCH)
    )
    assert "، سُجلت كلها مع المادة المعنونة بـ«الأبواب المفتوحة»؛" in words(
        engagement(some, Language.ARABIC)
    )
