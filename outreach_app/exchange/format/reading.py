"""Requests to the child process that decrypts and decompresses a bundle.

Its answer is checked as if a stranger had sent it: the signature covers the manifest, and the
manifest's chain covers every line.
"""

import msgspec

from outreach_app.exchange.format import failures
from outreach_app.exchange.format.foreign_reader import Answer, Decrypt, Inflate, read
from outreach_app.reading_child import MAX_SECONDS, ReadingChild, TooCostly

CHILD = ReadingChild(read)
"""The only one of the program, so that many files are read by the same child."""

_ANSWERS: "msgspec.msgpack.Decoder[Answer]" = msgspec.msgpack.Decoder(Answer)


def read_apart(request: Decrypt | Inflate) -> Answer:
    """Return the child's answer. Raises BundleError E_TOO_COSTLY."""
    try:
        return _ANSWERS.decode(CHILD.ask(msgspec.msgpack.encode(request), MAX_SECONDS))
    except (TooCostly, ValueError) as error:
        raise failures.too_costly() from error
