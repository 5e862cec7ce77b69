"""How headquarters' answer to a proposal is found: by a code that holds the end of its uid.

Two computers of headquarters that answer before they exchange never take one code for two
proposals, and take the same for one: the later answer counts then.
"""

from uuid import UUID

_PHRASE, _DECLINED = "ph", "dp"
_TAIL = 10  # hexadecimal digits, which are random; with the longest topic a code has 19 characters


def adopted_code(topic: str, proposal: UUID) -> str:
    """Return the code of the frequent point that a proposal becomes: `ph.6.1.9b2f860330`."""
    return f"{_PHRASE}{topic.removeprefix('tp')}.{tail_of(proposal)}"


def declined_code(proposal: UUID) -> str:
    """Return the code of the entry that says why a proposal was declined: `dp.9b2f860330`."""
    return f"{_DECLINED}.{tail_of(proposal)}"


def is_declined(code: str) -> bool:
    """Tell whether a code is that of a proposal that was declined."""
    return code.startswith(f"{_DECLINED}.")


def tail_of(proposal: UUID) -> str:
    """Return what the codes of both answers end in."""
    return proposal.hex[-_TAIL:]


def topic_of_adopted(code: str) -> str:
    """Return the topic that a frequent point was adopted under."""
    return f"tp{code.removeprefix(_PHRASE).rpartition('.')[0]}"
