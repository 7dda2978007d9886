"""`zhjagloss concordance` as its users run it."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import COMMAND, TEXT, contents, has_colour, plain, small_glossary, width, write_text

if TYPE_CHECKING:
    from tests.running import Ran, Tool

HEADER = ["document", "line", "offset", "left", "keyword", "right", "zh", "language", "label"]

#: The Chinese original of the Japanese text, and names as print writes them.
ORIGINAL = (
    "无锡高新区党工委十二日召开会议，研究与大湾区的合作。\n会上党工作委员会提出计划，开发区企业发表意见。\n"
)
MARKS = (
    "国の「三北」プロジェクトと、「三北」「プロジェクト」は別である。\nグレーター・ベイエリアとｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱ。\n"
)


@pytest.fixture
def texts(tool: Tool) -> Path:
    """Write a Japanese text, its Chinese original, and one with marks inside names."""
    folder = tool.folder / "texts"
    write_text(folder / "a.ja.txt")
    write_text(folder / "a.zh.txt", ORIGINAL)
    write_text(folder / "b.ja.txt", MARKS)
    return folder


def ask(tool: Tool, glossary: Path, *arguments: str | bytes) -> Ran:
    """Ask with one glossary and no other."""
    return tool("concordance", "-g", glossary, "--no-starter", *arguments)


def places(ran: Ran) -> list[tuple[str, str, str]]:
    """List document, line and keyword of each row."""
    return [(row["document"], row["line"], row["keyword"]) for row in ran.rows()]


FOUND = {
    "a term in both languages": (
        ["党工委"],
        [
            ("a.ja.txt", "1", "党工委"),
            ("a.ja.txt", "2", "党工作委員会"),
            ("a.zh.txt", "1", "党工委"),
            ("a.zh.txt", "2", "党工作委员会"),
        ],
    ),
    "only the form that is typed": (
        ["--literal", "党工委"],
        [("a.ja.txt", "1", "党工委"), ("a.zh.txt", "1", "党工委")],
    ),
    "traditional characters": (
        ["黨工委"],
        [
            ("a.ja.txt", "1", "党工委"),
            ("a.ja.txt", "2", "党工作委員会"),
            ("a.zh.txt", "1", "党工委"),
            ("a.zh.txt", "2", "党工作委员会"),
        ],
    ),
    "traditional characters, literally": (
        ["--literal", "開發區"],
        [("a.ja.txt", "2", "開発区"), ("a.ja.txt", "2", "開発区"), ("a.zh.txt", "2", "开发区")],
    ),
    "a loanword, with a point and in half width": (
        ["大湾区"],
        [
            ("a.ja.txt", "1", "グレーターベイエリア"),
            ("a.zh.txt", "1", "大湾区"),
            ("b.ja.txt", "2", "グレーター・ベイエリア"),
            ("b.ja.txt", "2", "ｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱ"),
        ],
    ),
    "a name with quotes inside": (["三北プロジェクト"], [("b.ja.txt", "1", "「三北」プロジェクト")]),
    "a rendering": (["グレーターベイエリア", "-n", "1"], [("a.ja.txt", "1", "グレーターベイエリア")]),
    "the first places": (
        ["党工委", "-n", "2"],
        [("a.ja.txt", "1", "党工委"), ("a.ja.txt", "2", "党工作委員会")],
    ),
    "more places than there are": (["--literal", "党委", "-n", "9"], []),
}


@pytest.mark.parametrize("name", FOUND)
def test_places(tool: Tool, glossary: Path, texts: Path, name: str) -> None:
    """A term is found with what renders it, in both languages, as the texts write it."""
    arguments, expected = FOUND[name]
    ran = ask(tool, glossary, "-q", *arguments, "texts")
    assert places(ran) == expected
    assert (ran.status, ran.err) == (0 if expected else 1, b"")


def test_columns(tool: Tool, glossary: Path, texts: Path) -> None:
    """TSV has one place a row: where it is, its sentence cut at the keyword, and what the keyword is."""
    ran = ask(tool, glossary, "党工委", "texts")
    assert ran.cells[0] == HEADER
    assert ran.rows()[1] == {
        "document": "a.ja.txt",
        "line": "2",
        "offset": str(TEXT.index("党工作委員会")),
        "left": "会議ではハイテク産業開発区の",
        "keyword": "党工作委員会",
        "right": "が計画を示し、開発区の企業が意見を述べた。",
        "zh": "党工委",
        "language": "ja",
        "label": "whole",
    }
    assert [row["language"] for row in ran.rows()] == ["ja", "ja", "zh", "zh"]
    for row in ran.rows():
        text = (texts / row["document"]).read_text(encoding="utf-8")
        assert text[int(row["offset"]) :].startswith(row["keyword"])
        assert row["left"] + row["keyword"] + row["right"] in text


@pytest.mark.xfail(strict=True, reason="offset and line are counted on from the beginning of the sentence")
def test_places_in_markdown(tool: Tool, glossary: Path) -> None:
    """Where markup and line ends stand inside a sentence, line and offset are still the keyword's."""
    text = "会議では[計画](https://example.org)を\nまとめた**党工委**が述べた。\n"
    write_text(tool.folder / "a.ja.md", text)
    (row,) = ask(tool, glossary, "党工委", "a.ja.md").rows()
    assert (row["left"], row["right"]) == ("会議では計画をまとめた", "が述べた。")
    assert (row["line"], int(row["offset"])) == ("2", text.index("党工委"))


