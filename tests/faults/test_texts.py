"""Faults of texts: encodings, line ends, damage, size. Numbers are those of the table of faults."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.corpus.prose import JAPANESE, SIMPLIFIED, TRADITIONAL
from tests.running import TEXT, Ran, checked, contents, write_text
from tests.samples import write_glossary

if TYPE_CHECKING:
    from pathlib import Path

    from tests.running import Tool

GIGABYTE = 1 << 30

#: Every encoding with prose that it can write: over 200 characters each.
ENCODED = [
    ("cp932", JAPANESE["zone"]),
    ("euc_jp", JAPANESE["meeting"]),
    ("gb18030", SIMPLIFIED["zone"]),
    ("gb18030", TRADITIONAL["zone"]),
    ("gb18030", JAPANESE["list"]),
    ("big5", TRADITIONAL["zone"]),
]


def build(tool: Tool, *arguments: str) -> Ran:
    """Build into a folder, with the shipped glossary."""
    return tool("build", "-q", "-o", "found", *arguments)


def pairs(tool: Tool) -> list[str]:
    """Read what a build found, without the scores of any other build."""
    return [
        line
        for name in ("candidates.tsv", "usage.tsv")
        for line in (tool.folder / "found" / name).read_text().split("\n")
    ]


def asks_for_the_encoding(ran: Ran) -> bool:
    """Say whether a run stopped for an encoding it could not tell; then it printed nothing."""
    stopped = ran.status == 2
    assert not stopped or ("--encoding" in ran.stderr and not ran.out)
    assert stopped or ran.status == 0
    return stopped


def test_1_prose_is_long_enough() -> None:
    """The prose of row 1 is prose, not a list of words."""
    assert all(len(text) >= 200 for _, text in ENCODED)


@pytest.mark.parametrize(
    ("encoding", "text"), ENCODED, ids=[f"{name}-{n}" for n, (name, _) in enumerate(ENCODED)]
)
def test_1_encodings_of_a_pipe(tool: Tool, encoding: str, text: str) -> None:
    """1: prose in a legacy encoding is decoded right, or `--encoding` is asked for."""
    expected = tool("segment", "--no-starter", stdin=text.encode()).out
    told = tool("segment", "--no-starter", stdin=text.encode(encoding))
    assert asks_for_the_encoding(told) or told.out == expected
    named = tool("segment", "--no-starter", "--encoding", encoding, stdin=text.encode(encoding))
    assert (named.status, named.out) == (0, expected)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "gb18030", "big5"])
def test_1_encodings_of_a_corpus(tool: Tool, encoding: str) -> None:
    """1: a corpus in a legacy encoding gives what the same in UTF-8 gives, or `--encoding` is asked for."""
    texts = {"gb18030": {**SIMPLIFIED, **JAPANESE}, "big5": TRADITIONAL}.get(encoding, JAPANESE)
    for number, (name, text) in enumerate(texts.items()):
        write_text(tool.folder / "utf-8" / f"{name}{number}.ja.txt", text)
        write_text(tool.folder / encoding / f"{name}{number}.ja.txt", text, encoding)
    assert build(tool, "utf-8").status == 0
    expected = pairs(tool)
    told = build(tool, encoding)
    assert asks_for_the_encoding(told) or pairs(tool) == expected
    assert build(tool, encoding, "--encoding", encoding).status == 0
    assert pairs(tool) == expected


BAD = "".join(f"{number}行目の党工委。\n" for number in range(1, 1001)).encode()


def damaged() -> tuple[bytes, int]:
    """Put a byte that is not UTF-8 into line 900; give the text and the byte's offset."""
    lines = BAD.split(b"\n")
    lines[899] = lines[899][:3] + b"\xff" + lines[899][3:]
    return b"\n".join(lines), b"\n".join(lines).index(b"\xff")


def test_2_bad_byte(tool: Tool) -> None:
    """2: one bad byte is reported with its line and offset, and nothing is written or printed."""
    data, offset = damaged()
    (tool.folder / "a.ja.txt").write_bytes(data)
    for ran, name in (
        (build(tool, "a.ja.txt"), "a.ja.txt"),
        (tool("segment", "a.ja.txt"), "a.ja.txt"),
        (tool("segment", stdin=data), "-"),
        (build(tool, ".", "--terms", "a.ja.txt"), "a.ja.txt"),
    ):
        first, advice = ran.stderr.splitlines()
        assert first.startswith(f"{name}:900: byte {offset} (0xff) is not UTF-8")
        assert advice.startswith("  ")
        assert (ran.status, ran.out) == (2, b"")
    assert not (tool.folder / "found").exists()


