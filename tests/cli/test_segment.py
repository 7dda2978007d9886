"""`zhjagloss segment` as its users run it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.running import TEXT, contents, write_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.running import Ran, Tool

HEADER = [
    "document", "line", "offset", "surface", "reading", "pos", "key", "label",
    "zh", "full", "ja", "status", "nested",
]  # fmt: skip

SENTENCE = "無錫高新区の党工委がグレーターベイエリアを視察した。"


def segment(tool: Tool, glossary: Path, *arguments: str, stdin: str | bytes = SENTENCE) -> Ran:
    """Segment with one glossary and no other."""
    return tool("segment", "-g", glossary, "--no-starter", *arguments, stdin=stdin)


def test_plain(tool: Tool, glossary: Path) -> None:
    """A sentence is a line, its tokens joined by one space, a term of the glossary one token."""
    ran = segment(tool, glossary, stdin=TEXT)
    assert (ran.status, ran.err) == (0, b"")
    assert [line.replace(" ", "") for line in ran.lines] == TEXT.splitlines()
    assert "党工委" in ran.lines[0].split(" ")
    assert {"ハイテク産業開発区", "党工作委員会"} <= set(ran.lines[1].split(" "))


def test_terms_of_the_starter(tool: Tool, glossary: Path) -> None:
    """The shipped glossary's terms are kept whole too, unless `--no-starter`."""
    text = "粤港澳大湾区の党工委書記"
    assert "粤港澳大湾区" in tool("segment", stdin=text).stdout.split()
    assert "粤港澳大湾区" not in tool("segment", "--no-starter", stdin=text).stdout.split()


@pytest.mark.parametrize("mode", ["A", "B", "C", "a"])
def test_modes(tool: Tool, glossary: Path, mode: str) -> None:
    """Every split mode keeps terms whole; the shorter one cuts what lies between."""
    tokens = segment(tool, glossary, "-m", mode, stdin="選挙管理委員会と党工委").stdout.split()
    assert tokens[-1] == "党工委"
    assert ("選挙管理委員会" in tokens) == (mode == "C")


def test_columns(tool: Tool, glossary: Path) -> None:
    """TSV has one token a row; its surfaces, joined, are the text, at the offsets it names."""
    ran = segment(tool, glossary, "--format", "tsv")
    rows = ran.rows()
    assert ran.cells[0] == HEADER
    assert "".join(row["surface"] for row in rows) == SENTENCE
    for row in rows:
        assert SENTENCE[int(row["offset"]) :].startswith(row["surface"])
    (term,) = (row for row in rows if row["surface"] == "党工委")
    assert (term["document"], term["line"], term["label"]) == ("-", "1", "whole")
    assert (term["zh"], term["ja"], term["full"]) == ("党工委", "党工委", "党工作委员会")
    assert term["status"] == "admitted"


def test_formats_agree(tool: Tool, glossary: Path) -> None:
    """TSV, CSV, JSON and JSON Lines hold the same tokens; JSON has the rows as well."""
    tsv, csv_text, whole, lines = (
        segment(tool, glossary, "--format", form) for form in ("tsv", "csv", "json", "jsonl")
    )
    assert list(csv.reader(io.StringIO(csv_text.stdout))) == tsv.cells
    objects = [json.loads(line) for line in lines.lines]
    assert json.loads(whole.stdout) == objects
    for token, row in zip(objects, tsv.rows(), strict=True):
        for column in HEADER[:-1]:
            assert row[column] == ("" if token[column] is None else str(token[column]))
    assert objects[0].keys() >= {*HEADER, "rows"}


@pytest.mark.parametrize("form", ["tsv", "csv"])
def test_no_header(tool: Tool, glossary: Path, form: str) -> None:
    """`--no-header` leaves out the first line and nothing else."""
    whole = segment(tool, glossary, "--format", form)
    assert segment(tool, glossary, "--format", form, "--no-header").lines == whole.lines[1:]


