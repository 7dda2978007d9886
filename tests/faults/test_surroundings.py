"""Faults of names, data, settings and glossaries. Numbers are those of the table of faults."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.running import COMMAND, PATIENCE_SECONDS, TEXT, Ran, checked, contents, plain, write_text
from tests.samples import write_glossary
from zhjagloss import tsv

if TYPE_CHECKING:
    from pathlib import Path

    from tests.running import Tool

# 14: markup


MARKUP = ("[red]党", "[/]", "[link=https://example.org]工[/link]", "[bold", "委\\", ":warning:", "{0}%s")


@pytest.fixture
def markup(tool: Tool) -> Path:
    """Write a glossary and a text in which every term looks like markup."""
    rows = [
        (f"词{number}{text}", f"語{text}", "preferred", "", "", f"note {text}")
        for number, text in enumerate(MARKUP)
    ]
    write_text(tool.folder / "texts" / "a.ja.txt", "".join(f"これは語{text}である。\n" for text in MARKUP))
    return write_glossary(tool.folder / "own", *rows)


def test_14_markup_in_a_pipe(tool: Tool, markup: Path) -> None:
    """14: what looks like markup is data: the same in every format, query and answer."""
    queries = [f"词{number}{text}" for number, text in enumerate(MARKUP)]
    ran = tool("lookup", "-1", "-g", markup, "--no-starter", *queries)
    assert ran.cells == [[query, f"語{text}"] for query, text in zip(queries, MARKUP, strict=True)]
    assert tool("lookup", "-1", "-g", markup, "--no-starter", *(f"ん{text}" for text in MARKUP)).status == 1
    assert tool("build", "-q", "-g", markup, "--no-starter", "texts").status == 0
    usage = (markup / "generated" / "usage.tsv").read_text()
    segmented = tool("segment", "-g", markup, "--no-starter", "texts").stdout
    for number, text in enumerate(MARKUP):
        assert f"これは語{text}である。" in usage
        kwic = tool("concordance", "-g", markup, "--no-starter", f"词{number}{text}", "texts")
        assert f"語{text}" in {row["keyword"] for row in kwic.rows()}
        assert f"これは語{text}である。" in segmented.replace(" ", "")


def test_14_markup_on_a_terminal(tool: Tool, markup: Path) -> None:
    """14: a terminal shows it letter by letter, in answers, in words and in tables."""
    queries = [f"词{number}{text}" for number, text in enumerate(MARKUP)]
    shown = plain(tool.on_terminal("lookup", "-g", str(markup), "--no-starter", *queries, "[/]無い").stdout)
    for text in (*MARKUP, "[/]無い"):
        assert text in shown
    kwic = tool.on_terminal("concordance", "-g", str(markup), "--no-starter", queries[0], "texts")
    assert f" 語{MARKUP[0]} である。" in plain(kwic.stdout)
    arguments = ("build", "-g", str(markup), "--no-starter", "--terms", "terms.txt", "texts", "--dry-run")
    write_text(tool.folder / "terms.txt", "".join(f"語{text}\n" for text in MARKUP[:2]))
    shutil.rmtree(tool.folder / "own")
    write_glossary(tool.folder / "own")
    ran = tool.on_terminal(*arguments)
    for text in MARKUP[:2]:
        assert text in plain(ran.stdout)
        assert text in ran.stderr
    write_text(tool.folder / "[red]x[/].ja.txt", "\0" * 40)
    assert "[red]x[/].ja.txt" in tool("segment", "[red]x[/].ja.txt").stderr


# 31: names of files


NAMES = {
    "not UTF-8": b"\xff\xfe.ja.txt",
    "a newline": "議事\n録.ja.txt".encode(),
    "an option": b"-rf",
    "255 bytes": b"a" * 244 + "党.ja.txt".encode(),
    "an escape": b"\x1b[31m.ja.txt",
    "spaces": " \u3000 .ja.txt".encode(),
}


@pytest.mark.parametrize("name", NAMES)
def test_31_names_of_texts(tool: Tool, glossary: Path, name: str) -> None:
    """31: a text may be called anything; `--` ends the options, messages and rows keep to one line."""
    inside = tool.folder / "texts"
    path = write_text(inside / os.fsdecode(NAMES[name]))
    segmented = tool(
        "segment", "--no-starter", "-g", glossary, "--format", "tsv", "--", NAMES[name], cwd=inside
    )
    assert segmented.status == 0
    (document,) = {row["document"] for row in segmented.rows()}
    assert document.replace("\u3000", "").isprintable()
    built = tool(
        "build", "-q", "-g", glossary, "--no-starter", "-o", "../found", "--", NAMES[name], cwd=inside
    )
    assert (built.status, built.err) == (0, b"")
    usage = (tool.folder / "found" / "usage.tsv").read_text().splitlines()
    assert {line.split("\t")[3] for line in usage[1:]} == {document}
    assert document in json.loads((tool.folder / "found" / "manifest.json").read_text())["documents"]
    kwic = tool("concordance", "--no-starter", "-g", glossary, "--", "党工委", NAMES[name], cwd=inside)
    assert {row["document"] for row in kwic.rows()} == {document}
    path.write_bytes(b"\0" * 40)
    first, advice = tool("segment", "--", NAMES[name], cwd=inside).stderr.splitlines()
    assert first == f"skipped: {document}: is not a text"
    assert advice.startswith("  ")


@pytest.mark.parametrize("name", ["not UTF-8", "a newline", "an option", "an escape"])
def test_31_names_of_folders(tool: Tool, name: str) -> None:
    """31: a corpus, a glossary and an output folder may be called anything, too."""
    odd = tool.folder / os.fsdecode(NAMES[name])
    write_text(odd / "a.ja.txt")
    write_glossary(odd, ("党工委", "党工作委員会", "preferred"))
    looked = tool("lookup", "-g", NAMES[name], "--no-starter", "党工委", "--format", "jsonl")
    assert (looked.status, looked.err) == (0, b"")
    assert json.loads(looked.lines[0])["matches"][0]["ja"] == "党工作委員会"
    built = tool("build", "-g", NAMES[name], "--no-starter", "-o", NAMES[name] + b"/x", "--", NAMES[name])
    assert built.status == 0
    assert "\x1b" not in built.stderr
    assert tool("lookup", "-g", NAMES[name] + b"/x", "--no-starter", "党工委").status == 0


# 36: an index that cannot be kept


def test_36_index_cannot_be_written(tool: Tool, glossary: Path) -> None:
    """36: where there is no place for an index, a look-up works without one, and leaves nothing."""
    (glossary / ".zhjagloss").write_text("in the way\n")
    write_text(tool.folder / "cache", "in the way\n")
    before = contents(tool.folder)
    for arguments in (("-g", "own"), ("--no-starter",), ()):
        ran = tool("lookup", "-1", *arguments, "党工委")
        assert (ran.status, ran.err) == (1 if arguments == ("--no-starter",) else 0, b"")
    assert contents(tool.folder) == before


# 45, 47: glossaries that somebody edited


CONFLICT = """\
zh\tja\tstatus\tfull\treading\tnote\tsource
<<<<<<< ours
党工委\t党工作委員会\tpreferred\t\t\t\t
=======
党工委\t党工委\tpreferred\t\t\t\t
>>>>>>> theirs
"""


@pytest.mark.parametrize("name", ["zones.tsv", "rejected.tsv", "morphemes.tsv", "han.tsv", "sources.tsv"])
def test_45_merge_conflict(tool: Tool, glossary: Path, name: str) -> None:
    """45: conflict markers are named by file and line; nobody guesses which side was meant."""
    header, conflict = CONFLICT.split("\n", 1)
    if (glossary / name).exists():
        conflict = CONFLICT.split("\n", 1)[1]
    headers = {"rejected.tsv": "zh\tfull\tja\tnote", "morphemes.tsv": "zh\tja\tposition\tnote\tsource"}
    headers |= {"han.tsv": "kind\tforms\tnote", "sources.tsv": "code\ttitle\tpublisher\tdate\taddress"}
    body = conflict if name == "zones.tsv" else "<<<<<<< ours\n=======\n>>>>>>> theirs\n"
    write_text(glossary / name, f"{headers.get(name, header)}\n{body}")
    wanted = [2, 4, 6] if name == "zones.tsv" else [2, 3, 4]
    ran = tool("lookup", "-g", glossary, "--no-starter", "党工委")
    assert (ran.status, ran.out) == (3, b"")
    assert ran.stderr.splitlines()[::2] == [
        f"{glossary}/{name}:{line}: a merge conflict was left in the file" for line in wanted
    ]
    assert {line[:2] for line in ran.stderr.splitlines()[1::2]} == {"  "}


EDITED = {
    "a field missing": ("甲\t乙\tpreferred", "3 fields where the header has 7"),
    "a field too many": ("甲\t乙\tpreferred\t\t\t\t\tx", "8 fields where the header has 7"),
    "unknown status": ("甲\t乙\tprefered\t\t\t\t", "unknown status «prefered»"),
    "no status": ("甲\t乙\t\t\t\t\t", "unknown status «»"),
    "the machine's status": ("甲\t乙\tproposed\t\t\t\t", "unknown status «proposed»"),
    "no rendering": ("甲\t\tpreferred\t\t\t\t", "«ja» is empty"),
    "no term": ("\t乙\tpreferred\t\t\t\t", "«zh» is empty"),
    "spaces for tabs": ("甲 乙 preferred", "1 field where the header has 7"),
}


@pytest.mark.parametrize(
    ("command", "name"),
    [*(("lookup", name) for name in EDITED), ("build", "unknown status"), ("segment", "a field missing")],
)
def test_47_edited_line(tool: Tool, glossary: Path, name: str, command: str) -> None:
    """47: a line that is wrong is named with reason and advice, with 3, by every command that reads it."""
    line, reason = EDITED[name]
    with (glossary / "zones.tsv").open("a") as file:
        file.write(f"{line}\n")
    write_text(tool.folder / "texts" / "a.ja.txt")
    arguments = {"lookup": ("党工委",), "build": ("texts",), "segment": ("texts",)}[command]
    ran = tool(command, "-g", glossary, "--no-starter", *arguments)
    assert (ran.status, ran.out) == (3, b"")
    first, advice = ran.stderr.splitlines()
    assert first == f"{glossary}/zones.tsv:12: {reason}"
    assert advice.startswith("  ")
    assert not (glossary / "generated").exists()


def test_47_header(tool: Tool, glossary: Path) -> None:
    """47: a header without a column is a fault of that line; one more column is nobody's fault."""
    text = (glossary / "zones.tsv").read_text()
    (glossary / "zones.tsv").write_text(text.replace("status", "state", 1))
    ran = tool("lookup", "-g", glossary, "--no-starter", "党工委")
    assert ran.status == 3
    assert ran.stderr.startswith(f"{glossary}/zones.tsv:1: the header lacks «status»\n  ")
    (glossary / "zones.tsv").write_text("".join(f"{line}\tmine\n" for line in text.splitlines()))
    assert tool("lookup", "-g", glossary, "--no-starter", "党工委").status == 0