def test_2_bad_byte_in_queries(tool: Tool) -> None:
    """2: a query that is not UTF-8 is reported with its line; those before it are answered."""
    ran = tool("lookup", "-1", "--no-starter", stdin="党工委\n".encode() * 899 + b"\xff\n")
    assert ran.status == 2
    assert ran.stderr.splitlines()[0].startswith("-:900: byte 1 ")
    assert len(ran.lines) in {0, 899}


def test_2_bad_byte_in_a_glossary(tool: Tool, glossary: Path) -> None:
    """2: a glossary with a bad byte is damaged: its line, its byte, and 3."""
    with (glossary / "zones.tsv").open("ab") as file:
        file.write(b"\xe5\x85\xff\tx\tpreferred\t\t\t\t\n")
    ran = tool("lookup", "-g", glossary, "党工委")
    assert (ran.status, ran.out) == (3, b"")
    assert ran.stderr.startswith(f"{glossary}/zones.tsv:12: byte 1 ")


MARKED = {
    "BOM": "utf-8-sig",
    "UTF-16 LE": "utf-16-le",
    "UTF-16 BE": "utf-16-be",
    "UTF-16 with a BOM": "utf-16",
}


@pytest.mark.parametrize("name", MARKED)
def test_3_unicode_encodings(tool: Tool, name: str) -> None:
    """3: with a byte order mark, and in UTF-16 with one or without, a text is what it is in UTF-8."""
    write_text(tool.folder / "utf-8" / "a.ja.txt", TEXT)
    write_text(tool.folder / "other" / "a.ja.txt", TEXT, MARKED[name])
    expected = tool("segment", "--format", "tsv", "utf-8")
    assert tool("segment", "--format", "tsv", "other").out == expected.out
    assert tool("segment", stdin=TEXT.encode(MARKED[name])).out == tool("segment", stdin=TEXT).out
    assert build(tool, "utf-8").status == 0
    before = pairs(tool)
    assert build(tool, "other").status == 0
    assert pairs(tool) == before


def test_3_byte_order_marks_of_a_glossary(tool: Tool, glossary: Path) -> None:
    """3: a glossary, a list of terms and queries with a byte order mark read as without one."""
    path = glossary / "zones.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    ran = tool("lookup", "-1", "-g", glossary, "--no-starter", stdin="\ufeff党工委\n")
    assert ran.lines == ["党工委\t党工作委員会"]
    write_text(tool.folder / "a.ja.txt", "無錫の招商局が出席した。\n")
    write_text(tool.folder / "terms.txt", "\ufeff招商局\n")
    found = tool(
        "build", "-q", "-g", glossary, "--no-starter", "a.ja.txt", "--terms", "terms.txt", "--dry-run"
    )
    assert [row["zh"] for row in found.rows()] == ["招商局"]


NO_TEXTS = {
    "random bytes": bytes((number * 7919 + number // 3) % 256 for number in range(5000)),
    "NUL bytes": bytes(1000),
    "text with NUL bytes": "党工委\0は\0会議\0を開いた。".encode() * 20,
    "a zip": b"PK\x03\x04" + bytes(range(256)) * 4,
    "a PDF": b"%PDF-1.7\n" + bytes(range(256)) * 4,
}


@pytest.mark.parametrize("name", NO_TEXTS)
def test_4_no_text(tool: Tool, name: str) -> None:
    """4: a file that is no text is skipped with a warning, the others are read, the status is 1."""
    write_text(tool.folder / "texts" / "a.ja.txt")
    (tool.folder / "texts" / "b.ja.txt").write_bytes(NO_TEXTS[name])
    expected = tool("segment", "texts/a.ja.txt").out
    segmented, built = tool("segment", "texts"), build(tool, "texts")
    for ran in (segmented, built):
        warning, advice = ran.stderr.splitlines()
        assert warning.startswith("skipped: texts/b.ja.txt: is not a text")
        assert advice.startswith("  ")
        assert ran.status == 1
    assert segmented.out == expected
    assert any("a.ja.txt" in line for line in pairs(tool))


def test_5_lone_surrogates(tool: Tool) -> None:
    """5: half a surrogate pair, written as if UTF-8 allowed it, is reported with its line."""
    data = "党工委は会議を開いた。\n".encode() * 20 + "党\ud842工\n".encode(errors="surrogatepass")
    ran = tool("segment", stdin=data)
    assert (ran.status, ran.out) == (2, b"")
    assert ran.stderr.startswith("-:21: byte ")


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl"])
def test_5_argument_that_is_no_text(tool: Tool, form: str) -> None:
    """5: an argument that is not UTF-8 finds nothing, and what is printed is UTF-8 all the same."""
    ran = tool("lookup", "--no-starter", "--format", form, b"\xff\xfe")
    assert ran.status == 1
    assert "\\udcff" in ran.stdout
    if form == "jsonl":
        assert json.loads(ran.lines[0])["matches"] == []


ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}
SEPARATORS = {"none": "", "LINE SEPARATOR": "\u2028", "NEXT LINE": "\x85", "VT": "\v", "FF": "\f"}


@pytest.mark.parametrize("end", ENDS)
def test_6_line_ends_of_a_text(tool: Tool, end: str) -> None:
    """6: LF, CRLF and CR end a line, other separators do not: the same tokens at the same lines."""
    for separator in SEPARATORS.values():
        text = f"一行目の党工委。{separator}まだ一行目。\n\n三行目の高新区。\n四行目".replace("\n", ENDS[end])
        rows = tool("segment", "--format", "tsv", stdin=text.encode()).rows()
        lines = {row["surface"]: row["line"] for row in rows}
        assert (lines["党工委"], lines["高新区"]) == ("1", "3")
        assert {row["line"] for row in rows if row["surface"] == "目"} <= {"1", "3", "4"}
        assert max(int(row["line"]) for row in rows) == 4


@pytest.mark.parametrize("end", ENDS)
def test_6_line_ends_of_a_glossary(tool: Tool, glossary: Path, end: str) -> None:
    """6: a glossary has the same entries on the same lines whatever ends them."""
    path = glossary / "zones.tsv"
    path.write_bytes(path.read_bytes().replace(b"of a zone", "of\u2028a\x85zone".encode()))
    path.write_bytes(path.read_bytes().replace(b"\n", ENDS[end].encode()))
    (line,) = tool(
        "lookup", "-g", glossary, "--no-starter", "--format", "jsonl", "大湾区", "--relation", "exact"
    ).lines
    (match,) = json.loads(line)["matches"]
    assert (match["ja"], match["place"]) == ("グレーターベイエリア", "own/zones.tsv:7")


def limited(bytes_: int) -> None:
    """Allow a process so much memory and no more."""
    resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))


