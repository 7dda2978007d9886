"""`zhjagloss lookup` as its users run it."""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.running import TEXT, has_colour, plain, small_glossary, width, write_text
from tests.samples import write_glossary
from zhjagloss.glossary.stack import starter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.running import Ran, Tool

HEADER = [
    "query", "zh", "full", "ja", "relation", "score", "status", "strategy", "count", "documents",
    "source", "why",
]  # fmt: skip


def ask(tool: Tool, glossary: Path, *arguments: str, stdin: str = "") -> Ran:
    """Look something up in one glossary and no other."""
    return tool("lookup", "-g", glossary, "--no-starter", *arguments, stdin=stdin)


def renderings(ran: Ran) -> list[str]:
    """List the Japanese side of each row."""
    return [row["ja"] for row in ran.rows()]


def test_tsv_fields(tool: Tool, glossary: Path) -> None:
    """A pipe gets TSV with the twelve columns, best row first, and nothing on standard error."""
    ran = ask(tool, glossary, "党工委")
    first = ran.rows()[0]
    assert ran.cells[0] == HEADER
    assert first.pop("why").startswith("«党工委» as asked; preferred")
    assert first == {
        "query": "党工委",
        "zh": "党工委",
        "full": "党工作委员会",
        "ja": "党工作委員会",
        "relation": "exact",
        "score": "1.000",
        "status": "preferred",
        "strategy": "expansion",
        "count": "0",
        "documents": "0",
        "source": "rule",
    }
    assert (ran.status, ran.err) == (0, b"")


def test_order_of_one_term(tool: Tool, glossary: Path) -> None:
    """Preferred comes before admitted, admitted before deprecated, the same thing before what is near."""
    rows = [(row["relation"], row["status"]) for row in ask(tool, glossary, "党工委").rows()]
    assert rows[:3] == [("exact", "preferred"), ("exact", "admitted"), ("exact", "deprecated")]
    assert rows[3:] == [("near", "preferred")]


def test_formats_agree(tool: Tool, glossary: Path) -> None:
    """TSV, CSV, JSON and JSON Lines say the same of the same queries."""
    asked = ("党工委", "大湾区", "無い語です")
    tsv, csv_text, whole, lines = (
        ask(tool, glossary, *asked, "--format", form) for form in ("tsv", "csv", "json", "jsonl")
    )
    assert list(csv.reader(io.StringIO(csv_text.stdout))) == tsv.cells
    objects = [json.loads(line) for line in lines.lines]
    assert json.loads(whole.stdout) == objects
    assert [one["query"] for one in objects] == list(asked)
    found = [match for one in objects for match in one["matches"] or [{"query": one["query"]}]]
    for match, row in zip(found, tsv.rows(), strict=True):
        for column in HEADER:
            value = match.get(column, "")
            assert row[column] == (f"{value:.3f}" if column == "score" and value else str(value))


def test_json_lines_of_nothing(tool: Tool, glossary: Path) -> None:
    """A query without an answer is an object with an empty list."""
    ran = ask(tool, glossary, "無い語です", "--format", "jsonl")
    assert [json.loads(line) for line in ran.lines] == [{"query": "無い語です", "matches": []}]
    assert ran.status == 1


def test_score_of_json_is_a_number(tool: Tool, glossary: Path) -> None:
    """Numbers are numbers in JSON, the score with at most three decimals."""
    (line,) = ask(tool, glossary, "党工委", "--format", "jsonl").lines
    for match in json.loads(line)["matches"]:
        assert match["score"] == round(match["score"], 3)
        assert isinstance(match["documents"], int)


@pytest.mark.parametrize("form", ["tsv", "csv"])
def test_row_of_nothing(tool: Tool, glossary: Path, form: str) -> None:
    """A query without an answer is one row with the query and empty fields."""
    ran = ask(tool, glossary, "無い語です", "--format", form)
    assert ran.lines[1:] == ["無い語です" + {"tsv": "\t", "csv": ","}[form] * 11]
    assert ran.status == 1


@pytest.mark.parametrize("form", ["tsv", "csv"])
def test_no_header(tool: Tool, glossary: Path, form: str) -> None:
    """`--no-header` leaves out the first line and nothing else."""
    whole = ask(tool, glossary, "党工委", "--format", form)
    assert ask(tool, glossary, "党工委", "--format", form, "--no-header").lines == whole.lines[1:]


FIRST = {
    "from Chinese": ("党工委", "党工作委員会"),
    "from Japanese": ("グレーターベイエリア", "大湾区"),
    "other characters": ("開發區", "開発区"),
    "half-width kana": ("ｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱ", "大湾区"),
    "the full form": ("高新技术产业开发区", "ハイテク産業開発区"),
    "both languages": ("人大", "全国人民代表大会"),
    "a near form only": ("党工会委", ""),
    "a part only": ("大湾区条例", ""),
    "a whole only": ("湾区", ""),
    "deprecated only": ("万亿元", ""),
    "nothing": ("無い語です", ""),
    "empty": ("", ""),
}


