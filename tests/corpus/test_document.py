"""Blocks know their places; documents know whose they are."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from zhjagloss.corpus.document import Document, from_text, read
from zhjagloss.corpus.folder import CorpusFile
from zhjagloss.errors import UnreadableInputError
from zhjagloss.model import Language, Source

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = """\
---
title: 見えない
---
# 蘇州&amp;無錫

> 引用の一行目。
> 二行目の[高新区](https://example.org/a_(b)。)は
> 三行目\\*に続く ![図](zu。png) 終わり。

1. 項目の
   GDP growth
   rate。`管委会
   主任`です。終わり。

| 中国語 | 日本語 |
|---|---|
| 党工委 | 党**工作**委員会 |
| 党委 | 党委員会。党委 |

改行は<br>区切る。\\
次の行。 <!-- 注 -->

```
コード。
```

<div>
箱の中。
</div>
"""


def place(document: Document) -> list[tuple[int, str]]:
    return [(block.line, block.text) for block in document.blocks]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_plain_lines_end_where_an_editor_ends_them(newline: str) -> None:
    text = newline.join(["標題", "", "\u3000本\u2028文", "x\x0b\x0c\x85y", "　"])
    assert place(from_text(text, "-")) == [(1, "標題"), (3, "\u3000本\u2028文"), (4, "x\x0b\x0c\x85y")]
    assert all(text.startswith(block.text, block.offset) for block in from_text(text, "-").blocks)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_markdown_gives_what_a_reader_sees(newline: str) -> None:
    text = MARKDOWN.replace("\n", newline)
    document = from_text(text, "-", markdown=True)
    assert place(document) == [
        (4, "蘇州&無錫"),
        (6, "引用の一行目。二行目の高新区は三行目*に続く  終わり。"),
        (10, "項目の GDP growth rate。管委会 主任です。終わり。"),
        (15, "中国語"),
        (15, "日本語"),
        (17, "党工委"),
        (17, "党工作委員会"),
        (18, "党委"),
        (18, "党委員会。党委"),
        (20, "改行は"),
        (20, "区切る。"),
        (21, "次の行。 "),
    ]
    for block in document.blocks:
        for index, char in enumerate(block.text):
            line, offset = block.place(index)
            if not char.isspace() and char not in "&*":
                assert text[offset] == char
                assert line == 1 + text[:offset].count(newline)


def test_a_markdown_text_too_long_to_parse_is_read_by_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhjagloss.corpus.markdown.LONGEST", 5)
    assert place(from_text("# 標題\n\n本文。", "-", markdown=True)) == [(1, "# 標題"), (3, "本文。")]


def test_a_rule_is_no_front_matter() -> None:
    assert place(from_text("本文。\n\n---\n\n終わり。", "-", markdown=True)) == [
        (1, "本文。"),
        (5, "終わり。"),
    ]
    assert place(from_text("---\n本文。", "-", markdown=True)) == [(2, "本文。")]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 3000,
        "*あ" * 3000,
        "> " * 3000 + "い",
        "|う" * 500 + "\n" + "|-" * 500,
        "![" * 3000,
        "`" * 3001,
        "",
    ],
)
def test_markdown_run_wild_is_still_read(text: str) -> None:
    assert len(from_text(text, "-", markdown=True).blocks) <= 500


@pytest.mark.parametrize(
    ("name", "data", "encoding", "language"),
    [
        ("a.txt", "開発区の企業。\n".encode(), "utf-8", Language.JA),
        ("a.txt", "开发区的企业。\n".encode("utf-16"), "utf-16-le", Language.ZH),
        ("a.md", b"", "utf-8", None),
        ("a.txt", b"\xef\xbb\xbf\r\n", "utf-8", None),
        ("a.txt", b"zone\n", "utf-8", None),
    ],
    ids=["ja", "zh", "empty", "mark only", "latin"],
)
def test_a_file_is_read(
    tmp_path: Path, name: str, data: bytes, encoding: str, language: Language | None
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = read(CorpusFile(path, "n", None, "s", Source("題")))
    assert (document.encoding, document.language) == (encoding, language)
    assert (document.name, document.stem, document.source) == ("n", "s", Source("題"))
    assert document.digest == hashlib.sha256(data).hexdigest()
    assert read(CorpusFile(path, "n", Language.ZH, "s", Source())).language is Language.ZH


def test_a_declared_encoding_that_looks_wrong_leaves_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("蝗ｽ蜉｡髯｢".encode("cp932"))
    (warning,) = read(CorpusFile(path, "a.txt", None, "a", Source()), "cp932").warnings
    assert warning.path == str(path)


def test_what_the_system_refuses_is_said_in_its_words(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"gone\xff\n.txt")
    with pytest.raises(UnreadableInputError, match=r"gone\\xff\\n\.txt: No such file"):
        read(CorpusFile(path, "a.txt", None, "a", Source()))
    with pytest.raises(UnreadableInputError, match="directory"):
        read(CorpusFile(tmp_path, "a.txt", None, "a", Source()))


def test_one_line_of_50_mb_is_read_within_a_gigabyte() -> None:
    script = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from zhjagloss.corpus.decode import decode
from zhjagloss.corpus.document import from_text
from zhjagloss.corpus.sentences import sentences
data = ("無錫高新区の企業は、" * 100 + "増えた。" + "長い" * 7000).encode() * 1120
assert len(data) > 50_000_000, len(data)
document = from_text(decode(data, "-").text, "-")
longest = count = characters = 0
for sentence in sentences(document):
    longest, count = max(longest, len(sentence.text)), count + 1
    characters += len(sentence.text)
assert longest <= 10_000 and characters == 1120 * 15_004 and len(document.blocks) == 1
print(count)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert int(done.stdout) > 2_240
