"""Local ids: the integers by which one store tells its records apart; no other store knows them."""

from typing import NewType

OfficeId = NewType("OfficeId", int)
