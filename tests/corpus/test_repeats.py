"""What is printed again is counted once."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from zhjagloss.corpus.document import from_text
from zhjagloss.corpus.duplicates import duplicates
from zhjagloss.corpus.repeats import captions, navigation, short_lines


def key(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


FIRST = (
    "今年一月から九月までの西湖区の固定資産投資は312.4億元で、前年同期より7.8%増えた。"
    "うち工業投資は98.6億元を占め、新規着工は41件であった。"
)
YEN = FIRST.replace("4億元", "4億元（約5,000億円）").replace("6億元", "6億元(約1,580億円)")
OTHER = "区の管理委員会は、外国資本の企業を対象に説明会を開き、担当者が税の減免と手続きの日程を説明した。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("写真\n本文です。\n写真\n本文です。\n写 真\n写真　\n本文です。", {0, 2, 5}),
        ("写真\n写真", set()),
        ("ＢＹＤ\nBYD\nbyd", {0, 1, 2}),
        ("はい。\nはい。\nはい。", set()),
        ("「はい。」\n「はい。」\n「はい。」", set()),
        ("\n".join(["高" * 40] * 3), {0, 1, 2}),
        ("\n".join(["高" * 41] * 3), set()),
        ("", set()),
    ],
    ids=["caption", "twice", "folded", "sentence", "quoted sentence", "40", "41", "empty"],
)
def test_captions(text: str, expected: set[int]) -> None:
    assert captions(from_text(text, "-"), key) == expected


def test_navigation_is_what_documents_share() -> None:
    document = from_text("トップ > お知らせ\n本文です。\nＴＯＰ\n", "-")
    assert short_lines(document, key) == {"トップ > お知らせ", "top"}
    assert navigation(document, frozenset({"top", "本文です。"}), key) == {2}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([FIRST, OTHER, YEN], {2}),
        ([YEN, OTHER, FIRST, FIRST], {2, 3}),
        ([FIRST, FIRST.replace("増えた", "ふえた")], {1}),
        ([FIRST, FIRST.replace("西湖", "東湖").replace("312.4", "287.9").replace("98.6", "75.1")], set()),
        (
            [
                "第三条　市の管理委員会は、開発区の計画及び管理に関する業務を行い、市政府に責任を負う。",
                "第四条　区の管理委員会は、開発区の財政及び統計に関する業務を行い、市政府に責任を負う。",
            ],
            set(),
        ),
        (["短い段落である。", "短い段落である。"], set()),
        ([f"（{FIRST}）", f"（{OTHER}）"], set()),
        ([FIRST * 40, OTHER * 40, FIRST * 40], {2}),
        ([FIRST * 40, YEN * 40], {1}),
        ([FIRST + str(number) for number in range(100)], set(range(1, 100))),
    ],
    ids=[
        "yen", "yen first", "one word mended", "one template", "articles", "short", "in brackets",
        "long", "long with yen", "a hundred times",
    ],
)  # fmt: skip
def test_duplicates(paragraphs: list[str], expected: set[int]) -> None:
    assert duplicates(from_text("\n\n".join(paragraphs), "-"), key) == expected


def test_many_paragraphs_of_one_formula_stay_fast_and_apart() -> None:
    formula = (
        "の申請は、関係する規定により審査した結果、条件を満たすものと認め、ここに公示する。異議は{}まで。"
    )
    lines = [
        f"{number * 7919 % 100_003}号、{chr(0x4E00 + number)}{chr(0x5E00 + number)}{chr(0x6E00 + number)}公司"
        + formula.format(number * 31 % 9973)
        for number in range(2000)
    ]
    assert len(duplicates(from_text("\n".join(lines), "-"), key)) < 20


def test_duplicates_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "from zhjagloss.corpus.document import from_text\n"
        "from zhjagloss.corpus.duplicates import duplicates\n"
        f"print(sorted(duplicates(from_text({FIRST!r} + chr(10) + {YEN!r}, '-'), str)))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {"[1]\n"}