READER = """
from pathlib import Path
from zhjagloss.corpus.document import read
from zhjagloss.corpus.folder import scan
from zhjagloss.corpus.sentences import sentences
document = read(scan([Path("line.ja.txt")]).files[0])
lengths = [len(sentence.text) for sentence in sentences(document)]
print(max(lengths), sum(lengths))
"""

LONG = "高新区の管理委員会は企業の操業再開を支援し、党工委は幹部を派遣した、"


def test_7_line_of_fifty_megabytes(tool: Tool) -> None:
    """7: a line of 50 MB is read and cut into sentences within 1 GB.

    Only read and cut: segmenting 50 MB takes minutes, whatever they are cut into.
    """
    text = LONG * (50_000_000 // len(LONG.encode()))
    write_text(tool.folder / "line.ja.txt", text)
    done = subprocess.run(
        [sys.executable, "-c", READER],
        cwd=tool.folder,
        env=tool.environment,
        capture_output=True,
        preexec_fn=lambda: limited(GIGABYTE),
        check=False,
    )
    ran = checked(Ran(done.returncode, done.stdout, done.stderr))
    longest, total = map(int, ran.stdout.split())
    assert longest <= 10_000
    assert total == len(text)


def in_a_gigabyte(tool: Tool, *arguments: str) -> Ran:
    """Run the command within 1 GB."""
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30));"
        "from zhjagloss.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=tool.folder,
        env=tool.environment,
        capture_output=True,
        check=False,
    )
    return checked(Ran(done.returncode, done.stdout, done.stderr))


@pytest.mark.parametrize("seam", ["、", "ー"])
def test_7_sentence_of_sixty_thousand_characters(tool: Tool, seam: str) -> None:
    """7: a sentence of 60,000 characters is cut, with nothing lost, for `segment` and for `build`.

    180 KB, not megabytes: the time it takes grows with the text, the memory does not.
    """
    text = (LONG * 2000)[:60_000].replace("、", seam)
    write_text(tool.folder / "line.ja.txt", text)
    segmented = in_a_gigabyte(tool, "segment", "--no-starter", "line.ja.txt")
    assert (segmented.status, segmented.err) == (0, b"")
    assert segmented.stdout.replace("\n", "").replace(" ", "") == text
    assert in_a_gigabyte(tool, "build", "-q", "--no-starter", "line.ja.txt", "-o", "found").status == 0


def test_7_three_megabytes(tool: Tool) -> None:
    """7: a line of 3 MB without a full stop or a term goes through `segment` within 1 GB."""
    text = "これは句点のない長い行であり、" * 70_000
    write_text(tool.folder / "line.ja.txt", text)
    ran = in_a_gigabyte(tool, "segment", "--no-starter", "-m", "A", "line.ja.txt")
    assert ran.status == 0
    assert len(ran.stdout.replace("\n", "").replace(" ", "")) == len(text)


