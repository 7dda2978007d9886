"""`zhjagloss build` as its users run it."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import zhjagloss
from tests.running import TEXT, contents, has_colour, plain, small_glossary, width, write_text
from zhjagloss.glossary.stack import starter

if TYPE_CHECKING:
    from tests.running import Ran, Tool

HEADER = ["change", "zh", "full", "ja", "score", "count", "documents", "evidence", "was"]
THREE = {"candidates.tsv", "usage.tsv", "manifest.json"}


@pytest.fixture
def texts(tool: Tool) -> Path:
    """Write a corpus of one text."""
    write_text(tool.folder / "texts" / "a.ja.txt")
    return tool.folder / "texts"


def build(tool: Tool, glossary: Path, *arguments: str) -> Ran:
    """Build with one glossary and no other."""
    return tool("build", "-g", glossary, "--no-starter", *arguments)


def test_exactly_three_files(tool: Tool, glossary: Path, texts: Path) -> None:
    """`-o DIR` writes the three files and nothing else, there or in the glossary."""
    before = contents(glossary)
    ran = build(tool, glossary, "texts", "-o", "found")
    assert ran.status == 0
    assert contents(tool.folder / "found").keys() == THREE
    assert contents(glossary) == before


def test_into_generated(tool: Tool, glossary: Path, texts: Path) -> None:
    """Without `-o` the files go to generated/ of the first glossary; what people wrote stays as it is."""
    before = contents(glossary)
    assert build(tool, glossary, "texts").status == 0
    after = contents(glossary)
    assert after.keys() - before.keys() == {f"generated/{name}" for name in THREE}
    assert {name: after[name] for name in before} == before


def test_columns_of_the_files(tool: Tool, glossary: Path, texts: Path) -> None:
    """The generated files have the columns that the design names; the manifest tells what made them."""
    build(tool, glossary, "texts", "-o", "found")
    found = contents(tool.folder / "found")
    assert found["candidates.tsv"].split(b"\n")[0].decode().split("\t") == [
        "zh", "full", "ja", "score", "evidence", "count", "documents", "example",
    ]  # fmt: skip
    assert found["usage.tsv"].split(b"\n")[0].decode().split("\t") == [
        "zh", "full", "ja", "document", "publisher", "date", "count", "line", "example",
    ]  # fmt: skip
    manifest = json.loads(found["manifest.json"])
    assert manifest["versions"].keys() >= {"zhjagloss", "SudachiPy", "OpenCC"}
    assert manifest["corpus"] == ["texts"]
    assert manifest["split_mode"] == "A"
    assert list(manifest["documents"]) == ["a.ja.txt"]


def test_usage_counts(tool: Tool, glossary: Path, texts: Path) -> None:
    """Usage holds each rendering that a document has, with its line and sentence."""
    build(tool, glossary, "texts", "-o", "found")
    header, *rows = (tool.folder / "found" / "usage.tsv").read_text().splitlines()
    found = {
        (row["zh"], row["ja"]): (row["document"], row["count"], row["line"])
        for row in (dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in rows)
    }
    assert found["党工委", "党工委"] == ("a.ja.txt", "1", "1")
    assert found["党工委", "党工作委員会"] == ("a.ja.txt", "1", "2")
    assert found["高新区", "ハイテク産業開発区"] == ("a.ja.txt", "1", "2")


def test_dry_run(tool: Tool, glossary: Path, texts: Path) -> None:
    """`--dry-run` reports what a build would, and writes nothing."""
    before = contents(glossary)
    dry = build(tool, glossary, "texts", "--dry-run")
    assert contents(glossary) == before
    assert not (tool.folder / "found").exists()
    wet = build(tool, glossary, "texts")
    assert (dry.status, dry.out) == (0, wet.out)
    assert "would write" in dry.stderr


def test_check(tool: Tool, glossary: Path, texts: Path) -> None:
    """`--check` ends with 1 exactly when the files would change, and never changes them."""
    statuses = [build(tool, glossary, "texts", "--check").status]
    assert not (glossary / "generated").exists()
    build(tool, glossary, "texts")
    statuses.append(build(tool, glossary, "texts", "--check").status)
    write_text(texts / "b.ja.txt", "粤港澳の高新区。\n")
    made = contents(glossary)
    statuses.append(build(tool, glossary, "texts", "--check").status)
    assert contents(glossary) == made
    (texts / "b.ja.txt").unlink()
    statuses.append(build(tool, glossary, "texts", "--check").status)
    (glossary / "generated" / "usage.tsv").write_text("edited by hand\n")
    statuses.append(build(tool, glossary, "texts", "--check").status)
    (glossary / "generated" / "manifest.json").unlink()
    statuses.append(build(tool, glossary, "texts", "--check").status)
    assert statuses == [1, 0, 1, 0, 1, 1]


def test_unchanged_files_are_left_alone(tool: Tool, glossary: Path, texts: Path) -> None:
    """A build that finds the same again touches no file."""
    build(tool, glossary, "texts")
    for path in (glossary / "generated").iterdir():
        os.utime(path, (1, 1))
    again = build(tool, glossary, "texts")
    assert {path.stat().st_mtime for path in (glossary / "generated").iterdir()} == {1.0}
    assert (again.status, again.lines) == (0, ["\t".join(HEADER)])


def test_changes(tool: Tool, glossary: Path, texts: Path) -> None:
    """Candidates that are new, changed and gone come as +, ~ and -, sorted by pair."""
    first = build(tool, glossary, "texts", "--no-discover")
    assert first.cells[0] == HEADER
    assert [(row["change"], row["zh"], row["ja"]) for row in first.rows()] == [("+", "高新区", "高新区")]
    write_text(texts / "b.ja.txt", "この高新区は別の高新区と協力する。全人代と大湾区の話も出た。\n")
    second = build(tool, glossary, "texts", "--no-discover")
    changed = {(row["zh"], row["ja"]): row for row in second.rows()}
    assert {pair: row["change"] for pair, row in changed.items()} == {
        ("人大", "全人代"): "+",
        ("大湾区", "大湾区"): "+",
        ("高新区", "高新区"): "~",
    }
    assert changed["高新区", "高新区"]["was"].endswith("count 1")
    (texts / "a.ja.txt").unlink()
    write_text(texts / "b.ja.txt", "全人代と大湾区の話が出た。\n")
    third = build(tool, glossary, "texts", "--no-discover", "--format", "jsonl")
    assert [(row["change"], row["zh"]) for row in map(json.loads, third.lines)] == [("-", "高新区")]


def test_no_header(tool: Tool, glossary: Path, texts: Path) -> None:
    """`--no-header` leaves out the first line."""
    whole = build(tool, glossary, "texts", "--dry-run")
    ran = build(tool, glossary, "texts", "--dry-run", "--no-header")
    assert ran.lines == whole.lines[1:]
    assert {cells[0] for cells in ran.cells} == {"+"}


def test_terms(tool: Tool, glossary: Path, texts: Path) -> None:
    """`--terms` looks for more terms, each with its full form where a tab gives one."""
    write_text(texts / "b.ja.txt", "管委会は管理委員会と書かれ、招商局も出席した。\n")
    write_text(tool.folder / "terms.txt", "# more\n管委会\t管理委员会\n\n招商局\n")
    found = {
        (row["zh"], row["full"], row["ja"])
        for row in build(tool, glossary, "texts", "--terms", "terms.txt", "--dry-run").rows()
    }
    assert found >= {
        ("管委会", "管理委员会", "管委会"),
        ("管委会", "管理委员会", "管理委員会"),
        ("招商局", "", "招商局"),
    }


#: A text with a term of the small glossary, and two names that neither it nor any list has.
UNLISTED = "湖東市の話題\n湖東市招商局は、無錫高新区の党工委に、集積回路産業園の計画を説明した。\n"


def test_discovery(tool: Tool, glossary: Path) -> None:
    """Names that nobody listed are proposed with their Chinese, unless `--no-discover`."""
    write_text(tool.folder / "texts" / "a.ja.txt", UNLISTED)
    every = build(tool, glossary, "texts", "--dry-run").rows()
    listed = build(tool, glossary, "texts", "--dry-run", "--no-discover").rows()
    pairs = {(row["zh"], row["ja"]) for row in every}
    assert pairs >= {("湖东市招商局", "湖東市招商局"), ("集成电路产业园", "集積回路産業園")}
    assert [(row["zh"], row["ja"]) for row in listed] == [("高新区", "高新区")]
    assert [row for row in every if not row["evidence"].startswith("discovered(")] == listed


def test_discovered_terms_can_be_listed(tool: Tool, glossary: Path) -> None:
    """A term that `--terms` names is no discovery, and comes with or without it."""
    write_text(tool.folder / "texts" / "a.ja.txt", UNLISTED)
    write_text(tool.folder / "terms.txt", "集成电路产业园\n")
    for option in ("--discover", "--no-discover"):
        ran = build(tool, glossary, "texts", "--dry-run", "--terms", "terms.txt", option)
        (row,) = (row for row in ran.rows() if row["zh"] == "集成电路产业园")
        assert row["ja"] == "集積回路産業園"
        assert "discovered" not in row["evidence"]


@pytest.mark.parametrize("table", ["zones.tsv", "rejected.tsv"])
def test_discovered_terms_can_be_decided(tool: Tool, glossary: Path, table: str) -> None:
    """A discovery that a person took into the glossary, or rejected, is not proposed again."""
    write_text(tool.folder / "texts" / "a.ja.txt", UNLISTED)
    rows = {
        "zones.tsv": "集成电路产业园\t集積回路産業園\tadmitted\t\t\t\t\n",
        "rejected.tsv": "zh\tfull\tja\tnote\n集成电路产业园\t\t集積回路産業園\tno\n",
    }
    build(tool, glossary, "texts")
    with (glossary / table).open("a", encoding="utf-8") as file:
        file.write(rows[table])
    changed = {(row["zh"], row["ja"]): row["change"] for row in build(tool, glossary, "texts").rows()}
    assert changed["集成电路产业园", "集積回路産業園"] == "-"
    candidates = (glossary / "generated" / "candidates.tsv").read_text(encoding="utf-8")
    assert "\t集積回路産業園\t" not in candidates


def test_discovery_is_in_the_manifest(tool: Tool, glossary: Path, texts: Path) -> None:
    """Files that were made with discovery would change without it, and `--check` says so."""
    build(tool, glossary, "texts")
    assert build(tool, glossary, "texts", "--check").status == 0
    assert build(tool, glossary, "texts", "--check", "--no-discover").status == 1


def test_least_score(tool: Tool, glossary: Path, texts: Path) -> None:
    """`--min-score` leaves out what scores less, and nothing else."""
    write_text(texts / "b.ja.txt", "大湾区に新しい开发地。党委と开发区の話。\n")
    every = {
        row["ja"]: float(row["score"])
        for row in build(tool, glossary, "texts", "--dry-run", "--min-score", "0").rows()
    }
    limit = sorted(every.values())[len(every) // 2]
    some = build(tool, glossary, "texts", "--dry-run", "--min-score", str(limit)).rows()
    assert {row["ja"] for row in some} == {ja for ja, score in every.items() if score >= limit}
    assert build(tool, glossary, "texts", "--dry-run", "--min-score", "1").rows() == []


@pytest.mark.parametrize("value", ["-0.1", "1.1", "nan", "much"])
def test_least_score_refused(tool: Tool, glossary: Path, texts: Path, value: str) -> None:
    """A score is a number between 0 and 1."""
    ran = build(tool, glossary, "texts", f"--min-score={value}")
    assert ran.status == 2
    assert "--min-score" in ran.stderr


# Where


def test_new_glossary(tool: Tool, texts: Path) -> None:
    """Without a glossary anywhere a new ./glossary is made, and that is said."""
    ran = tool("build", "texts")
    assert ran.status == 0
    assert "making ./glossary" in ran.stderr
    assert contents(tool.folder / "glossary").keys() == {f"generated/{name}" for name in THREE}


def test_new_glossary_not_made_in_vain(tool: Tool) -> None:
    """Nothing is made, nor said to be made, where there is no corpus to read."""
    ran = tool("build")
    assert ran.status == 2
    assert "making" not in ran.stderr
    assert not (tool.folder / "glossary").exists()


def test_nearest_glossary_and_its_corpus(tool: Tool) -> None:
    """Without CORPUS, corpus/ beside the nearest glossary/ is read, from wherever one stands."""
    small_glossary(tool.folder / "glossary")
    write_text(tool.folder / "corpus" / "a.ja.txt")
    deep = tool.folder / "a" / "b"
    deep.mkdir(parents=True)
    here, there = tool("build", "--no-starter"), contents(tool.folder / "glossary" / "generated")
    assert here.status == 0
    assert there.keys() == THREE
    assert tool("build", "--no-starter", "--check", cwd=deep).status == 0


def test_no_corpus(tool: Tool, glossary: Path) -> None:
    """Without CORPUS and without corpus/ the fault names the folder that is missing and what to do."""
    ran = build(tool, glossary)
    assert ran.status == 2
    assert ran.stderr.splitlines() == [f"{tool.folder}/corpus: no corpus here", "  Name a folder of texts."]


@pytest.fixture
def installed(tool: Tool) -> Path:
    """Install a copy of the package, its starter glossary inside."""
    package = tool.folder / "site" / "zhjagloss"
    shutil.copytree(Path(zhjagloss.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    if not (package / "starter").exists():
        shutil.copytree(starter(), package / "starter")
    tool.environment["PYTHONPATH"] = str(package.parent)
    tool.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return package


@pytest.mark.parametrize("option", ["-g", "-o"])
def test_never_into_the_package(tool: Tool, installed: Path, texts: Path, option: str) -> None:
    """The glossary inside the installed package is never written to."""
    before = contents(installed)
    ran = tool("build", "texts", option, installed / "starter")
    assert contents(installed) == before
    assert ran.status == 2
    assert str(installed / "starter") in ran.stderr
    assert "Traceback" not in ran.stderr


def test_starter_inside_the_package(tool: Tool, installed: Path) -> None:
    """An installed copy answers from the glossary that it carries."""
    assert tool("lookup", "-1", "国务院").lines == ["国务院\t国務院"]


# Words and statuses


def test_words_go_to_standard_error(tool: Tool, glossary: Path, texts: Path) -> None:
    """The summary is for people: on standard error, and `-q` silences it."""
    loud = build(tool, glossary, "texts", "--dry-run")
    quiet = build(tool, glossary, "texts", "--dry-run", "-q")
    assert "1 Japanese document" in loud.stderr
    assert (quiet.err, quiet.out) == (b"", loud.out)


def test_quiet_table(tool: Tool, glossary: Path, texts: Path) -> None:
    """`-q` also silences the words below a table that shows only the first changes."""
    write_text(tool.folder / "terms.txt", "".join(f"语{char}\n" for char in "甲乙丙丁戊己庚辛壬癸子丑"))
    write_text(texts / "b.ja.txt", "".join(f"これは語{char}です。\n" for char in "甲乙丙丁戊己庚辛壬癸子丑"))
    arguments = ("texts", "--terms", "terms.txt", "--dry-run", "--format", "table", "--min-score", "0")
    assert "more (--format tsv lists all)" in build(tool, glossary, *arguments).stderr
    assert build(tool, glossary, *arguments, "-q").err == b""


def test_skipped_files(tool: Tool, glossary: Path, texts: Path) -> None:
    """A file that is no text is skipped with a warning and ends the build with 1; the rest is done."""
    (texts / "b.ja.txt").write_bytes(bytes(range(256)) * 20)
    ran = build(tool, glossary, "texts", "-q")
    assert ran.status == 1
    assert ran.stderr.splitlines()[0] == "skipped: texts/b.ja.txt: is not a text"
    assert (glossary / "generated" / "usage.tsv").read_text().count("a.ja.txt") > 1


STATUSES = {
    "no such folder": (("nowhere",), 2),
    "no such terms": (("texts", "--terms", "nowhere.txt"), 2),
    "terms are a folder": (("texts", "--terms", "texts"), 2),
    "unknown option": (("--nope",), 2),
    "no jobs": (("texts", "-j", "0"), 2),
    "unknown encoding": (("texts", "--encoding", "klingon"), 2),
    "output is a file": (("texts", "-o", "texts/a.ja.txt"), 2),
    "output below a file": (("texts", "-o", "texts/a.ja.txt/x"), 4),
}


@pytest.mark.parametrize("name", STATUSES)
def test_exit_status(tool: Tool, glossary: Path, texts: Path, name: str) -> None:
    """2 for wrong use and unreadable input, 4 where the disk refuses; nothing is written."""
    arguments, status = STATUSES[name]
    before = contents(tool.folder)
    ran = build(tool, glossary, *arguments)
    assert (ran.status, ran.out) == (status, b"")
    assert ran.err
    assert contents(tool.folder) == before


def test_damaged_glossary(tool: Tool, glossary: Path, texts: Path) -> None:
    """A glossary that breaks its rules stops the build with 3, and nothing is written."""
    with (glossary / "zones.tsv").open("a") as file:
        file.write("甲\t乙\tprefered\t\t\t\t\n")
    ran = build(tool, glossary, "texts")
    assert ran.status == 3
    assert ran.stderr.startswith(f"{glossary}/zones.tsv:12: unknown status «prefered»\n  ")
    assert not (glossary / "generated").exists()


def test_processes_make_no_difference(tool: Tool, glossary: Path, texts: Path) -> None:
    """One process and two write the same bytes."""
    write_text(texts / "b.ja.txt", TEXT.replace("無錫", "蘇州"))
    write_text(texts / "b.zh.txt", "苏州高新区党工委召开会议。\n")
    write_text(texts / "c.ja.txt", UNLISTED)
    for jobs in ("1", "2"):
        assert build(tool, glossary, "texts", "-j", jobs, "-o", f"found{jobs}").status == 0
    assert contents(tool.folder / "found1") == contents(tool.folder / "found2")


# On a terminal


def test_table_on_a_terminal(tool: Tool, glossary: Path, texts: Path) -> None:
    """A terminal gets the changes laid out; in a pipe `--color` changes nothing."""
    arguments = ("build", "-g", str(glossary), "--no-starter", "texts", "--dry-run", "-q", "--no-discover")
    ran = tool.on_terminal(*arguments)
    assert "\t" not in ran.stdout
    assert has_colour(ran.stdout)
    assert plain(ran.stdout).split()[:2] == ["+", "高新区"]
    assert tool(*arguments, "--color", "always").out == tool(*arguments).out


@pytest.mark.parametrize("columns", [40, 1])
def test_no_term_is_cut(tool: Tool, glossary: Path, texts: Path, columns: int) -> None:
    """In a table that is too narrow every character of every term is still there."""
    term = "国家自主创新示范区管理委员会办公室"
    write_text(tool.folder / "terms.txt", f"{term}\n")
    write_text(texts / "b.ja.txt", "国家自主創新示範区管理委員会弁公室は計画を発表した。\n")
    arguments = ("texts", "--terms", "terms.txt", "--dry-run", "-q")
    rows = build(tool, glossary, *arguments).rows()
    ran = tool.on_terminal(
        "build", "-g", str(glossary), "--no-starter", *arguments, env={"COLUMNS": str(columns)}
    )
    shown = plain(ran.stdout)
    assert term in {row["zh"] for row in rows}
    assert not Counter("".join(row["zh"] + row["ja"] for row in rows)) - Counter(shown)
    assert "…" not in shown
    assert columns < 24 or max(map(width, shown.splitlines())) <= columns