def test_first_answers(tool: Tool, glossary: Path) -> None:
    """`-1` prints query, tab, answer for each line in order, and never another organ's name."""
    ran = ask(tool, glossary, "-1", stdin="".join(f"{query}\n" for query, _ in FIRST.values()))
    assert dict(zip(FIRST, ran.lines, strict=True)) == {
        name: f"{query}\t{answer}" for name, (query, answer) in FIRST.items()
    }
    assert ran.status == 0


@pytest.mark.parametrize(
    ("lines", "ends"),
    [("党工委\r\n大湾区\r\n", "CRLF"), ("党工委\n大湾区", "no last LF"), ("\ufeff党工委\n大湾区\n", "BOM")],
    ids=lambda value: value if value.isascii() else "",
)
def test_first_whatever_the_line_ends(tool: Tool, glossary: Path, lines: str, ends: str) -> None:
    """Byte order mark and line ends are no part of a query."""
    ran = ask(tool, glossary, "-1", stdin=lines)
    assert ran.lines == ["党工委\t党工作委員会", "大湾区\tグレーターベイエリア"], ends


def test_first_with_a_wider_relation(tool: Tool, glossary: Path) -> None:
    """`--relation` lets `-1` answer from it too, and a third field then names the relation."""
    ran = ask(tool, glossary, "-1", "--relation", "exact", "--relation", "near", "党工会委", "大湾区", "ん")
    assert ran.cells == [
        ["党工会委", "党工作委員会", "near"],
        ["大湾区", "グレーターベイエリア", "exact"],
        ["ん", "", ""],
    ]


@pytest.mark.parametrize(
    "relation", ["exact", "variant", "abbreviation", "full-form", "part", "whole", "near"]
)
def test_only_one_relation(tool: Tool, glossary: Path, relation: str) -> None:
    """`--relation` takes the names that the column shows, and keeps other rows out."""
    query = {"variant": "開發區", "abbreviation": "高新技术产业开发区", "part": "大湾区条例", "whole": "湾区"}
    rows = ask(tool, glossary, "--relation", relation, query.get(relation, "党工委")).rows()
    expected = {""} if relation == "full-form" else {relation}  # no row of the small glossary is one
    assert {row["relation"] for row in rows} == expected


@pytest.mark.parametrize(
    ("language", "answer"),
    [((), "全国人民代表大会"), (("--from", "zh"), "全国人民代表大会"), (("--from", "ja"), "人民大学")],
)
def test_language_of_the_query(tool: Tool, glossary: Path, language: tuple[str, ...], answer: str) -> None:
    """A form of both languages counts as Chinese unless `--from ja`."""
    assert ask(tool, glossary, "-1", *language, "人大").lines == [f"人大\t{answer}"]


def test_standard_input_among_terms(tool: Tool, glossary: Path) -> None:
    """`-` stands for the lines of standard input, in its place among the terms."""
    ran = ask(tool, glossary, "-1", "大湾区", "-", "开发区", stdin="党委\n党工委\n")
    assert [line.split("\t")[0] for line in ran.lines] == ["大湾区", "党委", "党工委", "开发区"]


STATUSES = {
    "found": (("党工委",), "", 0),
    "any found": (("無い語です", "党工委"), "", 0),
    "near only": (("党工会委",), "", 0),
    "near is no answer to -1": (("-1", "党工会委"), "", 1),
    "nothing found": (("無い語です",), "", 1),
    "no query": ((), "", 1),
    "unknown option": (("--nope",), "", 2),
    "unknown relation": (("--relation", "cousin", "党工委"), "", 2),
    "unknown language": (("--from", "en", "党工委"), "", 2),
    "no folder": (("-g", "nowhere", "党工委"), "", 2),
}


@pytest.mark.parametrize("name", STATUSES)
def test_exit_status(tool: Tool, glossary: Path, name: str) -> None:
    """0 when any query found something, 1 when none did, 2 for wrong use."""
    arguments, stdin, status = STATUSES[name]
    ran = ask(tool, glossary, *arguments, stdin=stdin)
    assert ran.status == status
    assert bool(ran.err) == (status == 2)


def test_damaged_glossary(tool: Tool, glossary: Path) -> None:
    """A glossary that breaks its rules is 3, with every fault at its place."""
    with (glossary / "zones.tsv").open("a") as file:
        file.write("甲\t乙\tprefered\t\t\t\t\n丙\n")
    ran = ask(tool, glossary, "党工委")
    assert ran.status == 3
    assert [line.split(": ")[0] for line in ran.stderr.splitlines()[::2]] == [
        f"{glossary}/zones.tsv:12",
        f"{glossary}/zones.tsv:13",
    ]


