"""Keywords in context: one under the other, on any terminal, whatever the text."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from zhjagloss.output.kwic import first_cells, last_cells, write_kwic

WIDTHS = [24, 40, 80, 120]

#: Contexts of all sorts: none, short, long, of one, two and no cells, with what a terminal would obey.
LEFT = [
    "", "区", "ab", "江蘇省蘇州市の", "江蘇省蘇州市の" * 20, "abc " * 50, "蘇a" * 60, "ｶﾞｶﾞ" * 30,
    "か\u3099" * 40, "\x1b[2J党\u202e" * 9, "\u3099\u0301" * 30, "👨\u200d👩\u200d👧" * 9,
]  # fmt: skip

#: Keywords of one, two and more cells; the longest fills the narrowest terminal with its line number.
KEYWORDS = ["党", "BYD", "党工委", "ﾊｲﾃｸ区", "共産党工委", "工業企業a"]

#: Keywords of the breadths that texts have, and one that no terminal of 40 cells can hold.
BROAD = [
    "人大", "党工委", "ハイテク産業開発区", "共産党工作委員会", "国家ハイテク産業開発区",
    "広東・香港・マカオグレーターベイエリア",
]  # fmt: skip


def row(
    keyword: str = "党工委", left: str = "蘇州市の", right: str = "の責任者が", **more: Any
) -> dict[str, Any]:
    fields = {"document": "a.ja.txt", "line": 7, "publisher": "", "date": ""}
    return fields | {"left": left, "keyword": keyword, "right": right} | more


def drawn(monkeypatch: pytest.MonkeyPatch, columns: int, *rows: dict[str, Any], color: str = "never") -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = io.StringIO()
    write_kwic(rows, stream, color)
    return stream.getvalue()


def cells(text: str) -> int:
    """Count the cells of a text as a terminal does: by East Asian width, marks none."""
    wide = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.category(char) in ("Mn", "Cf") else wide.get(unicodedata.east_asian_width(char), 1)
        for char in text
    )


def beginnings(lines: list[str], keywords: list[str]) -> list[int]:
    """Say at which cell of its line each keyword begins; no context here has a keyword in it."""
    return [
        cells(line[: line.index(f" {keyword} ") + 1]) for line, keyword in zip(lines, keywords, strict=True)
    ]


# Alignment


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("keyword", KEYWORDS)
def test_a_keyword_stands_under_itself(monkeypatch: pytest.MonkeyPatch, columns: int, keyword: str) -> None:
    """Whatever stands around it, a keyword begins at one cell of every line."""
    contexts = LEFT[:9]  # emoji and bare marks take as many cells as a terminal wants
    rows = [
        row(keyword, left, right, line=line)
        for left in contexts
        for right in contexts
        for line in (1, 99_999)
    ]
    lines = drawn(monkeypatch, columns, *rows).split("\n")[1:-1]
    assert len(set(beginnings(lines, [keyword] * len(rows)))) == 1


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("keywords", [KEYWORDS, BROAD], ids=["narrow", "broad"])
def test_keywords_stand_under_one_another(
    monkeypatch: pytest.MonkeyPatch, columns: int, keywords: list[str]
) -> None:
    """Renderings of different breadth begin at one cell as well, if narrower than half the terminal."""
    rows = [
        row(keyword, "江蘇省蘇州市の" * 9, "の責任者が" * 9)
        for keyword in keywords
        if 2 * cells(keyword) < columns
    ]
    lines = drawn(monkeypatch, columns, *rows).split("\n")[1:-1]
    assert len(set(beginnings(lines, [one["keyword"] for one in rows]))) == 1


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("keyword", KEYWORDS)
def test_no_line_is_too_wide(monkeypatch: pytest.MonkeyPatch, columns: int, keyword: str) -> None:
    """No line is wider than the terminal, whatever stands around the keyword."""
    rows = [row(keyword, left, right) for left in LEFT for right in LEFT]
    about = {"document": "議事録" * 30 + ".txt", "publisher": "科学技術振興機構" * 9, "date": "2021"}
    assert max(map(cell_len, drawn(monkeypatch, columns, *rows, row(**about)).split("\n"))) <= columns
    plain = [row(keyword, left) for left in LEFT[:9]]
    assert max(map(cells, drawn(monkeypatch, columns, *plain).split("\n"))) <= columns


@pytest.mark.parametrize(
    ("columns", "breadth"),
    [
        pytest.param(24, 14, id="24 columns, 14 cells"),
        pytest.param(24, 16, id="24 columns, 16 cells"),
        pytest.param(40, 24, id="40 columns, 24 cells"),
        pytest.param(40, 30, id="40 columns, 30 cells"),
        pytest.param(80, 30, id="80 columns, 30 cells"),
        pytest.param(80, 70, id="80 columns, 70 cells"),
        pytest.param(120, 30, id="120 columns, 30 cells"),
    ],
)
def test_room_for_a_broad_keyword(monkeypatch: pytest.MonkeyPatch, columns: int, breadth: int) -> None:
    """A keyword that fits beside its line number takes its room from the context, not from the terminal."""
    keyword = ("国家ハイテク産業開発区" * 4)[: breadth // 2]
    (line,) = drawn(monkeypatch, columns, row(keyword, "蘇州市の" * 30, "の者が" * 30)).split("\n")[1:-1]
    assert keyword in line
    assert cells(line) <= columns


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("length", [1, 5, 12, 20, 60, 200])
def test_a_keyword_is_never_cut(monkeypatch: pytest.MonkeyPatch, columns: int, length: int) -> None:
    """Whatever the width, the keyword stands on its line whole, and only context is left out with …."""
    keyword = ("ハイテク産業開発区" * 30)[:length]
    (line,) = drawn(monkeypatch, columns, row(keyword, "蘇州市の" * 30, "の者が" * 30)).split("\n")[1:-1]
    before, after = line.split(f" {keyword} ")
    assert before.split(" ")[-1][:1] in ("", "…")  # none where the keyword needs the line
    assert after[-1:] in ("", "…")


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        pytest.param("蘇州市の", "の者が", ["7", "蘇州市の", "党工委", "の者が"], id="context on both sides"),
        pytest.param("", "", ["7", "党工委"], id="alone"),
        pytest.param("a  b ", " c", ["7", "a", "b", "党工委", "c"], id="spaces"),
    ],
)
def test_a_line(monkeypatch: pytest.MonkeyPatch, left: str, right: str, shown: list[str]) -> None:
    """A line has its number, what precedes, the keyword, what follows."""
    (line,) = drawn(monkeypatch, 80, row(left=left, right=right)).split("\n")[1:-1]
    assert line.split() == shown
    assert line.startswith("    7 ")


# What is drawn


def test_a_heading_for_each_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document is named once above its lines, with its publisher and date where they are known."""
    rows = [
        row(document="a.ja.txt"),
        row(document="a.ja.txt"),
        row(document="b.ja.txt", publisher="JST", date="2021"),
        row(document="c.ja.txt", date="2022"),
    ]
    lines = drawn(monkeypatch, 80, *rows).split("\n")
    assert [line for line in lines if ".txt" in line] == ["a.ja.txt", "b.ja.txt  JST, 2021", "c.ja.txt  2022"]
    assert len(lines) == 3 + 4 + 1


