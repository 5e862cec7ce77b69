"""E-mail addresses: which text is one, and the several in one text."""

import re

# A mailbox at a domain with a dot, as addresses outside one network have. Source: RFC 5321, 2.3.5.
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+")
_SEPARATED = re.compile(r"[\s,;/|]+")


def is_email(text: str) -> bool:
    """Return whether a text is one e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def split_emails(text: str) -> list[str]:
    """Return the addresses in one text: `a@x.test; b@x.test` are two; other text stays whole."""
    parts = [part for part in _SEPARATED.split(text) if part]
    return parts if all(map(is_email, parts)) else [text]