def test_quiet(tool: Tool, glossary: Path) -> None:
    """`-q` silences words, not answers."""
    loud, quiet = ask(tool, glossary, "党" * 300, "党工委"), ask(tool, glossary, "-q", "党" * 300, "党工委")
    assert "300 characters" in loud.stderr
    assert (quiet.err, quiet.out) == (b"", loud.out)


def test_most(tool: Tool, glossary: Path) -> None:
    """`-n` bounds the answers for each query."""
    assert renderings(ask(tool, glossary, "-n", "1", "党工委", "人大")) == [
        "党工作委員会",
        "全国人民代表大会",
    ]


# Which glossary


def test_nearest_glossary(tool: Tool) -> None:
    """The nearest glossary/ upward answers, however deep one stands."""
    small_glossary(tool.folder / "glossary")
    deep = tool.folder / "a" / "b"
    deep.mkdir(parents=True)
    assert tool("lookup", "-1", "--no-starter", "大湾区", cwd=deep).lines == ["大湾区\tグレーターベイエリア"]


@pytest.fixture
def three(tool: Tool) -> dict[str, Path]:
    """Write three glossaries that render one term each their way."""
    return {
        name: write_glossary(tool.folder / folder, ("测试语", f"{name}の語", "preferred"))
        for name, folder in (("近く", "glossary"), ("環境", "environment"), ("指定", "given"))
    }


def test_precedence(tool: Tool, three: dict[str, Path]) -> None:
    """`-g` comes before the environment, the environment before the nearest folder."""
    environment = {"ZHJAGLOSS_GLOSSARY": str(three["環境"])}
    by = {
        "nearest": tool("lookup", "测试语"),
        "environment": tool("lookup", "测试语", env=environment),
        "given": tool("lookup", "测试语", "-g", three["指定"], env=environment),
    }
    exact = {
        name: [row["ja"] for row in ran.rows() if row["relation"] == "exact"] for name, ran in by.items()
    }
    assert exact == {"nearest": ["近くの語"], "environment": ["環境の語"], "given": ["指定の語"]}


def test_several_glossaries(tool: Tool, three: dict[str, Path]) -> None:
    """Of several the first outranks: what a lower one prefers is admitted."""
    given = tool("lookup", "测试语", "-g", three["環境"], "-g", three["指定"])
    paths = os.pathsep.join((str(three["環境"]), str(three["指定"])))
    assert tool("lookup", "测试语", env={"ZHJAGLOSS_GLOSSARY": paths}).out == given.out
    rows = [(row["ja"], row["status"]) for row in given.rows() if row["relation"] == "exact"]
    assert rows == [("環境の語", "preferred"), ("指定の語", "admitted")]


def test_starter(tool: Tool, glossary: Path) -> None:
    """The shipped glossary answers last, and not at all with `--no-starter`."""
    assert tool("lookup", "-1", "国务院").lines == ["国务院\t国務院"]
    assert tool("lookup", "-1", "-g", glossary, "国务院", "党工委").lines == [
        "国务院\t国務院",
        "党工委\t党工作委員会",
    ]
    assert tool("lookup", "-1", "--no-starter", "国务院").lines == ["国务院\t"]


def test_starter_counts_once(tool: Tool) -> None:
    """The shipped glossary named as one's own is still one glossary."""
    alone = tool("lookup", "党工委", "--format", "jsonl")
    assert tool("lookup", "党工委", "--format", "jsonl", "-g", starter()).out == alone.out


def test_hidden_below(tool: Tool) -> None:
    """A pair that a higher glossary deprecates or rejects is not shown from a lower one."""
    lower = write_glossary(
        tool.folder / "lower", ("甲语", "甲の語", "preferred"), ("乙语", "乙の語", "preferred")
    )
    higher = write_glossary(
        tool.folder / "higher", ("甲语", "甲の語", "deprecated"), rejected=[("乙语", "", "乙の語")]
    )
    ran = tool("lookup", "-1", "--no-starter", "-g", higher, "-g", lower, "甲语", "乙语")
    assert ran.lines == ["甲语\t", "乙语\t"]


def test_output_of_build(tool: Tool, glossary: Path) -> None:
    """The folder that `build -o` wrote is a glossary of candidates and usage."""
    write_text(tool.folder / "texts" / "a.ja.txt")
    assert tool("build", "texts", "-g", glossary, "--no-starter", "-o", "found").status == 0
    ran = tool("lookup", "-g", glossary, "-g", "found", "--no-starter", "高新区")
    exact = {row["ja"]: (row["status"], row["count"]) for row in ran.rows() if row["relation"] == "exact"}
    assert exact == {"ハイテク産業開発区": ("preferred", "1"), "高新区": ("proposed", "1")}


