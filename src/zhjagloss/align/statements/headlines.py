"""Headlines: a Chinese one, quoted in Japanese glyphs, beside the Japanese one of the same text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhjagloss.align.statements.statement import Manner, Statement
from zhjagloss.model import Evidence, Span
from zhjagloss.script.language import has_kana

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: A quotation without kana of so many Han characters is Chinese, whatever its glyphs.
LEAST_HAN = 8

#: Without a space in it, a shorter one may be the name of a thing, and a longer one of a document.
_LONG_HAN = 14
_DOCUMENT = re.compile(r"(?:綱要|要綱|計画|条例|規定|弁法|意見|通知|決定|法|方案|報告|公報|宣言)$")

#: The headline of a text stands among its first blocks.
_FIRST_BLOCKS = 6
_LONGEST_HEADLINE = 80

_QUOTED = re.compile(r"「([^「」]{8,60})」|『([^『』]{8,60})』|《([^《》]{8,60})》|“([^“”]{8,60})”")
_HAN = re.compile(r"[々\u3400-\u9fff]")
_TRANSLATED = re.compile(r"[^「」『』]{0,24}訳[^「」『』]{0,12}[「『]([^「」『』]{6,80})[」』]")
_TRAIL = re.compile(r"[>＞»|｜]")


def find(blocks: Sequence[str]) -> Iterator[Statement]:
    """Yield the pairs of headlines of a document; its own headline is one of its first blocks.

    >>> blocks = ["三つの鍵で人材を集める無錫ハイテク産業開発区", "原文:「三把鑰匙引人才 無錫高新区添活力」"]
    >>> [(one.left, one.right) for one in find(blocks)]
    [('三つの鍵で人材を集める無錫ハイテク産業開発区', '三把鑰匙引人才 無錫高新区添活力')]
    """
    seen: set[str] = set()
    for text in blocks:
        for span in quoted_chinese(text):
            chinese = text[span.start : span.end]
            if chinese in seen:
                continue
            seen.add(chinese)
            translated = _TRANSLATED.match(text, span.end + 1)
            beside = [translated[1]] if translated else headlines(blocks)
            for headline in beside:
                if chinese not in headline:
                    yield Statement(Evidence.TITLE, Manner.HEADLINE, headline, chinese)


def quoted_chinese(text: str) -> Iterator[Span]:
    """Yield where a text quotes Chinese.

    >>> list(quoted_chinese("原文:「三把鑰匙引人才 無錫高新区添活力」"))
    [Span(start=4, end=20)]
    """
    for found in _QUOTED.finditer(text):
        group = next(number for number, quoted in enumerate(found.groups(), start=1) if quoted)
        if is_chinese(found[group]):
            yield Span(*found.span(group))


def without_chinese(text: str) -> str:
    """Leave out of a text the Chinese that it quotes.

    >>> without_chinese("原文:「三把鑰匙引人才 無錫高新区添活力」(8月30日)")
    '原文:「」(8月30日)'
    """
    for span in reversed(list(quoted_chinese(text))):
        text = text[: span.start] + text[span.end :]
    return text


def is_chinese(quoted: str) -> bool:
    """Say whether a quotation is Chinese text: no kana, and too long for a name that Japanese borrows.

    >>> is_chinese("面対双考験 無錫高新区三招実現提質増効"), is_chinese("国家新型城鎮化計画")
    (True, False)
    """
    han = len(_HAN.findall(quoted))
    spaced = re.search(r"\s", quoted) is not None
    long = han >= _LONG_HAN and not _DOCUMENT.search(quoted)
    return not has_kana(quoted) and han >= LEAST_HAN and (spaced or long)


def headlines(blocks: Sequence[str]) -> list[str]:
    """Give what may be the headline, each once: first blocks that are no sentence, without a path."""
    found = []
    for text in blocks[:_FIRST_BLOCKS]:
        line = _TRAIL.split(text)[-1].strip()
        if has_kana(line) and len(line) <= _LONGEST_HEADLINE and not line.endswith("。"):
            found.append(line)
    return list(dict.fromkeys(found))
