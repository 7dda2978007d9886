"""A whole build, from texts to the bytes of the generated files."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, cast

import pytest

from tests.samples import PROSE, write_glossary, write_texts
from zhjagloss.build.run import Built, Request, build_corpus
from zhjagloss.errors import UnreadableInputError
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.generated import CANDIDATES, MANIFEST, USAGE, read, write
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Candidate, Pair, Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FULL = "党工作委员会"
PARTY = ("党工委", "党工作委員会", "preferred", FULL)
ZONE = ("高新区", "高新区", "preferred", "高新技术产业开发区")
WUXI = "無錫ハイテク産業開発区の共産党工作委員会は会議を開いた。管理委員会も方針を示した。"
CHINESE = "苏州高新区党工委召开会议，研究粤港澳大湾区合作事项。"


#: In a text without a headline every sentence holds the headline, which is empty.

#: What texts say of their own words, and what they say it of: the rows of the glossary, the texts,
#: the telling part of them, the pair that it tells of, the word for the evidence.
TOLD = [
    pytest.param(
        [("虎丘区人民检察院", "虎丘区人民検察院", "preferred")],
        ["虎丘区人民検察院（以下「虎丘区検察側」という）は説明会を開いた。"],
        "（以下「虎丘区検察側」という）",
        ("虎丘区人民检察院", "虎丘区検察側"),
        "definition(1)",
        id="a definition in brackets",
    ),
    pytest.param(
        [("大湾区", "大湾区", "preferred")],
        [f"大湾区の正式名称は「粤港澳グレーターベイエリア」{end}。" for end in ("という", "である")],
        "の正式名称は",
        ("大湾区", "粤港澳グレーターベイエリア"),
        "definition(2)",
        id="a definition in two documents",
    ),
    pytest.param(
        [("社区", "社区", "preferred")],
        ["江渓街道のコミュニティ（社区）には診療所がある。"],
        "（社区）",
        ("社区", "コミュニティ"),
        "parenthesis(1)",
        id="the original in brackets",
    ),
    pytest.param(
        [("双招双引", "双招双引", "preferred")],
        ["市は「双招双引」（ダブル誘致）を進める。"],
        "（ダブル誘致）",
        ("双招双引", "ダブル誘致"),
        "parenthesis(1)",
        id="a gloss in brackets",
    ),
    pytest.param(
        [("比亚迪", "比亜迪", "preferred")],
        ["深圳の比亜迪（BYD）は新車を発表した。"],
        "（BYD）",
        ("比亚迪", "BYD"),
        "parenthesis(1)",
        id="letters in brackets",
    ),
    pytest.param(
        [("高新区", "高新区", "preferred")],
        [
            "三つの鍵で人材を集める無錫ハイテク産業開発区\n"
            "原文：「三把鑰匙引人才 無錫高新区添活力」\n無錫では人材の誘致が進んでいる。"
        ],
        "原文：「三把鑰匙引人才 無錫高新区添活力」",
        ("高新区", "ハイテク産業開発区"),
        "title(1)",
        id="a headline and its original",
    ),
    pytest.param(
        [("虎丘高新区", "虎丘高新区", "preferred")],
        ["虎丘高新区で説明会\n虎丘先端産業開発区は説明会を開いた。"],
        "虎丘高新区で説明会\n",
        ("虎丘高新区", "虎丘先端産業開発区"),
        "title(1)",
        id="a headline and the text below it",
    ),
    pytest.param(
        [("虎丘区人民检察院", "虎丘区人民検察院", "preferred")],
        ["虎丘区人民検察院は説明会を開いた。\n虎丘区検察院が質問に答えた。"],
        "虎丘区人民検察院は説明会を開いた。\n",
        ("虎丘区人民检察院", "虎丘区検察院"),
        "repetition(1)",
        id="a name repeated shorter",
    ),
    pytest.param(
        [("数字产业园区", "デジタル産業園区", "preferred")],
        [f"ディジタル産業園区は{place}にある。デジタル産業園区は広い。" for place in ("東", "西")],
        "デジタル産業園区は広い。",
        ("数字产业园区", "ディジタル産業園区"),
        "repetition(2)",
        id="a name spelt otherwise in two documents",
    ),
    pytest.param(
        [("三北工程", "緑の長城", "preferred"), ("三北防护林工程", "緑の長城", "preferred")],
        ["砂漠では三北防護林工程（以下「緑の帯」という）が続く。緑の長城では緑の帯の苗木がふえる。"],
        "（以下「緑の帯」という）",
        ("三北工程", "緑の帯"),
        "concept(1)",
        id="two terms of one concept",
    ),
]

#: Names that no glossary lists: the texts, what is proposed, how the name shows itself.
UNLISTED = [
    pytest.param(["湖東市招商局が説明した。"], ("湖东市招商局", "", "湖東市招商局"), "organ", id="organ"),
    pytest.param(["管理委員会は会議を開いた。"], ("管委会", "管理委员会", "管理委員会"), "organ", id="full"),
    pytest.param(
        ["湖東ハイテク産業開発区が示した。"], ("湖东高新区", "", "湖東ハイテク産業開発区"), "zone", id="zone"
    ),
    pytest.param(["湖東市の局長は欠席した。"], ("局长", "", "局長"), "title", id="title"),
    pytest.param(["産業の推介会が開かれた。"], ("推介会", "", "推介会"), "meeting", id="meeting"),
    pytest.param(["生産額は十億元に達した。"], ("产值", "", "生産額"), "statistics", id="statistics"),
    pytest.param(["上海の「科創板」が開いた。"], ("科创板", "", "科創板"), "quoted", id="quoted"),
    pytest.param(
        ["サービス専門員（服務専員）が回る。"], ("服务专员", "", "サービス専門員"), "stated", id="stated"
    ),
    pytest.param(
        [f"{place}では生態ガバナンスが進む。" for place in ("東", "西")],
        ("生态治理", "", "生態ガバナンス"),
        "row",
        id="nouns in two documents",
    ),
]


def built(
    tmp_path: Path,
    *rows: tuple[str, ...],
    jobs: int = 1,
    terms: tuple[Term, ...] = (),
    discover: bool = True,
    texts: Mapping[str, str] | None = None,
    **named: str,
) -> Built:
    """Build a corpus with a glossary of a few rows and nothing of the starter's."""
    glossary = write_glossary(tmp_path / "glossary", *rows)
    return again(glossary, jobs=jobs, terms=terms, discover=discover, texts=texts, **named)