def test_edits_are_seen_at_once(tool: Tool, glossary: Path) -> None:
    """A glossary that changed between two look-ups answers as it is now."""
    assert ask(tool, glossary, "-1", "新语").lines == ["新语\t"]
    with (glossary / "zones.tsv").open("a") as file:
        file.write("新语\t新しい語\tpreferred\t\t\t\t\n")
    assert ask(tool, glossary, "-1", "新语").lines == ["新语\t新しい語"]


# On a terminal


def test_cards_on_a_terminal(tool: Tool, glossary: Path) -> None:
    """A terminal gets cards, no TSV: renderings, status, reason, and what differs in a near form."""
    ran = tool.on_terminal("lookup", "-g", str(glossary), "--no-starter", "党工委")
    shown = plain(ran.stdout)
    assert "\t" not in shown
    assert "relation" not in shown
    for words in (
        "党工委",
        "党工作委员会",
        "党工作委員会",
        "preferred",
        "deprecated",
        "党委",
        "another organ",
    ):
        assert words in shown


def test_tsv_on_a_terminal_when_asked(tool: Tool, glossary: Path) -> None:
    """`--format tsv` on a terminal is what a pipe would get."""
    arguments = ("lookup", "-g", str(glossary), "--no-starter", "党工委", "--format", "tsv")
    assert tool.on_terminal(*arguments).stdout == tool(*arguments).stdout


COLOURS: dict[str, tuple[tuple[str, ...], dict[str, str], bool]] = {
    "a terminal": ((), {}, True),
    "NO_COLOR": ((), {"NO_COLOR": "1"}, False),
    "--color never": (("--color", "never"), {}, False),
    "--color never over FORCE_COLOR": (("--color", "never"), {"FORCE_COLOR": "1"}, False),
}


@pytest.mark.parametrize("name", COLOURS)
def test_colour_on_a_terminal(tool: Tool, glossary: Path, name: str) -> None:
    """Colour is for terminals, unless told otherwise."""
    options, environment, expected = COLOURS[name]
    ran = tool.on_terminal("lookup", "-g", str(glossary), "党工委", *options, env=environment)
    assert has_colour(ran.stdout) == expected


PIPED_COLOURS: dict[str, tuple[tuple[str, ...], dict[str, str], bool]] = {
    "table": (("--format", "table"), {}, False),
    "table, FORCE_COLOR": (("--format", "table"), {"FORCE_COLOR": "1"}, True),
    "table, --color always": (("--format", "table", "--color", "always"), {}, True),
    "tsv, FORCE_COLOR": ((), {"FORCE_COLOR": "1"}, False),
    "tsv, --color always": (("--color", "always"), {}, False),
}


@pytest.mark.parametrize("name", PIPED_COLOURS)
def test_colour_in_a_pipe(tool: Tool, glossary: Path, name: str) -> None:
    """A pipe sees colour only in a table that was asked for in colour."""
    options, environment, expected = PIPED_COLOURS[name]
    ran = tool("lookup", "-g", glossary, "党工委", *options, env=environment)
    assert ("\x1b" in ran.stdout) == expected
    assert has_colour(ran.stdout) == expected


@pytest.mark.parametrize("columns", [40, 24])
def test_nothing_is_cut(tool: Tool, columns: int) -> None:
    """On a narrow terminal terms are folded to the next line, never cut off."""
    long_zh, long_ja = (
        "国家自主创新示范区高新技术产业开发区管理委员会办公室",
        "国家自主イノベーションモデル区ハイテク産業開発区管理委員会事務室",
    )
    own = write_glossary(tool.folder / "own", (long_zh, long_ja, "preferred", "", "", "この語は長い" * 9))
    ran = tool.on_terminal("lookup", "-g", str(own), "--no-starter", long_zh, columns=columns)
    shown = plain(ran.stdout)
    joined = "".join(shown.split())
    assert max(map(width, shown.splitlines())) <= columns
    for term in (long_zh, long_ja, "この語は長い" * 9):
        assert term in joined


def test_columns_variable(tool: Tool, glossary: Path) -> None:
    """COLUMNS says how wide a table in a pipe is."""
    write_text(tool.folder / "texts" / "a.ja.txt", TEXT)
    ran = tool("lookup", "-g", glossary, "党工委", "--format", "table", env={"COLUMNS": "40"})
    assert max(map(width, ran.lines)) <= 40


def test_first_of_several_senses(tool: Tool) -> None:
    """A term of several senses gets no guess, however few answers are asked for, and a word about it."""
    ran = tool("lookup", "-1", "-n", "1", "人大", "党工委")
    assert [cells[0] for cells in ran.cells] == ["人大", "党工委"]
    assert ran.cells[0][1] == ""
    assert ran.cells[1][1] != ""
    assert "several senses" in ran.stderr
