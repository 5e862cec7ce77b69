"""Tables of figures that platforms offer for download: their owner, and their columns."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

_YOUTUBE = re.compile(r"(?:youtu\.be/|/shorts/|/live/|[?&]v=)([\w-]{6,})")
# Other names of a host, and the parameters that distinguish pages.
_HOSTS = {"twitter.com": "x.com", "mobile.twitter.com": "x.com", "fb.com": "facebook.com"}
_TELLING = ("fbid", "id", "story_fbid", "v")


@dataclass(frozen=True, slots=True)
class Platform:
    """A kind of table: `marks` are headings that only it has, `fields` the meaning of the others.

    `account` is the code of the platform. `address` makes an address from its first column, if that
    is only an identifier.
    """

    account: str
    marks: frozenset[str]
    fields: Mapping[str, str]
    address: str = "{}"


PLATFORMS = (
    # Meta Business Suite, Content: Facebook and Instagram.
    Platform(
        "pc.facebook",
        frozenset({"post id", "permalink", "publish time"}),
        {
            "permalink": "publication",
            "views": "views",
            "impressions": "views",
            "reactions": "reactions",
            "likes": "reactions",
            "comments": "comments",
            "shares": "shares",
            "reactions, comments and shares": "interactions",
        },
    ),
    # YouTube Studio, Advanced mode: "Table data.csv".
    Platform(
        "pc.youtube",
        frozenset({"content", "video title", "video publish time"}),
        {
            "content": "publication",
            "views": "views",
            "likes": "reactions",
            "comments added": "comments",
            "shares": "shares",
        },
        "https://youtu.be/{}",
    ),
    # X, Content analytics, and Twitter's before it.
    Platform(
        "pc.x",
        frozenset({"post id", "post link", "impressions"}),
        {
            "post link": "publication",
            "impressions": "views",
            "likes": "reactions",
            "replies": "comments",
            "reposts": "shares",
            "engagements": "interactions",
        },
    ),
    Platform(
        "pc.x",
        frozenset({"tweet id", "tweet permalink", "impressions"}),
        {
            "tweet permalink": "publication",
            "impressions": "views",
            "likes": "reactions",
            "favorites": "reactions",
            "replies": "comments",
            "retweets": "shares",
            "engagements": "interactions",
        },
    ),
)


def platform_of(headings: Collection[str]) -> Platform | None:
    """Return the platform whose table has these headings; None for other tables."""
    folded = {_folded(heading) for heading in headings}
    return next((each for each in PLATFORMS if each.marks <= folded), None)


def fields_of(platform: Platform, headings: Collection[str]) -> dict[str, str]:
    """Return the field of each known heading of the platform's table."""
    found = {heading: platform.fields.get(_folded(heading)) for heading in headings}
    return {heading: field for heading, field in found.items() if field is not None}


def key_of(address: str) -> str:
    """Return the canonical form of a page's address, however it was copied.

    What is no address is returned as it is.
    """
    video = _YOUTUBE.search(address)
    if video and "youtu" in address:
        return f"youtube {video[1]}"
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
    except ValueError:  # a bracket that would begin the number of a host
        return address
    host = parts.netloc.casefold().removeprefix("www.").removeprefix("m.")
    query = [pair for pair in sorted(parse_qsl(parts.query)) if pair[0] in _TELLING]
    identifying = "&".join(f"{name}={value}" for name, value in query)
    return f"{_HOSTS.get(host, host)}{parts.path.rstrip('/')} {identifying}".rstrip()


def _folded(heading: str) -> str:
    return " ".join(heading.casefold().split())