def test_formats_agree(tool: Tool, glossary: Path, texts: Path) -> None:
    """TSV, CSV, JSON and JSON Lines hold the same places; JSON says more of each."""
    tsv, csv_text, whole, lines = (
        ask(tool, glossary, "党工委", "texts", "--format", form) for form in ("tsv", "csv", "json", "jsonl")
    )
    assert list(csv.reader(io.StringIO(csv_text.stdout))) == tsv.cells
    objects = [json.loads(line) for line in lines.lines]
    assert json.loads(whole.stdout) == objects
    assert [[str(one[column]) for column in HEADER] for one in objects] == tsv.cells[1:]
    assert all(one.keys() >= {*HEADER, "reason", "publisher", "date"} for one in objects)


@pytest.mark.parametrize("form", ["tsv", "csv"])
def test_no_header(tool: Tool, glossary: Path, texts: Path, form: str) -> None:
    """`--no-header` leaves out the first line and nothing else."""
    whole = ask(tool, glossary, "党工委", "texts", "--format", form)
    assert ask(tool, glossary, "党工委", "texts", "--format", form, "--no-header").lines == whole.lines[1:]


def test_all(tool: Tool, glossary: Path) -> None:
    """`--all` adds places inside a longer form and those that cut a word, each with its label."""
    write_text(tool.folder / "a.ja.txt", "市の経済開発区。新開発区画の図。開発区。\n")
    (tool.folder / "own" / "more.tsv").write_text(
        "zh\tja\tstatus\tfull\treading\tnote\tsource\n开发区\t経済開発区\tadmitted\t\t\t\t\n",
        encoding="utf-8",
    )
    few, every = ask(tool, glossary, "开发区", "a.ja.txt"), ask(tool, glossary, "开发区", "a.ja.txt", "--all")
    labels = [(row["keyword"], row["label"]) for row in every.rows()]
    assert labels == [
        ("経済開発区", "whole"),
        ("開発区", "nested"),
        ("開発区", "doubtful"),
        ("開発区", "whole"),
    ]
    assert [row for row in every.rows() if row["label"] == "whole"] == few.rows()
    assert "1 more cut a word: --all shows them" in few.stderr
    assert every.err == b""
    objects = ask(tool, glossary, "开发区", "a.ja.txt", "--all", "--format", "jsonl").lines
    assert [bool(json.loads(line)["reason"]) for line in objects] == [False, True, True, False]


