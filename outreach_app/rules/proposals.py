"""Codes of headquarters' answers to proposals, made from the end of the proposal's uid.

Two computers of headquarters that answer before they exchange never use one code for two proposals,
and use the same code for one proposal: the later answer then counts.
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
    """Return whether a code belongs to a declined proposal."""
    return code.startswith(f"{_DECLINED}.")


def tail_of(proposal: UUID) -> str:
    """Return the common end of the codes of both answers."""
    return proposal.hex[-_TAIL:]


def topic_of_adopted(code: str) -> str:
    """Return the topic under which a frequent point was adopted."""
    return f"tp{code.removeprefix(_PHRASE).rpartition('.')[0]}"
