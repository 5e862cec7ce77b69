"""Rules of rumours: which need a rectification, how long it took, which are alike."""

import re
from collections.abc import Set as AbstractSet
from datetime import date, time, timedelta
from functools import lru_cache

from outreach_app import clock
from outreach_app.rules.folding import fold_words, stem
from outreach_app.rules.kinds import VerificationResult

RECTIFICATION = "pb.rectification"
PAGE_FORM = "rk.page"
# Results that need a rectification; after the others there is nothing to correct.
TO_RECTIFY = (VerificationResult.FALSE, VerificationResult.MISLEADING)
FALSE_NEWS_TOPIC, FALSE_PAGE_TOPIC = "tp.7.1", "tp.7.4"

MIN_ALIKE = 0.4  # of two rumours of one office that may be the same
MIN_ALIKE_APART = 0.25  # of two offices, which word what they heard differently
SAME_DAYS = timedelta(days=30)  # a rumour lives some weeks; the same words later are another
_HOUR = timedelta(hours=1)
_HOURS_OF_DAY = 24
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
# Addresses that show people, and not a page of an organisation.
_PERSON_PAGES = re.compile(
    r"facebook\.com/(?:profile\.php|people/)|linkedin\.com/in/|(?:wa|t)\.me/\+?\d"
    r"|snapchat\.com/add/",
    re.IGNORECASE,
)
_MIN_SHARED = 2  # stems


def hours_until(
    heard_on: date, heard_at: time | None, published_on: date, published_at: time | None
) -> int | None:
    """Return the hours from hearing a rumour to its rectification, rounded up, at least 1.

    An unrecorded hour is the first of the day heard and the last of the day published, so that no
    delay looks shorter. None for a rumour heard after the rectification was published.
    """
    if heard_at is None and published_at is None:
        # Two whole days are 48 hours, though the clock was put back in the night between them.
        days = (published_on - heard_on).days + 1
        return days * _HOURS_OF_DAY if days > 0 else None
    heard = clock.moment_of(heard_on, heard_at or time.min)
    if published_at is None:
        published = clock.moment_of(published_on + timedelta(days=1), time.min)
    else:
        published = clock.moment_of(published_on, published_at)
    if published < heard:
        return None
    return max(1, -(-(published - heard) // _HOUR))


def is_address(text: str) -> bool:
    """Return whether a text is the address of a web page."""
    return _ADDRESS.fullmatch(text) is not None


def is_person_page(address: str) -> bool:
    """Return whether an address is known to be that of a person's own account."""
    return _PERSON_PAGES.search(address) is not None


# The concerns in the months that a page compares; each refresh needs them again.
@lru_cache(maxsize=8192)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words, which are compared to find similar rumours."""
    return frozenset(stem(word) for word in fold_words(text).split() if len(word) > 2)


def likeness(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Return the share of stems that two rumours have in common; 0 if they share one at most."""
    shared = one & other
    return len(shared) / len(one | other) if len(shared) >= _MIN_SHARED else 0.0
