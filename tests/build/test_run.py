"""A whole build, from texts to the bytes of the generated files."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.samples import PROSE, write_glossary, write_texts
from zhjagloss.build.run import Built, Request, build_corpus
from zhjagloss.errors import UnreadableInputError
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.generated import CANDIDATES, MANIFEST, USAGE, read, write
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Candidate, Pair, Status, Term

if TYPE_CHECKING:
    from pathlib import Path

FULL = "党工作委员会"
PARTY = ("党工委", "党工作委員会", "preferred", FULL)
ZONE = ("高新区", "高新区", "preferred", "高新技术产业开发区")
WUXI = "無錫ハイテク産業開発区の共産党工作委員会は会議を開いた。管理委員会も方針を示した。"
CHINESE = "苏州高新区党工委召开会议，研究粤港澳大湾区合作事项。"


def built(
    tmp_path: Path, *rows: tuple[str, ...], jobs: int = 1, terms: tuple[Term, ...] = (), **texts: str
) -> Built:
    """Build a corpus with a glossary of a few rows and nothing of the starter's."""
    return again(write_glossary(tmp_path / "glossary", *rows), jobs=jobs, terms=terms, **texts)


def again(glossary: Path, *, jobs: int = 1, terms: tuple[Term, ...] = (), **texts: str) -> Built:
    corpus = write_texts(glossary.parent / "corpus", **(texts or {"suzhou_ja": PROSE, "wuxi_ja": WUXI}))
    contents = Contents(Stack.open([glossary], with_starter=False))
    return build_corpus(Request((corpus,), ("corpus",), contents, terms, jobs=jobs))


def contents_of(folder: Path) -> Contents:
    return Contents(Stack.open([write_glossary(folder / "glossary", PARTY, ZONE)], with_starter=False))


def pairs(found: tuple[Candidate, ...]) -> set[tuple[str, str]]:
    return {(one.pair.zh, one.pair.ja) for one in found}


def test_what_a_build_finds(tmp_path: Path) -> None:
    """Undecided renderings are proposed; decided ones are counted."""
    found = built(tmp_path, PARTY, ZONE, suzhou_ja=PROSE, suzhou_zh=CHINESE, wuxi_ja=WUXI)
    assert pairs(found.findings.candidates) == {
        ("党工委", "党工委"), ("党工委", "共産党工作委員会"), ("高新区", "ハイテク産業開発区"),
    }  # fmt: skip
    counted = {(one.pair.ja, one.document, one.count) for one in found.findings.usages}
    assert ("高新区", "suzhou.ja.txt", 1) in counted
    assert ("共産党工作委員会", "wuxi.ja.txt", 1) in counted
    assert (found.documents, found.originals) == (2, 1)
    assert set(found.contents) == {CANDIDATES, USAGE, MANIFEST}


def test_terms_from_a_list(tmp_path: Path) -> None:
    """A term that the glossary lacks is looked for when it is named."""
    assert ("党工委", "共産党工作委員会") not in pairs(built(tmp_path, ZONE).findings.candidates)
    named = built(tmp_path, ZONE, terms=(Term("党工委", FULL),))
    assert ("党工委", "共産党工作委員会") in pairs(named.findings.candidates)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("党工委", "共産党工作委員会", "admitted", FULL), id="as proposed"),
        pytest.param(("黨工委", "共產黨工作委員會", "admitted", "黨工作委員會"), id="traditional"),
        pytest.param(("党工委", "共産党工作委員會", "deprecated", FULL), id="old characters, deprecated"),
    ],
)
def test_a_decided_pair_is_not_proposed_again(tmp_path: Path, row: tuple[str, ...]) -> None:
    """Once a person decided on a pair, in whatever characters, it is only counted."""
    found = built(tmp_path, PARTY, row, terms=(Term("党工委", FULL),))
    assert "共産党工作委員会" not in {one.pair.ja for one in found.findings.candidates}
    assert row[1] in {one.pair.ja for one in found.findings.usages}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("党工委", FULL, "共産党工作委員会"), id="this sense"),
        pytest.param(("党工委", "", "共産党工作委員会"), id="every sense"),
        pytest.param(("黨工委", "黨工作委員會", "共產黨工作委員會"), id="traditional"),
    ],
)
def test_a_rejected_pair_never_comes_back(tmp_path: Path, row: tuple[str, ...]) -> None:
    """What a person decided against stays away, build after build."""
    path = write_glossary(tmp_path / "glossary", PARTY, rejected=[row])
    for _ in range(2):
        found = again(path)
        write(path / "generated", found.contents)
        assert "共産党工作委員会" not in {one.pair.ja for one in found.findings.candidates}
        assert b"\xe5\x85\xb1\xe7\x94\xa3\xe5\x85\x9a" not in found.contents[CANDIDATES]


