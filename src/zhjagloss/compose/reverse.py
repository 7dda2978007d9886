"""Chinese forms composed from a Japanese one: 産業チェーン = 産業+チェーン → 产业链, with its certainty."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.compose.composer import AROUND
from zhjagloss.compose.walk import fits
from zhjagloss.script.language import all_han, has_han
from zhjagloss.similarity import abbreviates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhjagloss.model import Head, Morpheme
    from zhjagloss.script.fold import Folder

#: The certainty of a part that is told by a dictionary, of one that only a morpheme tells and no
#: dictionary counts (or that is not the usual rendering), of two or three characters that make no
#: Chinese word, and of a single character. Chosen on benchmarks/discovery.gold.tsv.
KNOWN = 0.95
UNCOUNTED = 0.82
NO_WORD = 0.65
SINGLE = 0.6

#: How the Chinese words behind one Japanese word share that certainty: by frequency, of a phrase
#: that no dictionary counts as much as this; more where the characters are the same (企業 is 企业
#: before it is 公司) or a head says so (プロジェクト is 项目 before 工程), less where the Japanese is
#: not the first rendering.
PHRASE = 1_000
SAME_CHARACTERS = 2.0
LATER_RENDERING = 0.3
HEAD = 15.0

#: What is left of a short form that the Japanese may write out: 営業収入 is 营业收入 before 营收.
SHORT_FORM = 0.8

#: Single characters that go before any name.
PREFIXES = frozenset("副新大総党全各")

#: What is left for each part more: a form of few long parts is likelier than one of many short ones.
PART_FACTOR = 0.95

#: Chinese writes the years of a plan in characters: 3年行動計画 is 三年行动计划.
_YEARS = re.compile(r"(10|[1-9])年")
_NUMERALS = "〇一二三四五六七八九十"

_LONGEST = 12
_LONGEST_NO_WORD = 3


class Reversed(NamedTuple):
    """A Chinese form, how certain it is (0–1), and its parts as the Japanese gave them."""

    zh: str
    certainty: float
    parts: tuple[str, ...]


class Reverser:
    """Reads Japanese names as the Chinese ones that they render.

    >>> from zhjagloss.model import Morpheme
    >>> from zhjagloss.script.fold import Folder
    >>> rows = [Morpheme("链", "チェーン", "last")]
    >>> reverser = Reverser(rows, [], Folder({}), {"产业": 9}.get, {"産業": "产业"}.get)
    >>> reverser.reverse("産業チェーン").zh
    '产业链'
    """

    def __init__(
        self,
        morphemes: Iterable[Morpheme],
        heads: Iterable[Head],
        folder: Folder,
        frequency: Callable[[str], int | None],
        spell: Callable[[str], str | None],
    ) -> None:
        """Take what to read backwards, how frequent Chinese words are, and how kanji are spelt."""
        self._folder = folder
        self._frequency = frequency
        self._spell = spell
        self._sources: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
        for head in heads:
            self._sources[folder.key(head.ja)].append((head.zh, "", HEAD))
        seen: set[str] = set()
        for row in morphemes:
            if AROUND not in row.ja:
                weight = LATER_RENDERING if row.zh in seen else 1.0
                self._sources[folder.key(row.ja)].append((row.zh, row.position, weight))
            seen.add(row.zh)

    def spell(self, kanji: str) -> str:
        """Spell kanji as Chinese, without reading them as anything else."""
        return self._spell(kanji) or kanji

    def reverse(self, ja: str, *, short: bool = False) -> Reversed | None:
        """Give the likeliest Chinese of a Japanese name, or None where a part of it says nothing.

        の between parts is left out: Chinese names do without. With `short`, what Japanese writes
        out is taken for a short form wherever it may be: 科学技術局 is 科技局.
        """
        key = self._folder.key(ja)
        if len(key) != len(ja):
            return None
        best: list[Reversed | None] = [Reversed("", 1.0, ()), *[None] * len(key)]
        for start in range(len(key)):
            so_far = best[start]
            if so_far is None:
                continue
            for end in range(start + 1, min(len(key), start + _LONGEST) + 1):
                for zh, certainty in self._parts(key, ja, start, end, short):
                    whole = so_far.certainty * certainty * (PART_FACTOR if so_far.parts else 1)
                    now = best[end]
                    if now is None or whole > now.certainty:
                        best[end] = Reversed(
                            so_far.zh + zh, whole, (*so_far.parts, zh) if zh else so_far.parts
                        )
        return best[-1]

    def _parts(self, key: str, ja: str, start: int, end: int, shortened: bool) -> Iterator[tuple[str, float]]:
        """Yield the Chinese that a stretch may render, with its certainty."""
        written, stretch = ja[start:end], key[start:end]
        same = self.spell(written) if all_han(written) else ""
        known = self._frequency(same) if len(same) > 1 else 0
        shares: Counter[str] = Counter()
        shorter = False
        counted = {same}
        for zh, position, weight in self._sources.get(stretch, ()):
            short = self._is_short(zh, written, stretch)
            if fits(position, start, end, len(key)) and (shortened or not (short and known)):
                shorter |= short
                frequency = self._frequency(zh) if len(zh) > 1 else 0
                if weight >= 1 and frequency:
                    counted.add(zh)
                shares[zh] += 1 + int((frequency or PHRASE) * weight)
        if shortened and shorter:
            shares = Counter({zh: share for zh, share in shares.items() if len(zh) < end - start})
        if len(same) == 1:
            yield same, KNOWN if written in PREFIXES else SINGLE
        elif known and not (shortened and shorter):
            shares[same] += 1 + int(known * SAME_CHARACTERS)
        elif same and not shares and self._is_unknown(written):
            yield same, NO_WORD
        elif years := _YEARS.fullmatch(written):
            yield _NUMERALS[int(years[1])] + "年", KNOWN
        elif written == "の" and start and end < len(key):
            yield "", KNOWN
        elif written.isascii() and written.isalnum() and not shares:
            yield written, KNOWN
        total = sum(shares.values())
        for zh, share in shares.items():
            short = self._is_short(zh, written, stretch)
            sure = KNOWN if zh in counted else UNCOUNTED
            yield zh, sure * share / total * (SHORT_FORM if short and not shortened else 1)

    def _is_unknown(self, written: str) -> bool:
        """Say whether two or three kanji are no Chinese word and hold none: 湾計画 holds 计划."""
        held = (written[:2], written[1:]) if len(written) == _LONGEST_NO_WORD else ()
        return len(written) <= _LONGEST_NO_WORD and not any(self._frequency(self.spell(one)) for one in held)

    def _is_short(self, zh: str, ja: str, key: str) -> bool:
        """Say whether Japanese writes a Chinese form out: 科技局 as 科学技術局, 智造 as スマート製造."""
        if all_han(ja):
            return len(zh) < len(ja) and abbreviates(self._folder.key(zh), key)
        return has_han(ja) and 2 * len(zh) < len(ja)