def test_nested_and_doubtful(tool: Tool, glossary: Path) -> None:
    """JSON names the terms inside a token; `--all` adds the hits that are not believed, and why."""
    text = "ハイテク産業開発区と新開発区画"
    tokens = [json.loads(line) for line in segment(tool, glossary, "--format", "jsonl", stdin=text).lines]
    assert [hit["ja"] for hit in tokens[0]["nested"]] == ["開発区"]
    assert all("doubtful" not in token for token in tokens)
    ran = segment(tool, glossary, "--format", "jsonl", "--all", stdin=text)
    doubtful = [hit for token in map(json.loads, ran.lines) for hit in token["doubtful"]]
    assert [(hit["surface"], hit["label"]) for hit in doubtful] == [("開発区", "doubtful")]
    assert doubtful[0]["reason"]


def test_files(tool: Tool, glossary: Path) -> None:
    """Files and folders are read in order of their names, each document under its own."""
    write_text(tool.folder / "texts" / "b.ja.txt", "二つ目の党工委。\n")
    write_text(tool.folder / "texts" / "a.ja.txt", "\n一つ目の党工委。\n")
    before = contents(tool.folder / "texts")
    rows = segment(tool, glossary, "--format", "tsv", "texts").rows()
    assert list(dict.fromkeys((row["document"], row["line"]) for row in rows)) == [
        ("a.ja.txt", "2"),
        ("b.ja.txt", "1"),
    ]
    assert contents(tool.folder / "texts") == before


def test_standard_input_among_files(tool: Tool, glossary: Path) -> None:
    """`-` stands for standard input."""
    write_text(tool.folder / "a.ja.txt", "一つ目の党工委。\n")
    rows = segment(tool, glossary, "--format", "tsv", "-", "a.ja.txt").rows()
    assert {row["document"] for row in rows} == {"-", "a.ja.txt"}


def test_same_from_file_and_pipe(tool: Tool, glossary: Path) -> None:
    """A text is segmented alike from a file and from a pipe."""
    write_text(tool.folder / "a.ja.txt")
    assert segment(tool, glossary, "a.ja.txt").out == segment(tool, glossary, stdin=TEXT).out


def test_encoding(tool: Tool, glossary: Path) -> None:
    """`--encoding` is taken at its word."""
    ran = segment(tool, glossary, "--encoding", "cp932", stdin=SENTENCE.encode("cp932"))
    assert ran.out == segment(tool, glossary).out


def test_skip_bad(tool: Tool, glossary: Path) -> None:
    """A text that cannot be decoded stops with 2 before anything is printed, or is skipped with 1."""
    write_text(tool.folder / "texts" / "a.ja.txt")
    (tool.folder / "texts" / "b.ja.txt").write_bytes(TEXT.encode() + b"\xff\n")
    stopped = segment(tool, glossary, "texts")
    assert stopped.status == 2
    assert stopped.stderr.startswith("texts/b.ja.txt:3: byte ")
    skipped = segment(tool, glossary, "texts", "--skip-bad")
    assert (skipped.status, len(skipped.lines)) == (1, 2)
    assert skipped.stderr.startswith("skipped: texts/b.ja.txt:3: byte ")


STATUSES = {
    "done": (("-",), 0),
    "no such file": (("nowhere.txt",), 2),
    "unknown mode": (("-m", "D"), 2),
    "unknown format": (("--format", "yaml"), 2),
    "unknown encoding": (("--encoding", "klingon"), 2),
    "no glossary": (("-g", "nowhere"), 2),
}


@pytest.mark.parametrize("name", STATUSES)
def test_exit_status(tool: Tool, glossary: Path, name: str) -> None:
    """0 when done, 2 for wrong use and what cannot be read."""
    arguments, status = STATUSES[name]
    ran = segment(tool, glossary, *arguments)
    assert ran.status == status
    assert bool(ran.err) == bool(status)


def test_terminal_obeys_no_text(tool: Tool, glossary: Path) -> None:
    """Control characters in a text are spelled out on a terminal, and handed on as they are in a pipe."""
    write_text(tool.folder / "a.ja.txt", "党工委\x1b[31mは\x1b]0;x\x07赤\u202eい。\n")
    arguments = ("segment", "-g", str(glossary), "--no-starter", "a.ja.txt")
    for options in ((), ("--format", "tsv"), ("--format", "jsonl")):
        shown = tool.on_terminal(*arguments, *options).stdout
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "\x1b" in tool(*arguments).stdout
