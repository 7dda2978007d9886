"""Names that nobody listed, read as Chinese terms: which to propose, and how certain each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss import words
from zhjagloss.align.discover.survey import Look
from zhjagloss.compose.reverse import Reversed
from zhjagloss.compose.walk import hangs_together
from zhjagloss.model import Kind
from zhjagloss.script.language import all_han, has_han
from zhjagloss.similarity import abbreviates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhjagloss.align.discover.survey import Seen
    from zhjagloss.compose.reverse import Reverser
    from zhjagloss.model import Morpheme
    from zhjagloss.script.fold import Folder


class Discovery(NamedTuple):
    """A term that nobody listed, with its rendering, the chance that both are right, and the parts."""

    zh: str
    ja: str
    certainty: float
    parts: tuple[str, ...]
    full: str = ""


#: The chance that what shows itself so is a term, given its Chinese is right: the shares of
#: `benchmarks/quality.py discovery benchmarks/discovery.gold.tsv corpus`.
CHANCES: dict[Kind | Look, float] = {
    Kind.ORGAN: 0.95,
    Kind.ZONE: 0.95,
    Kind.TITLE: 0.95,
    Kind.PLAN: 0.8,
    Kind.MEETING: 0.7,
    Kind.STATISTICS: 0.9,
    Kind.INDUSTRY: 0.75,
    Look.COMPOUND: 0.7,
    Look.QUOTED: 0.85,
    Look.PHRASE: 0.75,
    Look.ROW: 0.7,
}


#: How certain the Chinese characters of a word are that is spelt, not composed.
WORD = 0.95
SPELT = 0.85

#: A morpheme of fewer characters is a word, not a term.
LEAST_PHRASE = 3


@dataclass(frozen=True)
class Proposer:
    """Reads Japanese names as Chinese terms."""

    reverser: Reverser
    folder: Folder

    def propose(self, seen: Iterable[Seen], known: frozenset[str]) -> Iterator[Discovery]:
        """Yield what names say of terms whose keys are not known."""
        for ja, look in sorted(set(seen)):
            if self.folder.key(ja) not in known:
                for found in self._read(ja, look):
                    if known.isdisjoint(map(self.folder.key, (found.zh, found.full))):
                        yield found

    def _read(self, ja: str, look: Kind | Look) -> Iterator[Discovery]:
        full = ""
        if look in (Look.COMPOUND, Look.QUOTED):
            zh = self.reverser.spell(ja)
            certainty = _certainty(zh) if look is Look.COMPOUND or words.frequency(zh) else SPELT
            read: Reversed | None = Reversed(zh, certainty, (zh,))
        else:
            read = self.reverser.reverse(ja)
            if look is Look.ROW and (read is None or not self._is_term(read, ja)):
                return
            short = self.reverser.reverse(ja, short=True)
            if read and short and self._is_short(short.zh, read.zh):
                read, full = short, read.zh
        if (
            read
            and len(read.zh) > 1
            and read.certainty
            and has_han(read.zh)
            and (look is not Look.PHRASE or _is_phrase(read.zh, ja))
        ):
            yield Discovery(read.zh, ja, round(CHANCES[look] * read.certainty, 3), read.parts, full)

    def _is_term(self, read: Reversed, ja: str) -> bool:
        """Say whether nouns without a head are a term: a word of Chinese, or put into other words."""
        same = self.folder.key(read.zh) == self.folder.key(ja)
        return words.frequency(read.zh) > 0 if same else len(read.parts) > 1

    def _is_short(self, short: str, full: str) -> bool:
        key = self.folder.key
        return 1 < len(short) < len(full) and abbreviates(key(short), key(full))


def phrases(morphemes: Iterable[Morpheme], occurs: Callable[[str], bool], folder: Folder) -> frozenset[Seen]:
    """Give what morphemes of several characters become and texts may hold; names of firms left out."""
    return frozenset(
        (row.ja, Look.PHRASE)
        for row in morphemes
        if _is_phrase(row.zh, row.ja) and not row.is_firm and hangs_together(folder.key(row.ja), 1, occurs)
    )


def _is_phrase(zh: str, ja: str) -> bool:
    """Say whether a morpheme is long enough for a term: 营商环境, or 研发 for 研究開発."""
    return len(zh) >= LEAST_PHRASE or (len(ja) > LEAST_PHRASE and all_han(ja) and zh[0] != ja[0])


def _certainty(zh: str) -> float:
    """Give how certain the spelling of kanji is: Chinese takes it for a word, or for several; else 0."""
    if words.frequency(zh):
        return WORD
    cut = words.cut(zh)
    is_term = all(len(word) > 1 and not mark.startswith(words.NO_TERM) for word, mark in cut)
    return SPELT if is_term and len(cut) > 1 else 0.0