def test_only_what_cuts_a_word(tool: Tool, glossary: Path) -> None:
    """Where every place cuts a word nothing is shown, and `--all` is named."""
    write_text(tool.folder / "a.ja.txt", "スーパーベイエリアンの図。\n")
    ran = ask(tool, glossary, "ベイエリア", "a.ja.txt")
    assert (ran.status, ran.rows()) == (1, [])
    assert ran.stderr.splitlines() == ["no place with ベイエリア", "1 more cut a word: --all shows them"]
    assert ask(tool, glossary, "ベイエリア", "a.ja.txt", "--all").status == 0


def test_sources(tool: Tool, glossary: Path, texts: Path) -> None:
    """What `sources.tsv` says of a document is in JSON, and above its lines in a table."""
    write_text(
        texts / "sources.tsv",
        "document\ttitle\tpublisher\tdate\turl\tlicence\na.ja.txt\t題\t江南経済通信\t2021-09-06\t\t\n",
    )
    one = json.loads(ask(tool, glossary, "党工委", "texts", "--format", "jsonl").lines[0])
    assert (one["publisher"], one["date"]) == ("江南経済通信", "2021-09-06")
    table = ask(tool, glossary, "党工委", "texts", "--format", "table").lines
    assert table[0] == "a.ja.txt  江南経済通信, 2021-09-06"


def test_what_a_build_found(tool: Tool, glossary: Path, texts: Path) -> None:
    """What the last build proposed is looked for as well, in its own folder or in the glossary's."""
    before = len(ask(tool, glossary, "高新区", "texts").rows())
    write_text(
        tool.folder / "more" / "c.ja.txt",
        "高新区は共産党工作委員会（以下「新委」という）を置く。党工委は新委。\n",
    )
    assert tool("build", "-q", "-g", glossary, "--no-starter", "more", "-o", "found").status == 0
    found = tool("concordance", "-g", glossary, "-g", "found", "--no-starter", "党工委", "more")
    assert "共産党工作委員会" in {row["keyword"] for row in found.rows()}
    assert "共産党工作委員会" not in {row["keyword"] for row in ask(tool, glossary, "党工委", "more").rows()}
    assert tool("build", "-q", "-g", glossary, "--no-starter", "more").status == 0
    assert ask(tool, glossary, "党工委", "more").out == found.out
    assert len(ask(tool, glossary, "高新区", "texts").rows()) == before


def test_starter(tool: Tool, texts: Path) -> None:
    """The shipped glossary's renderings are looked for, unless `--no-starter`."""
    assert ("a.ja.txt", "1", "グレーターベイエリア") in places(tool("concordance", "大湾区", "texts"))
    assert places(tool("concordance", "--no-starter", "大湾区", "texts")) == [("a.zh.txt", "1", "大湾区")]


def test_corpus_beside_the_glossary(tool: Tool) -> None:
    """Without CORPUS, corpus/ beside the nearest glossary/ is read, from wherever one stands."""
    small_glossary(tool.folder / "glossary")
    write_text(tool.folder / "corpus" / "a.ja.txt")
    deep = tool.folder / "a" / "b"
    deep.mkdir(parents=True)
    expected = [("a.ja.txt", "1", "党工委"), ("a.ja.txt", "2", "党工作委員会")]
    for folder in (tool.folder, deep):
        assert places(tool("concordance", "--no-starter", "党工委", cwd=folder)) == expected


def test_nothing_is_written(tool: Tool, glossary: Path, texts: Path) -> None:
    """Looking leaves every file as it was, and adds none."""
    before = contents(tool.folder)
    assert ask(tool, glossary, "党工委", "texts").status == 0
    assert contents(tool.folder) == before


# Words and statuses


