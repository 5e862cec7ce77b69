"""Screens: what a person may not write into a field, as the table of domains assigns them."""

from dataclasses import dataclass

from outreach_app.rules.identifiers import Identifier
from outreach_app.rules.sensitive import About


@dataclass(frozen=True, slots=True)
class Screen:
    """What is searched for in the words of a field.

    `identifiers` are refused. Sensitive words are questioned, depending on whom the field is about
    (None: not at all). `is_kept_for_reason` allows a person to give a reason for them.
    """

    identifiers: tuple[Identifier, ...]
    about: About | None
    is_kept_for_reason: bool = True


FREE = Screen(tuple(Identifier), About.ANYTHING)
# Named as on its receipt: a union or a party is recorded, never its member (L4).
BODY = Screen((Identifier.IDENTITY_NUMBER, Identifier.ACCOUNT), About.BODY)
CAPACITY = Screen(tuple(Identifier), About.PERSON, is_kept_for_reason=False)
# For texts that every office may read: no reason keeps a sensitive word.
SHARED = Screen(tuple(Identifier), About.ANYTHING, is_kept_for_reason=False)
NUMBERS = Screen((Identifier.IDENTITY_NUMBER, Identifier.ACCOUNT), None)
# What is printed on every page: no number of anybody, whatever the words are.
PRINTED = Screen(tuple(Identifier), None)
NOTHING = Screen((), None)