def test_47_every_fault_at_once(tool: Tool, glossary: Path) -> None:
    """47: all faults of a folder are reported together."""
    with (glossary / "zones.tsv").open("a") as file:
        file.write("".join(f"{line}\n" for line, _ in EDITED.values()))
    write_text(glossary / "rejected.tsv", "zh\tfull\tja\tnote\n甲\n")
    ran = tool("lookup", "-g", glossary, "--no-starter", "党工委")
    assert (
        sum(": " in line and not line.startswith(" ") for line in ran.stderr.splitlines()) == len(EDITED) + 1
    )


@pytest.mark.parametrize("name", ["candidates.tsv", "usage.tsv"])
def test_47_edited_output(tool: Tool, glossary: Path, name: str) -> None:
    """47: a generated file edited by hand is named, says how to mend it, and the next build mends it."""
    write_text(tool.folder / "texts" / "a.ja.txt")
    arguments = ("build", "-q", "-g", glossary, "--no-starter", "texts")
    tool(*arguments)
    made = contents(glossary / "generated")
    header, *rows = tsv.parse(made[name], name, ()).lines
    (glossary / "generated" / name).write_bytes(header + rows[0].replace(b"\t1\t", b"\tmany\t"))
    ran = tool("lookup", "-g", glossary, "--no-starter", "党工委")
    assert ran.status == 3
    assert ran.stderr.startswith(f"{glossary}/generated/{name}:2: ")
    assert "zhjagloss build" in ran.stderr
    assert tool(*arguments).status == 0
    assert contents(glossary / "generated") == made