def test_words_go_to_standard_error(tool: Tool, glossary: Path, texts: Path) -> None:
    """Data on standard output, words on standard error; `-q` silences the words."""
    for form, out in (("tsv", "\t".join(HEADER) + "\n"), ("json", "[]\n"), ("jsonl", ""), ("table", "")):
        loud = ask(tool, glossary, "無い語です", "texts", "--format", form)
        quiet = ask(tool, glossary, "無い語です", "texts", "--format", form, "-q")
        assert (loud.status, loud.stdout, loud.stderr) == (1, out, "no place with 無い語です\n")
        assert (quiet.status, quiet.stdout, quiet.stderr) == (1, out, "")
    assert ask(tool, glossary, "无语", "texts", "--literal").stderr == "no place with 无语\n"
    assert "党工作委員会" in ask(tool, glossary, "党工委", "texts/b.ja.txt").stderr


STATUSES: dict[str, tuple[tuple[str, ...], int]] = {
    "found": (("党工委", "texts"), 0),
    "in one file": (("党工委", "texts/a.zh.txt"), 0),
    "nothing found": (("無い語です", "texts"), 1),
    "only with --all": (("ベイエリアン", "texts"), 1),
    "no such corpus": (("党工委", "nowhere"), 2),
    "one corpus of two": (("党工委", "texts", "nowhere"), 2),
    "no corpus beside the glossary": (("党工委",), 2),
    "no term": ((), 2),
    "an empty term": (("", "texts"), 2),
    "a term of spaces": ((" \u3000", "texts"), 2),
    "unknown option": (("--nope", "党工委", "texts"), 2),
    "no places": (("-n", "0", "党工委", "texts"), 2),
    "unknown encoding": (("--encoding", "klingon", "党工委", "texts"), 2),
    "no glossary": (("-g", "nowhere", "党工委", "texts"), 2),
}


@pytest.mark.parametrize("name", STATUSES)
def test_exit_status(tool: Tool, glossary: Path, texts: Path, name: str) -> None:
    """0 when anything was found, 1 when nothing was, 2 for wrong use and what is not there."""
    arguments, status = STATUSES[name]
    ran = ask(tool, glossary, *arguments)
    assert ran.status == status
    assert bool(ran.err) == bool(status)


def test_a_missing_corpus(tool: Tool, glossary: Path, texts: Path) -> None:
    """The fault names what is missing, with what to do, before anything is printed."""
    for arguments, first in (
        (("texts", "nowhere"), "nowhere: No such file or directory"),
        ((), f"{tool.folder}/corpus: no corpus here"),
    ):
        ran = ask(tool, glossary, "党工委", *arguments)
        fault, advice = ran.stderr.splitlines()
        assert (ran.status, ran.out, fault) == (2, b"", first)
        assert advice.startswith("  ")


def test_damaged_glossary(tool: Tool, glossary: Path, texts: Path) -> None:
    """A glossary that breaks its rules is 3, with its place."""
    with (glossary / "zones.tsv").open("a") as file:
        file.write("甲\t乙\tprefered\t\t\t\t\n")
    ran = ask(tool, glossary, "党工委", "texts")
    assert (ran.status, ran.out) == (3, b"")
    assert ran.stderr.startswith(f"{glossary}/zones.tsv:12: unknown status «prefered»\n  ")


QUERIES = {
    "a pattern": r"(\w+)+$",
    "punctuation nobody wrote": "？…―",
    "only marks": "「」",
    "only what shows nothing": "\u200b",
    "combining marks": "\u3099\u0301" * 50,
    "emoji": "👩‍👩‍👧‍👦🇯🇵",
    "10,000 characters": "党" * 10_000,
    "an option": "--",
    "an escape": "\x1b[31m党",
}


@pytest.mark.parametrize("name", QUERIES)
def test_terms_that_nobody_wrote(tool: Tool, glossary: Path, texts: Path, name: str) -> None:
    """Any term is answered: with 1, a word that can be shown, and no row."""
    ran = ask(tool, glossary, "--literal", "--", QUERIES[name], "texts")
    assert (ran.status, ran.rows()) == (1, [])
    assert ran.stderr.startswith("no place with ")
    assert "\x1b" not in ran.stderr


