"""Local ids: the integers by which one store distinguishes its records; never exchanged."""

from typing import NewType

OfficeId = NewType("OfficeId", int)
