"""Exported CSV: every text, and no formula for Excel."""

from hypothesis import given
from hypothesis import strategies as st

from psykavtal.output.export.csv_files import csv_bytes, excel_csv_bytes
from tests.tables.exports import FORMULAS, parsed, table_of


@given(st.lists(st.none() | st.text(st.characters(codec="utf-8"), min_size=1), max_size=5))
def test_csv_loses_no_text(texts):
    rows = table_of(*((each, "end") for each in texts), names=("text", "end"))
    exact = [row[0] or None for row in parsed(csv_bytes(rows))[1:]]
    assert exact == texts
    guarded = [row[0] or None for row in parsed(excel_csv_bytes(rows), ";", "utf-8-sig")[1:]]
    assert [each and each.removeprefix("'") for each in guarded] == texts


def test_csv_for_excel_has_a_byte_order_mark_semicolons_and_no_formula():
    data = excel_csv_bytes(table_of(*((each,) for each in FORMULAS)))
    assert data.startswith(b"\xef\xbb\xbf")
    cells = [row[0] for row in parsed(data, ";", "utf-8-sig")[1:]]
    assert not [each for each in cells if each[0] in "=+-@\t"]
    assert [each.removeprefix("'") for each in cells[:5]] == list(FORMULAS[:5])
    assert [row[0] for row in parsed(csv_bytes(table_of(*((each,) for each in FORMULAS))))[1:]] == list(FORMULAS)
