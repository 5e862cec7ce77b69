"""The outcome of the earlier commitments that are not listed, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.arabic import short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import takes_feminine_verb
from outreach_app.summaries.prose.nouns import COMMITMENT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.session.promises import EarlierFacts, OthersClosed

PAGE = Language.ARABIC
# The numbers of commitments that are told in words, after a preposition.
WORDS = dict(
    enumerate(
        (
            *("أحد", "اثنين", "ثلاثة", "أربعة", "خمسة"),
            *("ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
        ),
        start=1,
    )
)
# What closed all of them: one, then two or more, whose pronoun and word for "all" follow.
_ALL_CLOSED = {
    "cst.done": ("سبق إنجازه", "سبق إنجاز{them}", ""),
    "cst.dropped": ("سبق التخلي عنه", "سبق التخلي عن{them}", ""),
    "cst.blocked": ("سبق أن تعذر تنفيذه", "سبق أن تعذر تنفيذ{them}", ""),
    "cst.referred": ("سبقت إحالته", "سبقت إحالت{them}", " على الجهة المختصة"),
}
_ALL_ENDED = ("سبق طيه", "سبق طي{them}", "")
# What closed some of them: before them in the masculine, in the feminine, and after them.
_CLOSED = {
    "cst.done": ("أُنجز", "أُنجزت", ""),
    "cst.dropped": ("تُخلي عن", "تُخلي عن", ""),
    "cst.blocked": ("تعذر تنفيذ", "تعذر تنفيذ", ""),
    "cst.referred": ("أُحيل", "أُحيلت", " على الجهة المختصة"),
}
_ENDED = ("طُوي", "طُويت", "")
# What is said of one, of two, of more that are not listed.
_UNLISTED = ("المدرج", "المدرجين", "المدرجة")
# Those before which the number is in the genitive.
_GOVERN = ("cst.dropped", "cst.blocked")


def others_closed(before: EarlierFacts) -> Text:
    """Return «(أما الالتزام الآخر، غير المدرج في الجدول، فقد سبق إنجازه يوم 28/06/2026)».

    It is empty where all are listed.
    """
    closed = before.others
    if not closed:
        return ()
    number = sum(each.count for each in closed)
    those = text(_those(number), f"، غير {_UNLISTED[min(number, 3) - 1]} في الجدول، ")
    until = _until(before, number)
    if len(closed) == 1:
        return text(" (أما ", those, f"فقد {_all_closed(closed[0].code, number)}", until, ")")
    if number == 2:
        first, second = (_CLOSED.get(each.code, _ENDED) for each in closed)
        one, other = f"{first[0]} أحدهما{first[2]}", f"{second[0]} الآخر{second[2]}"
        return text(" (أما ", those, f"فقد {one} و{other}", until, ")")
    are_in_words = all(each.count in WORDS for each in closed)
    said = [
        _closed(each, " منها" if place == 0 else "", in_words=are_in_words)
        for place, each in enumerate(closed)
    ]
    return text(" (أما ", those, "فقد ", joined(said, "، و"), until, ")")


def _all_closed(code: str, number: int) -> str:
    """Return «سبق إنجازه», «سبق إنجازهما معا», «سبق إنجازها جميعا»."""
    one, several, after = _ALL_CLOSED.get(code, _ALL_ENDED)
    if number == 1:
        return one + after
    them, together = ("هما", " معا") if number == 2 else ("ها", " جميعا")
    return several.format(them=them) + together + after


def _until(before: EarlierFacts, number: int) -> Text:
    """Return «يوم 28/06/2026» of one, «وكان آخرها يوم …» of several, if it is known of all.

    A day that is only that of an entry is told as one by which it was recorded.
    """
    last = before.others_until
    if last is None:
        return ()
    if any(each.is_entered for each in before.others):
        lead = "، حسب ما سُجل إلى غاية "
    elif number == 1:
        lead = " يوم "
    elif len(before.others) > 1:
        lead = "، وكان آخر ذلك يوم "
    else:
        lead = f"، وكان آخر{'هما' if number == 2 else 'ها'} يوم "
    return text(lead, Span(short_date(last[0]), f"earlier.others.{last[1]}.until"))


def _those(number: int) -> Text:
    """Return «الالتزام الآخر», «الالتزامات الثلاثة عشر الأخرى»."""
    if number < 3:
        return text(("الالتزام الآخر", "الالتزامان الآخران")[number - 1])
    ones = {1: "أحد", 2: "اثنا", **{each: WORDS[each] for each in range(3, 10)}}
    said = WORDS.get(number) or (f"{ones[number - 10]} عشر" if number - 10 in ones else "")
    if not said:
        return text("الالتزامات الأخرى")
    return text("الالتزامات ", Span(f"ال{said}", "earlier.others"), " الأخرى")


def _closed(others: OthersClosed, of_them: str, *, in_words: bool) -> Text:
    """Return «أُنجزت ثمانية منها», «تُخلي عن واحد»."""
    number, fact = others.count, f"earlier.others.{others.code}.count"
    masculine, feminine, after = _CLOSED.get(others.code, _ENDED)
    verb = feminine if takes_feminine_verb(COMMITMENT, number) else masculine
    said = WORDS[number] if in_words else digits(number, PAGE)
    if number < 3:
        said = ("واحد", "اثنين" if others.code in _GOVERN else "اثنان")[number - 1]
    return text(f"{verb} ", Span(said, fact), of_them, after)
