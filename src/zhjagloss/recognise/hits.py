"""Deciding hits: matching finds every occurrence, recognition says which to believe, and why.

A hit is `whole` where it stands for itself, `nested` where it lies inside a longer one, `doubtful`
where its edge cuts a word or another hit. Nothing is dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from functools import cache
from typing import TYPE_CHECKING

from zhjagloss.model import Hit, Label, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_CLASSES = (
    re.compile(r"[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    re.compile(r"[\u3041-\u309f]"),
    re.compile(r"[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]"),
    re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]"),
    re.compile(r"[0-9０-９]"),
)
_HAN, _HIRAGANA, _KATAKANA, _LATIN = range(4)


def decide(text: str, found: Iterable[tuple[Span, int]], boundaries: Collection[int]) -> tuple[Hit, ...]:
    """Label every occurrence of a pattern in a text, in the order of the text, longest first.

    `boundaries` are the offsets at which a word begins or ends. Of hits that cross, the longer is
    believed, of equals the earlier.

    >>> words = {0, 2, 4, 5, 6, 7}
    >>> hits = decide("中国粤港澳湾区", [(Span(2, 7), 0), (Span(5, 7), 1)], words)
    >>> [(hit.pattern, hit.label.value, hit.reason) for hit in hits]
    [(0, 'whole', ''), (1, 'nested', 'inside «粤港澳湾区»')]
    """
    believed: list[Span] = []
    hits: list[Hit] = []
    for span, pattern in sorted(found, key=lambda one: (one[0].start - one[0].end, one[0], one[1])):
        near = _near(span, believed)
        label, reason = _judge(text, span, near, boundaries)
        if label is Label.WHOLE and span not in near:
            insort(believed, span)
        hits.append(Hit(span, pattern, label, reason))
    return tuple(sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end, hit.pattern)))


def cuts_foreign_word(text: str, span: Span) -> bool:
    """Say whether a span begins or ends inside a run of katakana or Latin letters, which is one word.

    >>> cuts_foreign_word("コアスキーマ", Span(1, 5)), cuts_foreign_word("産業チェーン", Span(2, 6))
    (True, False)
    """
    return _inside_foreign_word(text, span.start) or _inside_foreign_word(text, span.end)


def _near(span: Span, believed: list[Span]) -> list[Span]:
    """Give the believed spans that have a character in common with one; they are disjoint and sorted."""
    first = max(0, bisect_right(believed, span.start, key=lambda other: other.start) - 1)
    last = bisect_left(believed, span.end, key=lambda other: other.start)
    return [other for other in believed[first:last] if other.meets(span)]


def _judge(text: str, span: Span, near: list[Span], boundaries: Collection[int]) -> tuple[Label, str]:
    """Judge a hit by the believed ones that it meets, and by the words that it may cut."""
    for edge in (span.start, span.end):
        if _inside_foreign_word(text, edge) and edge not in boundaries:
            return Label.DOUBTFUL, f"cuts a word at «{text[edge - 1 : edge + 1]}»"
    for other in near:
        if other == span:
            return Label.WHOLE, ""
        if other.covers(span):
            return Label.NESTED, f"inside «{text[other.start : other.end]}»"
    for edge in (span.start, span.end):
        if edge not in boundaries and not _class_changes(text, edge):
            return Label.DOUBTFUL, f"cuts a word at «{text[edge - 1 : edge + 1]}»"
    if near:
        return Label.DOUBTFUL, f"crosses «{text[near[0].start : near[0].end]}»"
    return Label.WHOLE, ""


def _inside_foreign_word(text: str, edge: int) -> bool:
    """Say whether an offset lies inside a run of katakana or Latin letters, which is one word."""
    return 0 < edge < len(text) and _class(text[edge - 1]) == _class(text[edge]) in (_KATAKANA, _LATIN)


def _class_changes(text: str, edge: int) -> bool:
    """Say whether the writing changes at an offset; Han before hiragana may still be one word."""
    if not 0 < edge < len(text):
        return True
    before, after = _class(text[edge - 1]), _class(text[edge])
    return before != after and not (before == _HAN and after == _HIRAGANA)


@cache
def _class(char: str) -> int:
    return next((number for number, members in enumerate(_CLASSES) if members.match(char)), len(_CLASSES))