def test_a_deprecated_rendering_that_is_used(tmp_path: Path) -> None:
    """A text that uses what the glossary deprecates contradicts it, and is counted."""
    found = built(tmp_path, PARTY, ("党工委", "共産党工作委員会", "deprecated", FULL), wuxi_ja=WUXI)
    told = [(one.entry.status, one.entry.pair.ja, one.used) for one in found.findings.contradictions]
    assert (Status.DEPRECATED, "共産党工作委員会", (("共産党工作委員会", 1),)) in told


def test_a_wrong_rendering_is_just_a_word(tmp_path: Path) -> None:
    """秘書 is deprecated for 书记, and yet 秘書 in a Japanese text stands for a secretary."""
    found = built(tmp_path, ("书记", "秘書", "deprecated"), a_ja="市長の秘書が会議に出席し、報告した。" * 2)
    assert found.findings.usages == ()


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    """What a build generated is no input of the next."""
    path = write_glossary(tmp_path / "glossary", PARTY, ZONE)
    first = again(path)
    write(path / "generated", first.contents)
    assert again(path).contents == first.contents
    assert read(path / "generated") == (
        first.findings.candidates,
        tuple(
            sorted(
                read(path / "generated")[1],
                key=lambda one: (one.pair.zh, one.pair.full, one.pair.ja, one.document),
            )
        ),
    )


def test_the_same_bytes_with_several_processes(tmp_path: Path) -> None:
    """One process or two: the files are the same, and say where each text comes from."""
    for place in ("one", "two"):
        texts = {f"text{number}_ja": (PROSE, WUXI)[number % 2] + "追記。" * number for number in range(6)}
        write_texts(tmp_path / place / "corpus", **texts)
    one, two = (
        build_corpus(
            Request((tmp_path / place / "corpus",), ("corpus",), contents_of(tmp_path / place), jobs=jobs)
        )
        for place, jobs in (("one", 1), ("two", 2))
    )
    assert one.contents == two.contents
    documents = json.loads(one.contents[MANIFEST])["documents"]
    assert documents["text1.ja.txt"] == hashlib.sha256((WUXI + "追記。").encode()).hexdigest()
    assert len(documents) == 6


BUILD = """
import sys
from pathlib import Path
from zhjagloss.build.run import Request, build_corpus
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
contents = Contents(Stack.open([Path("glossary")]))
for data in build_corpus(Request((Path("corpus"),), ("corpus",), contents)).contents.values():
    sys.stdout.buffer.write(data)
"""


def test_the_same_bytes_in_any_surroundings(tmp_path: Path) -> None:
    """Neither the seed of hashing, nor the clock, zone and language leave a trace in the files."""
    write_glossary(tmp_path / "glossary", PARTY, ZONE)
    write_texts(tmp_path / "corpus", suzhou_ja=PROSE, wuxi_ja=WUXI)
    surroundings = (
        {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "42", "SOURCE_DATE_EPOCH": "2000000000", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", BUILD], cwd=tmp_path, env={**os.environ, **one}, stdout=subprocess.PIPE
        )
        for one in surroundings
    ]
    outputs = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert outputs[0] == outputs[1]
    assert "共産党工作委員会".encode() in outputs[0]


def test_an_undecodable_text_stops_the_build(tmp_path: Path) -> None:
    """A bad byte is told with its file; when bad texts are to be skipped, the others are built."""
    path = write_glossary(tmp_path / "glossary", PARTY)
    corpus = write_texts(tmp_path / "corpus", wuxi_ja=WUXI, bad_ja=PROSE)
    (corpus / "bad.ja.txt").write_bytes(PROSE.encode() * 20 + b"\xff\n")
    contents = Contents(Stack.open([path], with_starter=False))
    with pytest.raises(UnreadableInputError, match=r"bad\.ja\.txt"):
        build_corpus(Request((corpus,), ("corpus",), contents))
    found = build_corpus(Request((corpus,), ("corpus",), contents, skip_undecodable=True))
    assert len(found.skipped) == 1
    assert {one.document for one in found.findings.usages} == {"wuxi.ja.txt"}


def test_progress_is_told(tmp_path: Path) -> None:
    """Whoever watches is told of each document of each round."""
    path = write_glossary(tmp_path / "glossary", PARTY)
    corpus = write_texts(tmp_path / "corpus", suzhou_ja=PROSE, suzhou_zh=CHINESE)
    told: list[tuple[str, int, int]] = []
    contents = Contents(Stack.open([path], with_starter=False))
    build_corpus(Request((corpus,), ("corpus",), contents), lambda *one: told.append(one))
    assert told == [("read", 1, 2), ("read", 2, 2), ("align", 1, 1)]


def test_candidates_are_found_in_their_examples(tmp_path: Path) -> None:
    """The example of a candidate shows its rendering."""
    found = built(tmp_path, PARTY, ZONE, ("粤港澳大湾区", "x", "admitted"), ("数字经济", "x", "admitted"))
    assert len(found.findings.candidates) > 3
    assert all(one.pair.ja in one.example for one in found.findings.candidates)
    assert Pair("数字经济", "", "デジタル経済") in {one.pair for one in found.findings.candidates}