def again(
    glossary: Path,
    *,
    jobs: int = 1,
    terms: tuple[Term, ...] = (),
    discover: bool = True,
    texts: Mapping[str, str] | None = None,
    **named: str,
) -> Built:
    together = {**(texts or {}), **named} or {"suzhou_ja": PROSE, "wuxi_ja": WUXI}
    corpus = write_texts(glossary.parent / "corpus", **together)
    contents = Contents(Stack.open([glossary], with_starter=False))
    return build_corpus(Request((corpus,), ("corpus",), contents, terms, jobs=jobs, discover=discover))


def numbered(texts: Iterable[str], headline: str = "一日の話題\n") -> dict[str, str]:
    """Name texts as `write_texts` wants them, each with a line above it."""
    return {f"text{number:02}_ja": f"{headline}{text}\n" for number, text in enumerate(texts)}


def all_told() -> tuple[list[tuple[str, ...]], dict[str, str]]:
    """Give the rows of all the tables above, each once, and all their texts."""
    rows = dict.fromkeys(row for one in TOLD for row in cast("list[tuple[str, ...]]", one.values[0]))
    texts = [text for one in TOLD for text in cast("list[str]", one.values[1])]
    texts += [text for one in UNLISTED for text in cast("list[str]", one.values[0])]
    return list(rows), numbered(texts)


