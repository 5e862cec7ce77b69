"""The text of a saved message: its plain part, or else its HTML, without quotations."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import cast

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.encodings import decoded

# Many make the parser slow: they are counted first.
_MAX_BOUNDARIES, _MAX_PARTS, _MAX_HTML = 2_000, 200, 200_000
_QUOTED = re.compile(
    r"(?m)^[ \t]*>.*$|^(?:Le .{5,60} a écrit ?:|في .{5,60} كتب ?:|On .{5,60} wrote ?:"
    r"|-{2,} ?(?:Message d.origine|Original Message|الرسالة الأصلية).{0,20})$[\s\S]*"
)
_SPACE = re.compile(r"\s+")
_SKIPPED, _ON_THEIR_LINE = ("script", "style", "head", "blockquote"), ("br", "p", "div", "tr", "h1")
_BROKEN = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)


def mail_text(name: str, content: bytes, most: int) -> str:
    """Return the subject and the first `most` characters of a message's text.

    Attachments are not read. Raises UnreadableFile (`damaged`).
    """
    if content.count(b"\n--") > _MAX_BOUNDARIES:
        raise _damaged(name)
    try:
        message = message_from_bytes(content, policy=policy.default)
        subject, text = str(message.get("subject", "") or ""), _body(list(_texts(message)))
    except _BROKEN as error:
        raise _damaged(name) from error
    return f"{subject}\n{_QUOTED.sub('', text[:most]).strip()}".strip()


def _texts(message: EmailMessage) -> Iterator[tuple[str, str]]:
    """Yield the texts of a message with their types."""
    for number, part in enumerate(message.walk()):
        if number > _MAX_PARTS:
            raise ValueError("a message of too many parts")
        kind = part.get_content_type()
        is_attached = part.get_content_disposition() == "attachment" or part.get_filename()
        if kind in ("text/plain", "text/html") and not is_attached:
            yield kind, _content(part)


def _body(texts: list[tuple[str, str]]) -> str:
    plain = next((text for kind, text in texts if kind == "text/plain" and text.strip()), "")
    html = next((text for kind, text in texts if kind == "text/html"), "")
    if plain or not html:
        return plain
    reader = _Html()
    reader.feed(html[:_MAX_HTML])
    return "".join(reader.parts)


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # an unknown character set
        return decoded(cast("bytes", part.get_payload(decode=True)) or b"")


class _Html(HTMLParser):
    """Collects the text of a page without quotations."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _ON_THEIR_LINE:
            self.parts.append("\n")
        elif tag == "td":
            self.parts.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED and self._skipped:
            self._skipped -= 1

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(_SPACE.sub(" ", data))


def _damaged(name: str) -> UnreadableFile:
    message = _("The message {file} is damaged or too large inside. Copy its text and paste it.")
    return UnreadableFile(message.format(file=isolate(name)), code="damaged")
