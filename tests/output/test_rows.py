"""Rows for pipelines: each format read back by a reader of that format."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.output.rows import WRITERS, cell

COLUMNS = ("zh", "ja", "score")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def written(
    form: str, rows: list[dict[str, Any]], *, header: bool = True, stream: io.StringIO | None = None
) -> str:
    stream = stream or io.StringIO()
    WRITERS[form](iter(rows), COLUMNS, stream, header)
    return stream.getvalue()


ROW = {"zh": "党工委", "ja": "党工作委員会", "score": 0.9, "usage": [{"count": 1}]}


@pytest.mark.parametrize(
    ("form", "header", "text"),
    [
        pytest.param("tsv", True, "zh\tja\tscore\n党工委\t党工作委員会\t0.900\n", id="tsv"),
        pytest.param("tsv", False, "党工委\t党工作委員会\t0.900\n", id="tsv without header"),
        pytest.param("csv", True, "zh,ja,score\n党工委,党工作委員会,0.900\n", id="csv"),
        pytest.param("csv", False, "党工委,党工作委員会,0.900\n", id="csv without header"),
        pytest.param(
            "jsonl",
            True,
            '{"zh": "党工委", "ja": "党工作委員会", "score": 0.9, "usage": [{"count": 1}]}\n',
            id="jsonl",
        ),
        pytest.param(
            "json",
            True,
            '[\n{"zh": "党工委", "ja": "党工作委員会", "score": 0.9, "usage": [{"count": 1}]}\n]\n',
            id="json",
        ),
    ],
)
def test_formats(form: str, header: bool, text: str) -> None:
    """The columns in the flat formats, everything in JSON."""
    assert written(form, [ROW], header=header) == text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        pytest.param("tsv", "zh\tja\tscore\n", id="tsv"),
        pytest.param("csv", "zh,ja,score\n", id="csv"),
        pytest.param("jsonl", "", id="jsonl"),
        pytest.param("json", "[]\n", id="json"),
    ],
)
def test_no_rows(form: str, text: str) -> None:
    """Nothing found is still well-formed."""
    assert written(form, []) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(0.12345, "0.123", id="score"),
        pytest.param(1.0, "1.000", id="one"),
        pytest.param(12, "12", id="count"),
        pytest.param(None, "", id="nothing"),
        pytest.param(["党工委", "書記"], "党工委 書記", id="list"),
        pytest.param([{"surface": "大湾区"}, {}], "大湾区 ", id="nested tokens"),
        pytest.param("", "", id="empty"),
    ],
)
def test_cell(value: object, text: str) -> None:
    """Values as people read them."""
    assert cell(value) == text


values = st.text(st.characters(blacklist_categories=["Cs"]) | st.sampled_from("\t\n\r\",[]\\='党\u2028\x1b"))
rows = st.lists(st.fixed_dictionaries({"zh": values, "ja": values}))


@given(rows)
def test_json_is_read_back(found: list[dict[str, str]]) -> None:
    """A reader of JSON gets what was written, by the list or by the line."""
    assert json.loads(written("json", found)) == found
    lines = written("jsonl", found).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == found


@given(rows)
def test_csv_is_read_back(found: list[dict[str, str]]) -> None:
    """A reader of CSV gets what was written, line ends and quotes included."""
    read = list(csv.reader(io.StringIO(written("csv", found), newline="")))
    assert read == [list(COLUMNS), *([row["zh"], row["ja"], ""] for row in found)]


@given(rows)
def test_tsv_is_a_line_each(found: list[dict[str, str]]) -> None:
    """Every row is one line with the cells of its columns, whatever stands in them."""
    lines = written("tsv", found).split("\n")
    assert len(lines) == len(found) + 2
    assert all(line.count("\t") == len(COLUMNS) - 1 for line in lines[:-1])


@pytest.mark.parametrize("form", WRITERS)
def test_a_terminal_gets_nothing_raw(form: str) -> None:
    """On a terminal control characters are spelled out; in a pipe the data is the data."""
    row = {"zh": "党\x1b[31m\u202e工委", "ja": "x\x9b"}
    shown = written(form, [row], stream=Terminal())
    assert not set(shown) & set("\x1b\u202e\x9b")
    assert "工委" in shown
    piped = written(form, [row])
    assert ("\u202e" in piped) is True


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("encoding", ["cp932", "cp1252", "ascii", "gb18030", "utf-8", "utf-16"])
def test_json_in_any_encoding(form: str, encoding: str) -> None:
    """JSON loses nothing: what an encoding lacks, as cp932 lacks 务, is escaped."""
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding=encoding, errors="strict", write_through=True)
    WRITERS[form](iter([{"zh": "国务院", "ja": "国務院 𠮷"}]), COLUMNS, stream, True)
    text = data.getvalue().decode(encoding)
    found = json.loads(text)
    assert (found[0] if form == "json" else found) == {"zh": "国务院", "ja": "国務院 𠮷"}
    assert ("务" in text) is encoding.startswith("utf")


def test_rows_are_written_as_they_come() -> None:
    """A row is out before the next is asked for, so that a pipeline streams."""
    stream = io.StringIO()

    def rows() -> Any:
        yield ROW
        assert "党工委" in stream.getvalue()
        yield ROW

    WRITERS["tsv"](rows(), COLUMNS, stream, True)
    assert stream.getvalue().count("党工委") == 2