def cells(found: Built) -> dict[tuple[str, str, str], str]:
    """Read the evidence of each pair off the bytes of candidates.tsv."""
    header, *lines = found.contents[CANDIDATES].decode().removesuffix("\n").split("\n")
    rows = (dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines)
    return {(row["zh"], row["full"], row["ja"]): row["evidence"] for row in rows}


def pairs(found: tuple[Candidate, ...]) -> set[tuple[str, str]]:
    return {(one.pair.zh, one.pair.ja) for one in found}


def test_what_a_build_finds(tmp_path: Path) -> None:
    """Undecided renderings are proposed; decided ones are counted."""
    found = built(tmp_path, PARTY, ZONE, discover=False, suzhou_ja=PROSE, suzhou_zh=CHINESE, wuxi_ja=WUXI)
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
    unnamed = built(tmp_path, ZONE, discover=False)
    assert ("党工委", "共産党工作委員会") not in pairs(unnamed.findings.candidates)
    named = built(tmp_path, ZONE, terms=(Term("党工委", FULL),), discover=False)
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
        assert "共産党工作委員会" not in {ja for _, _, ja in cells(found)}


def test_a_deprecated_rendering_that_is_used(tmp_path: Path) -> None:
    """A text that uses what the glossary deprecates contradicts it, and is counted."""
    found = built(tmp_path, PARTY, ("党工委", "共産党工作委員会", "deprecated", FULL), wuxi_ja=WUXI)
    told = [(one.entry.status, one.entry.pair.ja, one.used) for one in found.findings.contradictions]
    assert (Status.DEPRECATED, "共産党工作委員会", (("共産党工作委員会", 1),)) in told


def test_a_wrong_rendering_is_just_a_word(tmp_path: Path) -> None:
    """秘書 is deprecated for 书记, and yet 秘書 in a Japanese text stands for a secretary."""
    found = built(tmp_path, ("书记", "秘書", "deprecated"), a_ja="市長の秘書が会議に出席し、報告した。" * 2)
    assert "秘書" not in {one.pair.ja for one in found.findings.usages}
    assert found.findings.contradictions == ()


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
    rows, texts = all_told()
    texts |= {f"prose{number}_ja": (PROSE, WUXI)[number % 2] + "追記。" * number for number in range(6)}
    one, two = (
        built(tmp_path / place, PARTY, ZONE, *rows, jobs=jobs, texts=texts)
        for place, jobs in (("one", 1), ("two", 2))
    )
    assert one.contents == two.contents
    documents = json.loads(one.contents[MANIFEST])["documents"]
    assert documents["prose1.ja.txt"] == hashlib.sha256((WUXI + "追記。").encode()).hexdigest()
    assert len(documents) == len(texts)
    words = {word.split("(")[0] for evidence in cells(one).values() for word in evidence.split()}
    assert words >= {"definition", "parenthesis", "title", "repetition", "concept", "discovered"}


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
    rows, texts = all_told()
    write_glossary(tmp_path / "glossary", PARTY, ZONE, *rows)
    write_texts(tmp_path / "corpus", suzhou_ja=PROSE, wuxi_ja=WUXI, **texts)
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


@pytest.mark.parametrize(("rows", "texts", "telling", "pair", "word"), TOLD)
def test_what_texts_tell(
    tmp_path: Path,
    rows: list[tuple[str, ...]],
    texts: list[str],
    telling: str,
    pair: tuple[str, str],
    word: str,
) -> None:
    """A statement is evidence, told by its word and in how many documents; without it there is none."""
    zh, ja = pair
    found = built(tmp_path / "told", *rows, discover=False, texts=numbered(texts))
    assert word in cells(found)[zh, "", ja].split()
    silent = (text.replace(telling, "") for text in texts)
    missing = built(tmp_path / "silent", *rows, discover=False, texts=numbered(silent))
    assert word.split("(")[0] not in cells(missing).get((zh, "", ja), "")


