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


def figures(gold: Path, texts: Path) -> dict[str, float]:
    """Read the last line of the benchmark: `recall=… precision_at_1=… extra=…`."""
    command = [sys.executable, str(ROOT / "benchmarks" / "quality.py"), "renderings", str(gold), str(texts)]
    printed = subprocess.run(
        [*command, "--no-starter"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return {name: float(value) for name, _, value in (one.partition("=") for one in printed.split()[-3:])}


def test_own_corpus() -> None:
    """Of the pairs that a reader finds in our corpus most are found, and most of what is found is right."""
    found = figures(ROOT / "benchmarks" / "corpus.gold.tsv", ROOT / "corpus")
    assert found["recall"] >= 0.8
    assert found["precision_at_1"] >= 0.85
    assert found["extra"] <= 0.2


@elsewhere
def test_press_texts() -> None:
    """Two press texts whose pairs a person listed: three quarters are found without any glossary."""
    found = figures(Path(EVALUATION) / "gold" / "seed_renderings.tsv", texts())
    assert found["recall"] >= 0.75
    assert found["precision_at_1"] >= 0.9
    assert found["extra"] <= 0.12


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