def test_term_that_is_no_text(tool: Tool, glossary: Path, texts: Path) -> None:
    """An argument that is not UTF-8 finds nothing, as in a look-up."""
    ran = ask(tool, glossary, b"\xff\xfe", "texts")
    assert (ran.status, ran.rows()) == (1, [])


# Texts that cannot be read


@pytest.fixture
def damaged(tool: Tool, texts: Path) -> Path:
    """Put a text with a byte that is not UTF-8 between two good ones."""
    (texts / "a.zh.txt").write_bytes(ORIGINAL.encode() * 9 + b"\xff\n")
    return texts


def test_a_text_that_cannot_be_decoded(tool: Tool, glossary: Path, damaged: Path) -> None:
    """A bad byte stops with 2, at its place; with `--skip-bad` the text is told, and the others are read."""
    stopped = ask(tool, glossary, "大湾区", "texts")
    first, advice = stopped.stderr.splitlines()
    assert stopped.status == 2
    assert first.startswith("texts/a.zh.txt:19: byte ")
    assert advice.startswith("  ")
    skipped = ask(tool, glossary, "大湾区", "texts", "--skip-bad", "-q")
    assert skipped.status == 1
    assert skipped.stderr.startswith("skipped: texts/a.zh.txt:19: byte ")
    assert [document for document, _, _ in places(skipped)] == ["a.ja.txt", "b.ja.txt", "b.ja.txt"]


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl", "table"])
def test_nothing_is_printed_of_what_cannot_be_read(
    tool: Tool, glossary: Path, damaged: Path, form: str
) -> None:
    """A run that stops at a bad byte has printed nothing: half a list is no JSON."""
    assert ask(tool, glossary, "大湾区", "texts", "--format", form).out == b""


def test_a_bad_byte_behind_enough_places(tool: Tool, glossary: Path, damaged: Path) -> None:
    """`-n` looks no farther than it must, but a bad byte is told all the same."""
    ran = ask(tool, glossary, "大湾区", "texts", "-n", "1")
    assert (ran.status, ran.out) == (2, b"")


def test_what_is_no_text(tool: Tool, glossary: Path, texts: Path) -> None:
    """A file that is no text is skipped with a warning, with 1, whatever else is found."""
    expected = ask(tool, glossary, "党工委", "texts").out
    (texts / "c.ja.txt").write_bytes(bytes(range(256)) * 20)
    ran = ask(tool, glossary, "党工委", "texts", "-q")
    assert (ran.status, ran.out) == (1, expected)
    assert ran.stderr.splitlines()[0] == "skipped: texts/c.ja.txt: is not a text"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that even root cannot read")
def test_a_file_that_cannot_be_read(tool: Tool, glossary: Path, texts: Path) -> None:
    """A file that the system does not hand out stops with 2, or is skipped."""
    expected = ask(tool, glossary, "党工委", "texts").out
    (texts / "c.ja.txt").symlink_to("/proc/self/mem")
    stopped = ask(tool, glossary, "党工委", "texts")
    assert (stopped.status, stopped.stderr.splitlines()[0]) == (2, "texts/c.ja.txt: Input/output error")
    skipped = ask(tool, glossary, "党工委", "texts", "--skip-bad")
    assert (skipped.status, skipped.out) == (1, expected)
    assert skipped.stderr.splitlines()[0] == "skipped: texts/c.ja.txt: Input/output error"


def test_encoding(tool: Tool, glossary: Path, texts: Path) -> None:
    """`--encoding` is taken at its word."""
    write_text(tool.folder / "other" / "a.ja.txt", TEXT, "cp932")
    ran = ask(tool, glossary, "党工委", "other", "--encoding", "cp932")
    assert ran.out == ask(tool, glossary, "党工委", "texts/a.ja.txt").out


# A reader that has enough