EMPTY = {"empty": b"", "only a BOM": b"\xef\xbb\xbf", "only spaces": "  \u3000\n\t\n \r\n".encode()}


@pytest.mark.parametrize("name", EMPTY)
def test_8_nothing_in_it(tool: Tool, name: str) -> None:
    """8: a text without a character is no error and has no terms."""
    path = tool.folder / "texts" / "a.ja.txt"
    path.parent.mkdir()
    path.write_bytes(EMPTY[name])
    for ran in (tool("segment", "texts"), tool("segment", stdin=EMPTY[name])):
        assert (ran.status, ran.out, ran.err) == (0, b"", b"")
    built = build(tool, "texts")
    assert (built.status, built.rows()) == (0, [])
    assert [
        len(data.splitlines())
        for name, data in contents(tool.folder / "found").items()
        if name != "manifest.json"
    ] == [1, 1]
    found = tool("lookup", "-1", stdin=EMPTY[name])
    assert (found.status, found.stdout.strip()) == (1, "")


@pytest.mark.parametrize("name", EMPTY)
def test_8_nothing_in_a_glossary(tool: Tool, glossary: Path, name: str) -> None:
    """8: a file without a line is a subject without entries, and the others still count."""
    (glossary / "empty.tsv").write_bytes(EMPTY[name].replace(b"\t", b""))
    ran = tool("lookup", "-1", "-g", glossary, "--no-starter", "党工委")
    assert (ran.status, ran.lines) == (0, ["党工委\t党工作委員会"])


def test_8_nothing_in_a_folder(tool: Tool) -> None:
    """8: a glossary folder without a file, and a corpus without one, are no errors."""
    (tool.folder / "own").mkdir()
    (tool.folder / "texts").mkdir()
    assert tool("lookup", "-g", "own", "--no-starter", "党工委").status == 1
    assert build(tool, "texts").status == 0


FOLDED = {
    "NFD kana": "ク\u3099レーターヘ\u3099イエリア",
    "half-width kana": "ｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱ",
    "full-width letters": "ＧＢＡ計画",
    "half-width letters": "GBA計画",
}


@pytest.mark.parametrize("name", FOLDED)
def test_9_other_widths(tool: Tool, name: str) -> None:
    """9: a term is found in whatever form it is typed or printed, and shown as the glossary has it."""
    stored = "ＧＢＡ計画" if "letters" in name else "グレーターベイエリア"
    own = write_glossary(tool.folder / "own", ("大湾区", stored, "preferred"))
    form = FOLDED[name]
    asked = tool("lookup", "-g", own, "--no-starter", form, "--format", "jsonl")
    (match, *_) = json.loads(asked.lines[0])["matches"]
    assert (json.loads(asked.lines[0])["query"], match["ja"]) == (form, stored)
    write_text(tool.folder / "a.ja.txt", f"新しい{form}を示した。\n")
    tool("build", "-q", "-g", own, "--no-starter", "a.ja.txt", "-o", "found")
    (row,) = (
        line.split("\t") for line in (tool.folder / "found" / "usage.tsv").read_text().split("\n")[1:-1]
    )
    assert (row[2], row[8]) == (stored, f"新しい{form}を示した。")
    tokens = tool("segment", "-g", own, "--no-starter", "a.ja.txt").stdout.split()
    assert form in tokens


KEPT = {
    "compatibility ideograph": ("福祉", "\ufa1b祉"),
    "variation selector": ("葛城区", "葛\U000e0100城区"),
    "standardized variant": ("神社区", "神\ufe00社区"),
}


@pytest.mark.parametrize("name", KEPT)
def test_10_kept_byte_for_byte(tool: Tool, name: str) -> None:
    """10: compatibility ideographs and variation selectors stay as written, and are folded to compare."""
    plain_form, form = KEPT[name]
    own = write_glossary(tool.folder / "own", ("测试语", form, "preferred"))
    write_text(tool.folder / "a.ja.txt", f"この{form}は、その{plain_form}である。\n")
    before = contents(own)
    assert tool("build", "-q", "-g", own, "--no-starter", "a.ja.txt").status == 0
    usage = (own / "generated" / "usage.tsv").read_bytes().decode()
    assert f"この{form}は、その{plain_form}である。" in usage
    assert f"\t{form}\ta.ja.txt\t" in usage
    ran = tool("lookup", "-g", own, "--no-starter", "--from", "ja", plain_form)
    assert (ran.rows()[0]["ja"], ran.rows()[0]["count"]) == (form, "2")
    assert {name: contents(own)[name] for name in before} == before
    assert (
        tool("segment", "-g", own, "--no-starter", "a.ja.txt").stdout.replace(" ", "")
        == f"この{form}は、その{plain_form}である。\n"
    )
