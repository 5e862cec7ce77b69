"""A model of many rows reads few, and satisfies QAbstractItemModelTester."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from outreach_app.queries.portions import SHOWN, Portion
from ui.tables.columns import Column
from ui.tables.rows_model import PAGE, Ask, RowsModel, show_list

COLUMNS = (
    Column[str](lambda: "Name", lambda row: row, "name"),
    Column[str](lambda: "Length", lambda row: str(len(row))),
)


class Store:
    """Rows by id, and which were asked for."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.gone: set[int] = set()

    def load(self, ids: Sequence[int]) -> Mapping[int, str]:
        self.asked.append(ids)
        return {number: f"row {number}" for number in ids if number not in self.gone}


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def model(qapp: object, store: Store) -> RowsModel[str]:
    return RowsModel(COLUMNS, store.load)


def test_it_keeps_the_contract_of_qt(model: RowsModel[str], store: Store) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    store.gone.add(2)
    model.show_ids(range(PAGE + 10))
    model.retranslate()
    model.show_ids([])


def test_the_end_of_200000_rows_is_one_page_away(model: RowsModel[str], store: Store) -> None:
    model.show_ids(range(200_000))
    store.asked.clear()
    assert model.rowCount() == 200_000
    assert model.index(199_999, 0).data() == "row 199999"
    assert model.index(199_990, 1).data() == "10"
    assert [len(ids) for ids in store.asked] == [PAGE]


def test_few_pages_are_held(model: RowsModel[str], store: Store) -> None:
    model.show_ids(range(200_000))
    for number in range(0, 200_000, PAGE):
        model.row(number)
    store.asked.clear()
    model.row(199_999)
    assert not store.asked
    model.row(0)
    assert len(store.asked) == 1


def test_other_records_are_read_afresh(model: RowsModel[str]) -> None:
    model.show_ids([1, 2, 3])
    assert model.index(0, 0).data() == "row 1"
    model.show_ids([9])
    assert model.rowCount() == 1
    assert model.index(0, 0).data() == "row 9"


def test_a_record_gone_meanwhile_is_an_empty_row(model: RowsModel[str], store: Store) -> None:
    store.gone.add(2)
    model.show_ids([1, 2, 3])
    assert model.row(1) is None
    assert model.index(1, 0).data() is None
    assert model.index(2, 0).data() == "row 3"


def test_a_record_is_found_by_its_id(model: RowsModel[str]) -> None:
    model.show_ids([30, 20, 10])
    assert model.number_of(10) == 2
    assert model.number_of(99) is None


def test_sorting_asks_for_the_key_of_the_column(qtbot: QtBot, model: RowsModel[str]) -> None:
    with qtbot.waitSignal(model.sort_asked) as signal:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert signal.args == ["name", True]
    with qtbot.assertNotEmitted(model.sort_asked):
        model.sort(1)


FIRST = SHOWN + 1  # ids of a long list that are read at first


def portions(length: int) -> Ask:
    """Return a function that returns the ids of a list of that length by portions."""

    def ask(portion: Portion) -> range:
        assert portion.most is not None
        return range(length)[portion.first : portion.first + portion.most]

    return ask


def test_a_long_list_is_read_as_far_as_a_person_goes(model: RowsModel[str], store: Store) -> None:
    top = QModelIndex()
    show_list(model, portions(3500), 0)
    assert (model.rowCount(), model.has_more, model.canFetchMore(top)) == (FIRST, True, True)
    assert model.row(FIRST - 1) == f"row {FIRST - 1}"
    model.fetchMore(top)
    assert (model.rowCount(), model.has_more) == (2 * FIRST, True)
    assert model.row(FIRST) == f"row {FIRST}"  # of a page that was short before
    model.fetchMore(top)
    assert (model.rowCount(), model.has_more, model.canFetchMore(top)) == (3500, False, False)


def test_a_record_is_sought_beyond_what_was_read(model: RowsModel[str]) -> None:
    show_list(model, portions(10_000), 0)
    assert model.number_of(5000) is None
    assert model.number_of(5000, is_sought=True) == 5000
    assert model.number_of(10_000, is_sought=True) is None
    assert not model.has_more


def test_every_row_of_a_long_list_goes_out(model: RowsModel[str]) -> None:
    show_list(model, portions(12_345), 0)
    assert list(model.all_rows()) == [f"row {number}" for number in range(12_345)]
    assert model.rowCount() == FIRST


def test_a_list_that_grows_keeps_the_contract_of_qt(model: RowsModel[str]) -> None:
    show_list(model, portions(3500), 0)
    # It fetches automatically.
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.retranslate()
    assert model.rowCount() > FIRST
