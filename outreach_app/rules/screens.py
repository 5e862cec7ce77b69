"""What a person may not write into a field: the screens that the table of domains names."""

from dataclasses import dataclass

from outreach_app.rules.identifiers import Identifier
from outreach_app.rules.sensitive import About


@dataclass(frozen=True, slots=True)
class Screen:
    """What is looked for in the words of a field.

    `identifiers` are refused. Sensitive words are asked about, by whom the field is about; None
    where they say nothing. `is_kept_for_reason` tells that a person may give a reason for them.
    """

    identifiers: tuple[Identifier, ...]
    about: About | None
    is_kept_for_reason: bool = True


FREE = Screen(tuple(Identifier), About.ANYTHING)
# A body is named as its receipt has it: a union or a party is recorded, never its member (L4).
BODY = Screen((Identifier.IDENTITY_NUMBER, Identifier.ACCOUNT), About.BODY)
CAPACITY = Screen(tuple(Identifier), About.PERSON, is_kept_for_reason=False)
# What every office may come to read: no reason keeps a sensitive word in it.
SHARED = Screen(tuple(Identifier), About.ANYTHING, is_kept_for_reason=False)
NUMBERS = Screen((Identifier.IDENTITY_NUMBER, Identifier.ACCOUNT), None)
NOTHING = Screen((), None)
