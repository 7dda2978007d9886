"""Where a Chinese name and a Japanese one touch: shared characters, and morphemes beside their renderings."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.model import Span
from zhjagloss.script.language import all_han
from zhjagloss.script.numerals import numeral_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: No morpheme that helps here is longer.
_LONGEST = 8


class Anchor(NamedTuple):
    """A stretch of the Chinese key, and the stretch of the Japanese key that renders it."""

    zh: Span
    ja: Span

    @property
    def weight(self) -> int:
        """How much Chinese it explains, in characters."""
        return self.zh.end - self.zh.start


def anchors(
    zh: str, ja: str, renderings: Callable[[str], Iterable[str]], seams: Sequence[int] = ()
) -> list[Anchor]:
    """Lay two keys side by side: the longest stretches first, each character used once.

    `renderings` gives the keys that a stretch of Chinese may become; no stretch crosses a seam.

    >>> found = anchors("双招双引", "ダブル誘致", {"双": ["ダブル"]}.get)
    >>> [(anchor.zh, anchor.ja) for anchor in found]
    [(Span(start=0, end=1), Span(start=0, end=3))]
    """
    edges = sorted({0, *seams, len(zh)})
    spread = len(ja) / max(len(zh), 1)
    found = [
        Anchor(Span(start, end), place)
        for low, high in itertools.pairwise(edges)
        for start in range(low, high)
        for end in range(start + 1, min(high, start + _LONGEST) + 1)
        for word in _words(zh, start, end, renderings)
        for place in _places(word, ja)
    ]
    found.sort(
        key=lambda one: (
            -one.weight,
            one.ja.start - one.ja.end,
            abs(one.zh.start * spread - one.ja.start),
            one,
        )
    )
    chosen: list[Anchor] = []
    for one in found:
        if not any(one.zh.meets(other.zh) or one.ja.meets(other.ja) for other in chosen):
            chosen.append(one)
    return sorted(chosen)


def _words(zh: str, start: int, end: int, renderings: Callable[[str], Iterable[str] | None]) -> set[str]:
    stretch = zh[start:end]
    words = set(renderings(stretch) or ())
    if all_han(stretch) or end - start > 1:
        words.add(stretch)
    if (numeral := numeral_at(zh, start)) and numeral.end == end:
        words.add(str(numeral.value))
    return words


def _places(word: str, ja: str) -> Iterator[Span]:
    start = ja.find(word)
    while word and start >= 0:
        yield Span(start, start + len(word))
        start = ja.find(word, start + 1)
