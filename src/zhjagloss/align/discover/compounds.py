"""Kanji that make no Japanese word and yet a Chinese one: 推介会, 科創, 体質検測."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhjagloss.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhjagloss.model import Token

_HAN = re.compile(r"[々\u3400-\u4dbf\u4e00-\u9fff]+")

#: A row of kanji longer than this is several names; shorter ones are anybody's.
_LONGEST, _SHORTEST = 8, 3

#: Characters that Sudachi cuts off and that make no foreign word of their neighbours.
_COMMON = frozenset(
    "約第各全同本新旧元前後内外上中下計年月日時分秒人名社件個回位次度目以等氏省市県区州町村国並及"
)


def compounds(row: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield the stretches of a row of kanji in which Sudachi's words break into single characters.

    >>> from zhjagloss.segment import Segmenter
    >>> row = "創新発展推介会"
    >>> [row[span.start : span.end] for span in compounds(row, tuple(Segmenter("C").tokens(row)))]
    ['創新発展推介会', '発展推介会', '推介会']
    """
    for found in _HAN.finditer(row):
        inside = [token for token in tokens if found.start() <= token.start and token.end <= found.end()]
        spans = set(_broken(inside))
        whole = Span(*found.span())
        if spans and len(row) <= _LONGEST:
            spans.add(whole)
        yield from sorted(span for span in spans if _SHORTEST <= span.end - span.start <= _LONGEST)


def _broken(tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield each run of words that no dictionary has or that are one character, with the word before it."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and _is_broken(tokens[end]):
            end += 1
        name = any("人名" in token.pos for token in tokens[at:end])
        breaks = end - at > 1 or (end > at and not tokens[at].known)
        if breaks and not name and not tokens[at].pos.startswith("接尾辞"):
            yield Span(tokens[at].start, tokens[end - 1].end)
            if at and not _is_broken(tokens[at - 1]):
                yield Span(tokens[at - 1].start, tokens[end - 1].end)
        at = max(end, at + 1)


def _is_broken(token: Token) -> bool:
    if "数詞" in token.pos:
        return False
    return not token.known or (len(token.surface) == 1 and token.surface not in _COMMON)