# 51: queries


QUERIES = {
    "empty": ("", 1),
    "a space": (" ", 1),
    "one character": ("ん", 1),
    "one character found": ("省", 0),
    "10,000 characters": ("高新区" * 3334, 1),
    "10,000 of one character": ("党" * 10_000, 1),
    "200 characters": ("高新区党工委" * 33, 0),
    "punctuation": ("。、！？…―", 1),
    "a pattern": (r"(\w+)+$", 1),
    "a wildcard": ("%_*?", 1),
    "SQL": ("'; drop table usage; --", 1),
    "combining marks": ("\u3099\u0301" * 50, 1),
    "emoji": ("👩‍👩‍👧‍👦🇯🇵", 1),
}


@pytest.fixture(scope="module")
def warmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the index of the shipped glossary once."""
    cache = tmp_path_factory.mktemp("cache")
    environment = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache), "HOME": str(cache)}
    subprocess.run([*COMMAND, "lookup", "省"], env=environment, cwd=cache, check=False, capture_output=True)
    return cache


@pytest.mark.parametrize("name", QUERIES)
def test_51_queries(tool: Tool, warmed: Path, name: str) -> None:
    """51: any query is answered within a second, by 0 or 1.

    Processor time: what other processes do meanwhile is not the command's fault.
    """
    query, status = QUERIES[name]
    before = os.times()
    ran = tool("lookup", "--", query, env={"XDG_CACHE_HOME": str(warmed)})
    after = os.times()
    assert after.children_user + after.children_system - before.children_user - before.children_system < 1
    assert ran.status == status
    assert status == 0 or len(ran.lines) == 2


def test_51_queries_of_a_pipe(tool: Tool, warmed: Path) -> None:
    """51: on standard input too, and `-1` has its one line for each."""
    queries = [query for query, _ in QUERIES.values()]
    ran = tool(
        "lookup", "-1", stdin="".join(f"{query}\n" for query in queries), env={"XDG_CACHE_HOME": str(warmed)}
    )
    assert [line.split("\t")[0] for line in ran.lines] == queries


# 53: surroundings that lack what is usual


ANSWERS = {
    "lookup": (["lookup", "-1", "-g", "{own}", "--no-starter", "党工委"], "党工委\t党工作委員会\n"),
    "segment": (["segment", "-g", "{own}", "--no-starter", "{texts}"], "党工委"),
    "build": (["build", "-q", "-g", "{own}", "--no-starter", "{texts}", "-o", "{found}"], "高新区"),
    "concordance": (["concordance", "-g", "{own}", "--no-starter", "党工委", "{texts}"], "\t党工委\t"),
}

SURROUNDINGS: dict[str, dict[str, str | None]] = {
    "nothing": dict.fromkeys(("PATH", "LANG", "HOME", "XDG_CACHE_HOME")),
    "LANG=C": {"LANG": "C", "LC_ALL": "C"},
    "a locale that is not there": {"LANG": "xx_XX.KOI8-R", "LC_ALL": "xx_XX.KOI8-R"},
    "COLUMNS=1": {"COLUMNS": "1", "LINES": "1"},
    "COLUMNS=0": {"COLUMNS": "0"},
    "COLUMNS is no number": {"COLUMNS": "wide"},
    "no HOME": {"HOME": None, "XDG_CACHE_HOME": None},
    "HOME is not there": {"HOME": "/nonexistent/home", "XDG_CACHE_HOME": None},
    "TERM is unknown": {"TERM": "unheard-of"},
}

#: The surroundings in which every command is run, not only the quickest.
EVERYWHERE = ("nothing", "LANG=C", "no HOME")


def filled(tool: Tool, command: str) -> list[str]:
    """Name the folders of a run by their whole paths."""
    write_text(tool.folder / "texts" / "a.ja.txt")
    folders = {name: str(tool.folder / name) for name in ("own", "texts", "found")}
    return [argument.format(**folders) for argument in ANSWERS[command][0]]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        *(("lookup", name) for name in SURROUNDINGS if name not in EVERYWHERE),
        *((command, name) for command in ANSWERS for name in EVERYWHERE),
    ],
)
def test_53_bare_surroundings(tool: Tool, glossary: Path, command: str, name: str) -> None:
    """53: with little or nothing in its environment a command answers as ever."""
    changed = {**tool.environment, **SURROUNDINGS[name]}
    environment = {name: value for name, value in changed.items() if value is not None}
    done = subprocess.run(
        [*COMMAND, *filled(tool, command)], env=environment, cwd=tool.folder, capture_output=True, check=False
    )
    ran = checked(Ran(done.returncode, done.stdout, done.stderr))
    assert (ran.status, ran.err) == (0, b"")
    assert ANSWERS[command][1] in ran.stdout.replace(" ", "")


@pytest.mark.parametrize("command", ANSWERS)
def test_53_working_folder_deleted(tool: Tool, glossary: Path, command: str) -> None:
    """53: a folder that is deleted while one stands in it is no obstacle where paths are whole."""
    (tool.folder / "gone").mkdir()
    line = f"cd gone && rmdir ../gone && exec {shlex.join([*COMMAND, *filled(tool, command)])}"
    done = subprocess.run(
        ["bash", "-c", line], env=tool.environment, cwd=tool.folder, capture_output=True, check=False
    )
    ran = checked(Ran(done.returncode, done.stdout, done.stderr))
    assert (ran.status, ran.err) == (0, b"")
    assert ANSWERS[command][1] in ran.stdout.replace(" ", "")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["lookup", "-1", "国务院"], 0),
        (["build"], 2),
        (["build", "{texts}"], 2),
        (["lookup", "-g", "x", "省"], 2),
    ],
    ids=str,
)
def test_53_working_folder_deleted_and_needed(tool: Tool, arguments: list[str], status: int) -> None:
    """53: where the deleted folder would be needed, that is said."""
    write_text(tool.folder / "texts" / "a.ja.txt")
    (tool.folder / "gone").mkdir()
    given = [argument.format(texts=tool.folder / "texts") for argument in arguments]
    done = subprocess.run(
        ["bash", "-c", f"cd gone && rmdir ../gone && exec {shlex.join([*COMMAND, *given])}"],
        env=tool.environment, cwd=tool.folder, capture_output=True, check=False,
    )  # fmt: skip
    assert checked(Ran(done.returncode, done.stdout, done.stderr)).status == status


@pytest.mark.parametrize(
    "environment", [{"TERM": ""}, {"TERM": "dumb"}, {"COLUMNS": "1"}, {"COLUMNS": "x"}], ids=str
)
def test_53_poor_terminal(tool: Tool, glossary: Path, environment: dict[str, str]) -> None:
    """53: a terminal of which little is known shows every rendering."""
    ran = tool.on_terminal("lookup", "-g", "own", "--no-starter", "党工委", env=environment)
    assert ran.status == 0
    assert "党工作委員会" in "".join(plain(ran.stdout).split())


# 54: streams in other encodings


@pytest.mark.parametrize(
    ("command", "encoding"),
    [
        *((command, encoding) for command in ANSWERS for encoding in ("cp932", "cp1252", "ascii")),
        *((run, "cp1252") for run in ("table", "jsonl", "help", "fault")),
    ],
)
def test_54_streams_in_other_encodings(tool: Tool, glossary: Path, command: str, encoding: str) -> None:
    """54: what an encoding lacks is written as code points, on both streams, and nothing breaks off."""
    arguments = {
        "table": ["lookup", "-g", "own", "--no-starter", "--format", "table", "党工委", "大湾区"],
        "jsonl": ["lookup", "-g", "own", "--no-starter", "--format", "jsonl", "党工委", "大湾区"],
        "help": ["lookup", "--help"],
        "fault": ["segment", "无锡的文件.txt"],
    }.get(command) or filled(tool, command)
    done = subprocess.run(
        [*COMMAND, *arguments],
        env={**tool.environment, "PYTHONIOENCODING": encoding},
        cwd=tool.folder,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    ran = checked(Ran(done.returncode, done.stdout, done.stderr))
    assert ran.status == (2 if command == "fault" else 0)
    written = (done.stderr if command == "fault" else done.stdout).decode(encoding)
    assert written
    if command == "jsonl":
        found = [json.loads(line)["matches"][0]["ja"] for line in written.splitlines()]
        assert found == ["党工作委員会", "グレーターベイエリア"]
    elif command == "lookup":
        assert ("党工作委員会" in written) == (encoding == "cp932")


# 55: the same bytes


VARIED: dict[str, dict[str, str]] = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 4711": {"PYTHONHASHSEED": "4711"},
    "SOURCE_DATE_EPOCH": {"SOURCE_DATE_EPOCH": "86400"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "C", "LANG": "C"},
    "terminal": {"COLUMNS": "30", "FORCE_COLOR": "1"},
}


def test_55_same_bytes(tool: Tool, glossary: Path) -> None:
    """55: neither settings nor clocks change a byte of what a build writes or prints."""
    texts = tool.folder / "texts"
    for number, name in enumerate(("b", "a", "ö")):
        write_text(
            texts / f"{name}.ja.txt",
            TEXT.replace("十二", str(number)) + "大湾区と人民大学と開発区。\n" * number,
        )
    arguments = ("build", "-g", "own", "texts", "-o")
    first = tool(*arguments, "found0")
    for number, (name, environment) in enumerate(VARIED.items(), start=1):
        moment = time.time() + (-1, 1)[number % 2] * 40 * 365 * 86400
        for path in (*texts.iterdir(), *glossary.rglob("*.tsv"), texts):
            os.utime(path, (moment, moment))
        ran = tool(*arguments, f"found{number}", env=environment)
        assert ran.out == first.out, name
        assert contents(tool.folder / f"found{number}") == contents(tool.folder / "found0"), name


def test_55_same_bytes_from_another_place(tool: Tool, glossary: Path) -> None:
    """55: the order in which a folder lists its files, and where it lies, change nothing."""
    for place, order in (("one", "abc"), ("two", "cba")):
        for name in order:
            write_text(tool.folder / place / "texts" / f"{name}.ja.txt", TEXT + f"{name}の高新区。\n")
        arguments = ("build", "-q", "-g", glossary, "--no-starter", "texts", "-o", "found")
        assert tool(*arguments, cwd=tool.folder / place).status == 0
    assert contents(tool.folder / "one" / "found") == contents(tool.folder / "two" / "found")


def test_55_index_of_a_clock_put_back(tool: Tool, glossary: Path) -> None:
    """55: files from the future and the past answer as they are now."""
    for number, offset in enumerate((10**9, -(10**9))):
        text = (glossary / "zones.tsv").read_text()
        (glossary / "zones.tsv").write_text(f"{text}新{number}\t新しい{number}\tpreferred\t\t\t\t\n")
        os.utime(glossary / "zones.tsv", (time.time() + offset,) * 2)
        assert tool("lookup", "-1", "-g", "own", "--no-starter", f"新{number}").lines == [
            f"新{number}\t新しい{number}"
        ]
