"""The workbook of a document's figures: numbers that add up, with what is to know of them."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell

from outreach_app.i18n import Language
from outreach_app.issuing.figures import figures_of
from outreach_app.queries.national_counts import Tally
from tests.core.summaries import nations
from tests.core.summaries.national_reading import realised

COUNTED = 61_652


@pytest.mark.parametrize("language", list(Language))
def test_a_sum_of_which_a_part_was_not_counted_is_a_number_with_its_mark(
    language: Language,
) -> None:
    some = Tally(offices=6, reported=6, sessions=40, participants=COUNTED, people_blank=3)
    document = realised(nations.plan({"REGION_09": some}, commands={}), language)
    cells: list[Cell] = [
        cell
        for sheet in load_workbook(BytesIO(figures_of(document)))
        for row in sheet.iter_rows()
        for cell in row
    ]
    counted = [cell for cell in cells if cell.value == COUNTED]
    assert counted
    assert {cell.number_format for cell in counted} == {'0"*"'}
    assert any(str(cell.value).startswith("*") for cell in cells)