def test_closed_pipe(tool: Tool, glossary: Path) -> None:
    """A reader that takes a line and leaves stops the command, without a word."""
    write_text(tool.folder / "texts" / "a.ja.txt", TEXT * 2_000)
    arguments = [*COMMAND, "concordance", "-g", "own", "--no-starter", "党工委", "texts"]
    with subprocess.Popen(
        arguments,
        cwd=tool.folder,
        env=tool.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "\t".join(HEADER).encode() + b"\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 128 + signal.SIGPIPE


# On a terminal


@pytest.mark.parametrize("columns", [24, 40, 80, 120])
def test_table_on_a_terminal(tool: Tool, glossary: Path, texts: Path, columns: int) -> None:
    """A terminal gets each document with its lines, every keyword whole, no line wider than it is."""
    ran = tool.on_terminal(
        "concordance", "-g", str(glossary), "--no-starter", "党工委", "texts", columns=columns
    )
    lines = plain(ran.stdout).splitlines()
    assert [line for line in lines if ".txt" in line] == ["a.ja.txt", "a.zh.txt"]
    shown = [line for line in lines if ".txt" not in line]
    for line, (number, keyword) in zip(
        shown, [(1, "党工委"), (2, "党工作委員会"), (1, "党工委"), (2, "党工作委员会")], strict=True
    ):
        assert line.split()[0] == str(number)
        assert f" {keyword} " in line
    assert max(map(width, lines)) <= columns
    assert "\t" not in ran.stdout
    assert (ran.status, ran.err) == (0, b"")


@pytest.mark.parametrize("columns", ["40", "80", "120"])
def test_table_is_aligned(tool: Tool, glossary: Path, texts: Path, columns: str) -> None:
    """Every keyword of a table begins at the same cell, whichever rendering it is."""
    ran = tool(
        "concordance", "-g", glossary, "--no-starter", "党工委", "texts", "--format", "table",
        env={"COLUMNS": columns},
    )  # fmt: skip
    rows = ask(tool, glossary, "党工委", "texts").rows()
    lines = [line for line in ran.lines if ".txt" not in line]
    assert (
        len({width(line[: line.index(f" {row['keyword']} ")]) for line, row in zip(lines, rows, strict=True)})
        == 1
    )


def test_tsv_on_a_terminal_when_asked(tool: Tool, glossary: Path, texts: Path) -> None:
    """`--format tsv` on a terminal is what a pipe would get."""
    arguments = ("concordance", "-g", str(glossary), "--no-starter", "党工委", "texts", "--format", "tsv")
    assert tool.on_terminal(*arguments).stdout == tool(*arguments).stdout


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        pytest.param((), {}, True, id="a terminal"),
        pytest.param((), {"NO_COLOR": "1"}, True, id="NO_COLOR leaves bold, which is no colour"),
        pytest.param(("--color", "never"), {}, False, id="--color never"),
    ],
)
def test_emphasis(
    tool: Tool,
    glossary: Path,
    texts: Path,
    options: tuple[str, ...],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    """The keyword is bold on a terminal, unless told otherwise; a table has no other colour."""
    arguments = ("concordance", "-g", str(glossary), "--no-starter", "党工委", "texts", *options)
    ran = tool.on_terminal(*arguments, env=environment)
    assert ("\x1b[1m党工委" in ran.stdout) is coloured
    assert not has_colour(ran.stdout)
    assert "\x1b" not in tool(*arguments, "--format", "table", env={"NO_COLOR": "1"}).stdout


def test_terminal_obeys_no_text(tool: Tool, glossary: Path) -> None:
    """Control characters in a text are spelled out on a terminal, and handed on as they are in a pipe."""
    write_text(tool.folder / "a.ja.txt", "党工委\x1b[31mは\x1b]0;x\x07赤\u202eい。\n")
    arguments = ("concordance", "-g", str(glossary), "--no-starter", "党工委", "a.ja.txt")
    for options in ((), ("--format", "tsv"), ("--format", "jsonl")):
        shown = tool.on_terminal(*arguments, *options, "--color", "never").stdout
        assert "党工委" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "\x1b" in tool(*arguments).stdout
