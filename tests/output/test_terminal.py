"""The terminal: nothing of the data is obeyed, nothing is cut."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from zhjagloss.output.terminal import NARROWEST, console, progress, styled, write_table


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(rows: list[dict[str, Any]], *columns: str, color: str = "never", header: bool = True) -> str:
    stream = Terminal()
    write_table(rows, columns, stream, header, color)
    return stream.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[red]党工委[/]", id="markup"),
        pytest.param("[/]", id="closing markup alone"),
        pytest.param("[link=https://example.org]x[/link]", id="link"),
        pytest.param("[bold", id="half a tag"),
        pytest.param("党工委\\", id="backslash at the end"),
        pytest.param("\\[red]", id="escaped markup"),
        pytest.param(":smile:", id="emoji by name"),
        pytest.param("https://example.org/123", id="address"),
    ],
)
@pytest.mark.parametrize("color", ["never", "always"])
def test_data_is_literal(text: str, color: str) -> None:
    """What looks like markup is shown as it is written, in its own colour."""
    assert text in drawn([{"zh": text}], "zh", color=color)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31m党", "\\u001b[31m党", id="escape"),
        pytest.param("\u202e党", "\\u202e党", id="bidi"),
        pytest.param("党\t工\n委", "党\\t工\\n委", id="tab and line end"),
    ],
)
def test_control_characters_are_spelled_out(text: str, shown: str) -> None:
    """Nothing in the data moves the cursor or turns the text round."""
    out = drawn([{"zh": text}], "zh")
    assert shown in out
    assert not set(out) & set("\x1b\u202e\t")


@pytest.mark.parametrize("columns", ["1", "20", "30", "80", "not a number"])
def test_a_long_term_is_folded(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """Whatever the width, no character of a term is lost."""
    monkeypatch.setenv("COLUMNS", columns)
    term = "広東・香港・マカオグレーターベイエリア建設発展計画綱要実施意見"
    out = drawn([{"zh": term, "ja": "x"}], "zh", "ja")
    assert re.sub(r"[\s─x]", "", out.split("─")[-1]) == term
    assert "…" not in out


def test_wide_characters_take_two_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns line up where Han, kana and Latin stand under one another."""
    monkeypatch.setenv("COLUMNS", "60")
    lines = drawn([{"zh": "党工委", "ja": "|"}, {"zh": "ABCDEF", "ja": "|"}], "zh", "ja").split("\n")
    han, latin = (next(line for line in lines if name in line) for name in ("党工委", "ABCDEF"))
    assert latin.index("|") - han.index("|") == 3


@pytest.mark.parametrize(
    ("color", "environment", "coloured"),
    [
        pytest.param("always", {}, True, id="always"),
        pytest.param("never", {"FORCE_COLOR": "1"}, False, id="never"),
        pytest.param("auto", {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param("auto", {"TERM": "xterm-256color"}, True, id="a terminal"),
    ],
)
def test_color(
    monkeypatch: pytest.MonkeyPatch, color: str, environment: dict[str, str], coloured: bool
) -> None:
    """Colour obeys the option, then the environment, then the terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = drawn([{"status": "preferred"}], "status", color=color)
    assert ("\x1b[32m" in out) is coloured


def test_header() -> None:
    """The names of the columns can be left out."""
    assert "status" in drawn([{"status": "preferred"}], "status")
    assert "status" not in drawn([{"status": "preferred"}], "status", header=False)


def test_the_console_is_never_too_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal of one column lines run over its edge rather than vanish."""
    monkeypatch.setenv("COLUMNS", "1")
    assert console(Terminal()).width == NARROWEST


def test_styled_words_keep_their_text() -> None:
    """A style is beside the text, not in it."""
    assert [styled(word).plain for word in ("preferred", "!", "党工委", "[red]")] == [
        "preferred", "!", "党工委", "[red]",
    ]  # fmt: skip


def test_a_short_work_shows_no_bar() -> None:
    """What is done within a second leaves nothing on the terminal, and nothing in a pipe ever."""
    for stream in (Terminal(), io.StringIO()):
        with progress(stream) as show:
            for done in range(1, 4):
                show("read", done, 3)
        assert stream.getvalue() == ""
