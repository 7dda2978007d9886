"""Tab-separated files: every byte kept, every fault at its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.tsv import BOM, flat, parse, render

HEADER = ("zh", "ja", "note")

#: What one cell may hold; the line ends of other conventions are ordinary characters here.
cells = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\t\r\n")
    | st.sampled_from("党工委共産党\u2028\u2029\u0085\x0b\x0c\x1c か\u3099\ufa19\ufe00𠮷=+\"'")
)
rows = st.lists(st.tuples(cells.map("委".__add__), cells, cells))


@given(st.binary() | st.text(st.sampled_from("zhja\t\r\n#委<=> \ufeff\u2028")).map(str.encode))
def test_reading_keeps_every_byte(data: bytes) -> None:
    """Whatever a file holds, it is given back as it was."""
    assert parse(data, "t.tsv", HEADER).to_bytes() == data


@given(rows)
def test_read_after_write(written: list[tuple[str, str, str]]) -> None:
    """Rows that are written are read back, a line each, with nothing changed or lost."""
    table = parse(render(HEADER, written), "t.tsv", HEADER)
    assert [tuple(row.cells.values()) for row in table.rows] == written
    assert [row.line for row in table.rows] == list(range(2, len(written) + 2))
    assert table.faults == ()


@given(st.tuples(st.text(), st.text()).map(lambda row: tuple(cell.replace("\ud800", "") for cell in row)))
def test_no_cell_breaks_its_line(row: tuple[str, str]) -> None:
    """Tabs and line ends inside a cell become spaces, so that a row stays one line."""
    text = render(("zh", "ja"), [row]).decode(errors="strict")
    assert text.count("\n") == 2
    assert text.count("\t") == 2
    assert "\r" not in text


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param("\n", id="LF"),
        pytest.param("\r\n", id="CRLF"),
        pytest.param("\r", id="CR"),
    ],
)
@pytest.mark.parametrize("bom", [pytest.param(b"", id="plain"), pytest.param(BOM, id="BOM")])
def test_line_ends(ending: str, bom: bytes) -> None:
    """The entries and their line numbers do not depend on how lines end."""
    lines = ["# zones", "zh\tja\tnote", "", "高新区\tハイテク区\t\u2028a\u0085b", "党工委\t党工作委員会\t"]
    table = parse(bom + ending.join(lines).encode(), "t.tsv", HEADER)
    assert [(row.line, row.cells["zh"], row.cells["note"]) for row in table.rows] == [
        (4, "高新区", "\u2028a\u0085b"),
        (5, "党工委", ""),
    ]
    assert table.faults == ()


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("zh\tja\tnote\n委\t委員会\t\n", [], id="none"),
        pytest.param("", [], id="empty file"),
        pytest.param("zh\tja\n", [(1, "the header lacks «note»")], id="missing column"),
        pytest.param("zh\n", [(1, "the header lacks «ja», «note»")], id="two missing columns"),
        pytest.param("zh\tja\tnote\tja\n", [(1, "a column stands twice in the header")], id="column twice"),
        pytest.param("zh\tja\tnote\n委\t委員会\n", [(2, "2 fields where the header has 3")], id="too few"),
        pytest.param(
            "zh\tja\tnote\n\n委\t委員会\tx\ty\n", [(3, "4 fields where the header has 3")], id="too many"
        ),
        pytest.param("zh\tja\tnote\n委\n", [(2, "1 field where the header has 3")], id="one field"),
        pytest.param(
            "zh\tja\tnote\n<<<<<<< HEAD\n委\t委員会\t\n=======\n委\t委員\t\n>>>>>>> other\n",
            [(line, "a merge conflict was left in the file") for line in (2, 4, 6)],
            id="merge conflict",
        ),
        pytest.param(
            "<<<<<<< HEAD\nzh\tja\tnote\n",
            [(1, "a merge conflict was left in the file")],
            id="merge conflict in the header",
        ),
        pytest.param("zh\tja\tnote\n========\tx\ty\n", [], id="a ruler is no conflict"),
    ],
)
def test_faults(text: str, faults: list[tuple[int, str]]) -> None:
    """Every fault is reported, at its line, and the good rows are read all the same."""
    table = parse(text.encode(), "zones.tsv", HEADER)
    assert [(fault.line, fault.reason) for fault in table.faults] == faults
    assert all(fault.path == "zones.tsv" and fault.advice for fault in table.faults)


def test_a_bad_byte_is_named() -> None:
    """A byte that is not UTF-8 is told by its line and its place, and costs only its own row."""
    table = parse(b"zh\tja\tnote\n\xb5\xb3\tx\ty\n" + "委\t委員会\t\n".encode(), "t.tsv", HEADER)
    assert [(fault.line, fault.reason) for fault in table.faults] == [
        (2, "byte 1 of the line, 0xb5, is not UTF-8")
    ]
    assert [row.cells["zh"] for row in table.rows] == ["委"]


def test_ragged_rows_may_lack_their_last_cells() -> None:
    """Where it is allowed, missing cells are empty; too many are a fault still."""
    table = parse("zh\tja\tnote\n委\na\tb\tc\td\n".encode(), "t.tsv", HEADER, ragged=True)
    assert [dict(row.cells) for row in table.rows] == [{"zh": "委", "ja": "", "note": ""}]
    assert [fault.line for fault in table.faults] == [3]


KEPT = "\ufeff# zones\r\nzh\tmine\tja\tnote\r\n\r\n高新区\tx \tハイテク区\t\n党工委\t\t党工作委員会\t古い"


@pytest.mark.parametrize(
    ("line", "new", "expected"),
    [
        pytest.param(4, {"ja": "高新区"}, "高新区\tx \t高新区\t\n", id="one cell"),
        pytest.param(4, {}, "高新区\tx \tハイテク区\t\n", id="nothing"),
        pytest.param(
            5, {"note": "", "zh": "党工委"}, "党工委\t\t党工作委員会\t", id="last line, no line end"
        ),
        pytest.param(
            4, {"note": "one\ttwo\nthree"}, "高新区\tx \tハイテク区\tone two three\n", id="flattened"
        ),
        pytest.param(4, {"no such": "x"}, "高新区\tx \tハイテク区\t\n", id="no such column"),
    ],
)
def test_replaced(line: int, new: dict[str, str], expected: str) -> None:
    """New cells go into their line; comments, unknown columns, line ends and all else stay."""
    before = parse(KEPT.encode(), "t.tsv", HEADER)
    after = before.replaced(line, new)
    assert after.lines[line - 1].decode() == expected
    assert [*after.lines[: line - 1], *after.lines[line:]] == [
        *before.lines[: line - 1],
        *before.lines[line:],
    ]
    assert len(after.rows) == len(before.rows)
    assert after.faults == ()


@given(rows.filter(bool), st.data())
def test_replacing_is_seen_when_read_again(written: list[tuple[str, str, str]], data: st.DataObject) -> None:
    """What was put into a line is what the line then says."""
    line = data.draw(st.integers(2, len(written) + 1))
    note = data.draw(cells)
    table = parse(render(HEADER, written), "t.tsv", HEADER).replaced(line, {"note": note})
    assert next(row for row in table.rows if row.line == line).cells["note"] == note
    assert len(table.rows) == len(written)


@given(st.text())
def test_flat_is_flat(text: str) -> None:
    """A flat cell has no tab or line end, and flattening it again changes nothing."""
    assert not set(flat(text)) & set("\t\r\n")
    assert flat(flat(text)) == flat(text)
