"""Who acts: roles, never an officer's name."""

from enum import Enum
from uuid import UUID


class Actor(Enum):
    """The role that an event names in `by`; the uids are part of the file contract."""

    CHIEF = UUID("0198f000-0000-7000-8000-000000000001")
    PROGRAM = UUID("0198f000-0000-7000-8000-000000000002")
    HEADQUARTERS = UUID("0198f000-0000-7000-8000-000000000003")
