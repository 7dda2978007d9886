"""Japanese text cut into words [the only door to sudachipy]; knows nothing of glossaries."""

from __future__ import annotations

from functools import lru_cache
from importlib import metadata
from typing import TYPE_CHECKING, Literal

import sudachipy

from zhjagloss.model import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

Mode = Literal["A", "B", "C"]

#: Sudachi refuses more than 49,149 bytes in one call, 65,535 after its own normalisation, in which
#: one character may grow to 33 bytes (U+FDFA).
LONGEST = 1_400

#: Where a piece that is too long may be cut with the least harm, best first.
_SEAMS = ("\n", "。", "、", " ", "　", ",")


class Segmenter:
    """Cuts text of any length in one of Sudachi's split modes: A short, B middle, C long.

    >>> [token.surface for token in Segmenter("A").tokens("選挙管理委員会")]
    ['選挙', '管理', '委員', '会']
    >>> [token.surface for token in Segmenter("C").tokens("選挙管理委員会")]
    ['選挙管理委員会']
    """

    def __init__(self, mode: Mode = "C") -> None:
        self.mode = mode
        self._tokenizer = _dictionary().tokenizer(mode)

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the words of a text in order; their surfaces, joined, are the text."""
        start = 0
        while start < len(text):
            end = _cut(text, start)
            for morpheme in self._tokenizer.tokenize(text[start:end]):
                if surface := morpheme.surface():
                    yield Token(
                        surface,
                        start + morpheme.begin(),
                        start + morpheme.end(),
                        morpheme.reading_form(),
                        ",".join(morpheme.part_of_speech()),
                        not morpheme.is_oov(),
                    )
            start = end

    def boundaries(self, text: str) -> frozenset[int]:
        """Give the offsets at which a word begins or ends.

        >>> sorted(Segmenter("A").boundaries("党工委書記"))
        [0, 1, 2, 3, 5]
        """
        edges = {0, len(text)}
        start = 0
        while start < len(text):
            end = _cut(text, start)
            edges.update(start + morpheme.end() for morpheme in self._tokenizer.tokenize(text[start:end]))
            start = end
        return frozenset(edges)


def versions() -> dict[str, str]:
    """Name the versions of the segmenter and its dictionary.

    >>> sorted(versions())
    ['SudachiDict-core', 'SudachiPy']
    """
    return {name: metadata.version(name) for name in ("SudachiDict-core", "SudachiPy")}


@lru_cache(maxsize=1)
def _dictionary() -> sudachipy.Dictionary:
    return sudachipy.Dictionary(dict="core")


def _cut(text: str, start: int) -> int:
    """Find the end of the piece that begins at `start`: all the rest, or a seam within LONGEST."""
    end = start + LONGEST
    if end >= len(text):
        return len(text)
    for seam in _SEAMS:
        found = text.rfind(seam, start + LONGEST // 2, end)
        if found >= 0:
            return found + 1
    return end
