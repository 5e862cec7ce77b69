"""Totals of each office and month, so that figures need not be counted each time."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class MonthTotal(Base):
    """The totals of an office in a month such as `2026-10`: the number by total and code, as JSON.

    `month` is also a quarter such as `2026Q4`, or a year such as `2026`: they add up their months.
    Derived from records, never journaled; zero is left out, and a month without any has no row. The
    rows of one month are stored together for all offices, as they are read together.
    """

    __tablename__ = "month_totals"
    __table_args__ = ({"sqlite_with_rowid": False},)

    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    office_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    numbers: Mapped[str] = mapped_column(Text)