@pytest.mark.parametrize(("texts", "pair", "look"), UNLISTED)
def test_what_nobody_listed(tmp_path: Path, texts: list[str], pair: tuple[str, str, str], look: str) -> None:
    """A name that the glossary lacks is proposed with its Chinese, and the evidence says how it shows."""
    found = built(tmp_path, PARTY, texts=numbered(texts))
    assert cells(found)[pair].split()[0] == f"discovered({look})"
    assert pair[2] in {one.pair.ja for one in found.findings.usages}


def test_texts_without_a_headline(tmp_path: Path) -> None:
    """A text that is nothing but sentences shows its names as any other does."""
    text = "湖東市招商局が説明した。虎丘区人民検察院も説明した。虎丘区検察院が質問に答えた。"
    row = ("虎丘区人民检察院", "虎丘区人民検察院", "preferred")
    found = cells(built(tmp_path, row, texts=numbered([text], headline="")))
    assert found["湖东市招商局", "", "湖東市招商局"].startswith("discovered(organ)")
    assert found["虎丘区人民检察院", "", "虎丘区検察院"] == "repetition(1)"


@pytest.mark.parametrize(("texts", "pair", "look"), UNLISTED)
def test_nothing_unlisted(tmp_path: Path, texts: list[str], pair: tuple[str, str, str], look: str) -> None:
    """Without discovery only terms that somebody listed are proposed and counted."""
    terms = (Term("产业"),)
    found = built(tmp_path, PARTY, terms=terms, discover=False, texts=numbered([*texts, "産業の党工委。"]))
    listed = {"党工委", "产业"}
    assert {one.pair.zh for one in found.findings.candidates} == listed
    assert {one.pair.zh for one in found.findings.usages} == listed
    assert json.loads(found.contents[MANIFEST])["parameters"]["discover"] is False


@pytest.mark.parametrize("status", ["preferred", "admitted", "deprecated"])
@pytest.mark.parametrize(("texts", "pair", "look"), UNLISTED)
def test_discovery_leaves_decided_pairs_alone(
    tmp_path: Path, texts: list[str], pair: tuple[str, str, str], look: str, status: str
) -> None:
    """What a person decided on is not proposed as if nobody had."""
    zh, full, ja = pair
    found = built(tmp_path, (zh, ja, status, full), texts=numbered(texts))
    assert (zh, ja) not in pairs(found.findings.candidates)
    assert (zh, ja) in {(one.pair.zh, one.pair.ja) for one in found.findings.usages} or status == "deprecated"


@pytest.mark.parametrize(("texts", "pair", "look"), UNLISTED)
def test_discovery_leaves_rejected_pairs_alone(
    tmp_path: Path, texts: list[str], pair: tuple[str, str, str], look: str
) -> None:
    """What a person decided against, in one sense or in all, is neither proposed nor counted."""
    zh, full, ja = pair
    for row in {(zh, full, ja), (zh, "", ja)}:
        path = write_glossary(tmp_path / "glossary", PARTY, rejected=[row])
        found = again(path, texts=numbered(texts))
        assert (zh, ja) not in pairs(found.findings.candidates)
        assert (zh, ja) not in {(one.pair.zh, one.pair.ja) for one in found.findings.usages}


def test_a_word_of_both_languages_is_no_phrase(tmp_path: Path) -> None:
    """職員 is 职员 before it is 工作人员: what the same characters make a Chinese word is no phrase."""
    found = built(tmp_path, PARTY, a_ja="市の職員が質問に答えた。\n")
    assert ("工作人员", "", "職員") not in cells(found)


def test_a_discovery_is_spelt_in_words(tmp_path: Path) -> None:
    """計画 in a name is 计划, as everywhere in Chinese."""
    found = cells(built(tmp_path, PARTY, texts=numbered(["湖東の湾計画と五カ年計画が始まった。"])))
    assert [zh for zh, _, _ in found if "计画" in zh] == []