def test_nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of no place nothing is drawn."""
    assert drawn(monkeypatch, 80) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("党\x1b[2J", "党\\u001b[2J", id="escape"),
        pytest.param("党\u202e委", "党\\u202e委", id="bidi"),
        pytest.param("党\u200b委", "党\\u200b委", id="zero width"),
        pytest.param("党\t工\n委", "党\\t工\\n委", id="tab and line end"),
        pytest.param("党\x9b31m", "党\\u009b31m", id="C1"),
    ],
)
@pytest.mark.parametrize("field", ["left", "keyword", "right", "document", "publisher", "date"])
def test_control_characters_are_spelled_out(
    monkeypatch: pytest.MonkeyPatch, field: str, text: str, shown: str
) -> None:
    """Nothing in the data moves the cursor, turns the text round or hides."""
    out = drawn(monkeypatch, 120, row(**{field: text}))
    assert shown in out
    assert not set(out) & set("\x1b\u202e\u200b\t\x9b")


@pytest.mark.parametrize("color", ["never", "always"])
@pytest.mark.parametrize(
    "text", ["[red]党[/]", "[/]", "党\\", "[link=x]", ":smile:", "https://example.org/1"]
)
def test_data_is_literal(monkeypatch: pytest.MonkeyPatch, text: str, color: str) -> None:
    """What looks like markup is shown as it is written."""
    fields = dict.fromkeys(("left", "keyword", "right", "document", "publisher", "date"), text)
    assert drawn(monkeypatch, 200, row(**fields), color=color).count(text) == len(fields)


@pytest.mark.parametrize(("color", "coloured"), [("always", True), ("never", False), ("auto", False)])
def test_color(monkeypatch: pytest.MonkeyPatch, color: str, coloured: bool) -> None:
    """The keyword stands out on a terminal and wherever colour is asked for; in a pipe nothing does."""
    assert ("\x1b[1m党工委\x1b[0m" in drawn(monkeypatch, 80, row(), color=color)) is coloured


# Cutting


TEXTS = st.text(st.sampled_from("党工委ハイﾊﾞ、。「」abc 𠮷か\u3099👨\u200dー…")) | st.text()


@given(TEXTS, st.integers(1, 24))
def test_a_cut_fits(text: str, width: int) -> None:
    """What is cut is the beginning or the end of the text and …; what fits is not cut."""
    first, last = first_cells(text, width), last_cells(text, width)
    assert max(cell_len(first), cell_len(last)) <= width
    if cell_len(text) <= width:
        assert first == last == text
    else:
        assert first.endswith("…")
        assert last.startswith("…")
        assert text.startswith(first[:-1])
        assert text.endswith(last[1:])


@given(st.text(st.sampled_from("党工委ハイ、「aｱ"), min_size=1), st.integers(2, 24))
def test_a_cut_leaves_out_no_more_than_it_must(text: str, width: int) -> None:
    """One character more would not have fitted."""
    first, last = first_cells(text, width), last_cells(text, width)
    if first != text:
        assert cell_len(text[: len(first)]) + 1 > width
        assert cell_len(text[len(text) - len(last) :]) + 1 > width
