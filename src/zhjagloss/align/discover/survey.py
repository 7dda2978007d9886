"""What a document shows of names that nobody listed: names by their heads, broken kanji, quoted kanji."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from zhjagloss.align.discover.compounds import compounds
from zhjagloss.align.discover.names import ROW, Heads, names
from zhjagloss.model import Kind
from zhjagloss.segment import Segmenter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhjagloss.model import Head
    from zhjagloss.script.fold import Folder


class Look(StrEnum):
    """What makes a stretch look like a name where no head tells.

    `compound`: kanji that Sudachi knows no word for; `quoted`: kanji in quotes; `phrase`: what a
    morpheme of several characters becomes (ビジネス環境 for 营商环境); `row`: nouns without a head.
    """

    COMPOUND = "compound"
    QUOTED = "quoted"
    PHRASE = "phrase"
    ROW = "row"


#: A name that nobody listed, and how it shows itself.
Seen = tuple[str, Kind | Look]

_QUOTED = re.compile(r"[「『“]([々\u3400-\u9fff、]{2,10})[」』”]")

#: The quoted beginning of a name: 「放管服」改革.
_QUOTED_PART = re.compile(
    r"(?<![々\u3400-\u9fffァ-ヺー」』”])[「『“]([^「」『』“”]{1,8})[」』”](?=[々\u3400-\u9fffァ-ヺ])"
)

#: A row of nouns without a head is a term only if it is as long as this.
_LEAST_ROW = 4

#: A row that names a firm holds no other name that its kanji could tell.
_FIRM = re.compile(r"公司|股份|集団|グループ|株式会社")

#: Kinds that Japanese also has ordinary words for (活性化, 生活環境): one word of Sudachi's is none of these.
_WORDY = frozenset({Kind.PLAN, Kind.MEETING, Kind.INDUSTRY, Kind.STATISTICS})


class Surveyor:
    """Looks through sentences for names; rows of nouns that come again are cut once."""

    def __init__(self, heads: Iterable[Head], folder: Folder) -> None:
        self._folder = folder
        self._heads = Heads(heads, folder)
        self._short, self._long = Segmenter("A"), Segmenter("C")
        self._in_row = lru_cache(maxsize=100_000)(self._find_in_row)

    def seen(self, sentences: Iterable[str]) -> frozenset[Seen]:
        """Gather what looks like a name, each once."""
        found: set[Seen] = set()
        for sentence in sentences:
            for row in ROW.finditer(_QUOTED_PART.sub(r"\1", sentence)):
                found.update(self._in_row(row[0]))
            found.update(
                (quoted[1], Look.QUOTED)
                for quoted in _QUOTED.finditer(sentence)
                if self._is_no_word(quoted[1])
            )
        return frozenset(found)

    def _find_in_row(self, row: str) -> tuple[Seen, ...]:
        key = self._folder.key(row)
        if len(row) < 2 or len(key) != len(row):
            return ()
        return tuple(self._seen_in(row, key))

    def _seen_in(self, row: str, key: str) -> Iterator[Seen]:
        for name in names(row, key, tuple(self._short.tokens(row)), self._heads):
            text = row[name.span.start : name.span.end]
            alone = self._heads.stands_alone(key[name.span.start : name.span.end])
            if name.kind is None:
                if len(text) >= _LEAST_ROW and self._is_no_word(text):
                    yield text, Look.ROW
            elif alone or name.kind not in _WORDY or self._is_no_word(text):
                yield text, name.kind
        if not _FIRM.search(row):
            for span in compounds(row, tuple(self._long.tokens(row))):
                yield row[span.start : span.end], Look.COMPOUND

    def _is_no_word(self, text: str) -> bool:
        """Say whether Sudachi has no single word for a text."""
        tokens = list(self._long.tokens(text))
        return len(tokens) > 1 or not all(token.known for token in tokens)
