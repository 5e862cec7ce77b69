"""Totals of what each office held in each month, so that figures need not count it again."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class MonthTotal(Base):
    """How many of one kind (`total`) and code an office had in a month, as in `2026-10`.

    Made of records, never journaled; what is none has no row. The rows of one total stand together,
    for all offices: that is how they are asked for.
    """

    __tablename__ = "month_totals"
    __table_args__ = ({"sqlite_with_rowid": False},)

    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    total: Mapped[str] = mapped_column(String(12), primary_key=True)
    office_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    number: Mapped[int]
