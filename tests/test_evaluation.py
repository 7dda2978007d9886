"""The method on texts from elsewhere, where they are at hand: set ZHJAGLOSS_EVAL to their folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EVALUATION = os.environ.get("ZHJAGLOSS_EVAL", "")

elsewhere = pytest.mark.skipif(not EVALUATION, reason="ZHJAGLOSS_EVAL names no folder with texts and gold")


def run(*arguments: str) -> str:
    """Run the command and give its standard output."""
    command = [sys.executable, "-m", "zhjagloss", *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def figures(measurement: str, gold: Path, texts: Path, *options: str) -> dict[str, float]:
    """Read the last line of the benchmark: `recall=… precision_at_1=… extra=…`."""
    benchmark = str(ROOT / "benchmarks" / "quality.py")
    command = [sys.executable, benchmark, measurement, str(gold), str(texts), *options]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    last = printed.rstrip("\n").split("\n")[-1]
    return {name: float(value) for name, _, value in (one.partition("=") for one in last.split())}


def test_own_corpus() -> None:
    """Of the pairs that a reader finds in our corpus most are found, and most of what is found is right."""
    found = figures("renderings", ROOT / "benchmarks" / "corpus.gold.tsv", ROOT / "corpus", "--no-starter")
    assert found["recall"] >= 0.9
    assert found["precision_at_1"] >= 0.9
    assert found["extra"] <= 0.15


def test_own_corpus_one_left_out() -> None:
    """With the rows that the other texts gave, the first rendering found in a text is nearly always right."""
    found = figures("leave-one-out", ROOT / "benchmarks" / "corpus.gold.tsv", ROOT / "corpus")
    assert found["recall"] >= 0.85
    assert found["precision_at_1"] >= 0.95


def test_own_corpus_refuses() -> None:
    """A term that no text renders gets nothing, also where its characters lie about."""
    found = figures("refusals", ROOT / "benchmarks" / "refused.tsv", ROOT / "corpus", "--no-starter")
    assert found["terms"] >= 200
    assert found["rendered"] <= 0.02


def test_own_corpus_discovered() -> None:
    """Half of the names that a reader finds are proposed by themselves, and most proposals are names."""
    gold = ROOT / "benchmarks" / "discovery.gold.tsv"
    found = figures("discovery", gold, ROOT / "corpus", "--no-starter")
    assert found["names"] >= 0.5
    assert found["in_gold"] >= 0.65


@elsewhere
def test_press_texts() -> None:
    """Two press texts whose pairs a person listed: three quarters are found without any glossary."""
    found = figures("renderings", Path(EVALUATION) / "gold" / "seed_renderings.tsv", texts(), "--no-starter")
    assert found["recall"] >= 0.85
    assert found["precision_at_1"] >= 0.95
    assert found["extra"] <= 0.1


@elsewhere
def test_press_texts_refuse() -> None:
    """Terms that are not in the press texts get no rendering there."""
    found = figures("refusals", ROOT / "benchmarks" / "refused.tsv", texts(), "--no-starter")
    assert found["rendered"] <= 0.02


@elsewhere
def test_press_texts_discovered() -> None:
    """Without a glossary, close to half of all pairs of the press texts are proposed by themselves."""
    gold = Path(EVALUATION) / "gold" / "seed_renderings.tsv"
    assert figures("discovery", gold, texts(), "--no-starter")["names"] >= 0.42


def texts() -> Path:
    """Name the folder of press texts."""
    return Path(EVALUATION) / "texts"


@elsewhere
def test_look_up_in_press_texts(tmp_path: Path) -> None:
    """A translator sees both usages of 党工委, each with its document and its count."""
    run("build", str(texts()), "-o", str(tmp_path / "found"), "-q")
    answer = json.loads(run("lookup", "-g", str(tmp_path / "found"), "--format", "jsonl", "党工委"))
    usage = {
        match["ja"]: [(one["document"], one["count"]) for one in match["usage"]]
        for match in answer["matches"]
        if match["relation"] == "exact"
    }
    assert usage["党工委"][0] == ("suzhou-snd-2021.ja.txt", 2)
    assert usage["共産党工作委員会"][0] == ("wuxi-wnd-2020.ja.txt", 2)


@elsewhere
def test_segments_of_press_texts() -> None:
    """Every hit labelled whole is one token, and the tokens are the text."""
    rows = [json.loads(line) for line in run("segment", "--format", "jsonl", str(texts())).splitlines()]
    wholes = [row for row in rows if row["label"] == "whole"]
    assert {"粤港澳大湾区", "蘇州高新区", "一定規模以上の工業企業"} <= {row["surface"] for row in wholes}
    assert all(row["key"] for row in wholes)
    assert all(hit["label"] == "nested" and hit["reason"] for row in wholes for hit in row["nested"])
