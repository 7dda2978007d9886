"""Names that nobody listed, read as Chinese terms: which to propose, and how certain each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss import words
from zhjagloss.align.discover.survey import Look
from zhjagloss.compose.reverse import UNCOUNTED, Reversed
from zhjagloss.compose.walk import hangs_together
from zhjagloss.model import Kind
from zhjagloss.script.language import all_han, has_han
from zhjagloss.similarity import abbreviates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from zhjagloss.align.discover.survey import Seen
    from zhjagloss.compose.reverse import Reverser
    from zhjagloss.model import Morpheme
    from zhjagloss.script.fold import Folder


class Discovery(NamedTuple):
    """A term that nobody listed, with its rendering, the chance that both are right, and the parts.

    `look` is how it shows itself: the kind of its head, or what else makes it look like a name.
    """

    zh: str
    ja: str
    certainty: float
    parts: tuple[str, ...]
    full: str = ""
    look: str = ""


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
    Look.COMPOUND: 0.55,
    Look.QUOTED: 0.85,
    Look.PHRASE: 0.75,
    Look.ROW: 0.7,
}


#: How certain the Chinese characters of a word are that is spelt, not composed.
WORD = 0.95
SPELT = 0.85

#: The same of a phrase whose rendering is not the usual one.
LATER_PHRASE = 0.7

#: Nouns without a head are a term only where several documents have them.
LEAST_DOCUMENTS = 2

#: A morpheme of fewer characters is a word, not a term.
LEAST_PHRASE = 3


@dataclass(frozen=True)
class Proposer:
    """Reads Japanese names as Chinese terms."""

    reverser: Reverser
    folder: Folder

    def propose(self, seen: Mapping[Seen, int], known: frozenset[str]) -> Iterator[Discovery]:
        """Yield what names say of terms whose keys are not known; `seen` counts documents."""
        for (ja, look), documents in sorted(seen.items()):
            common = look is not Look.ROW or documents >= LEAST_DOCUMENTS
            if common and self.folder.key(ja) not in known:
                for found in self._read(ja, look):
                    if known.isdisjoint(map(self.folder.key, (found.zh, found.full))):
                        yield found

    def _read(self, ja: str, look: Kind | Look) -> Iterator[Discovery]:
        full = ""
        if look in (Look.COMPOUND, Look.QUOTED):
            zh = self.reverser.spell(ja)
            certainty = _certainty(zh) if look is Look.COMPOUND or words.frequency(zh) else SPELT
            read = self.reverser.reverse(ja) if certainty else None
            if read is None or read.certainty < certainty:
                read = Reversed(zh, certainty, (zh,))
        else:
            read = self.reverser.reverse(ja)
            if look is Look.ROW and (read is None or not self._is_term(read, ja)):
                return
            short = self.reverser.reverse(ja, short=True)
            if read and short and self._is_short(short.zh, read.zh):
                read, full = short, read.zh
        if read and len(read.zh) > 1 and read.certainty and has_han(read.zh):
            yield Discovery(read.zh, ja, round(CHANCES[look] * read.certainty, 3), read.parts, full, look)

    def _is_term(self, read: Reversed, ja: str) -> bool:
        """Say whether nouns without a head are a term: a word of Chinese, or put into other words."""
        same = self.folder.key(read.zh) == self.folder.key(ja)
        return words.frequency(read.zh) > 0 if same else len(read.parts) > 1

    def _is_short(self, short: str, full: str) -> bool:
        key = self.folder.key
        return 1 < len(short) < len(full) and abbreviates(key(short), key(full))


def phrases(
    morphemes: Iterable[Morpheme],
    occurs: Callable[[str], bool],
    known: frozenset[str],
    folder: Folder,
    spell: Callable[[str], str],
) -> Iterator[Discovery]:
    """Yield the morphemes that are terms by themselves and that texts may hold: ビジネス環境 for 营商环境.

    Of several Chinese phrases behind one Japanese the longest is taken. Names of firms are left out,
    and what the same characters make a Chinese word too.
    """
    best: dict[str, tuple[bool, Morpheme]] = {}
    seen: set[str] = set()
    for row in morphemes:
        key, is_first = folder.key(row.ja), row.zh not in seen
        seen.add(row.zh)
        if row.is_firm or key in known or folder.key(row.zh) in known or not _is_phrase(row.zh):
            continue
        if key not in best or (is_first, len(row.zh)) > (best[key][0], len(best[key][1].zh)):
            best[key] = is_first, row
    for key, (is_first, row) in best.items():
        same = all_han(row.ja) and words.frequency(spell(row.ja)) > 0 and folder.key(row.zh) != key
        if hangs_together(key, 1, occurs) and not same:
            chance = CHANCES[Look.PHRASE] * (UNCOUNTED if is_first else LATER_PHRASE)
            yield Discovery(row.zh, row.ja, round(chance, 3), (row.zh,), look=Look.PHRASE)


def _is_phrase(zh: str) -> bool:
    """Say whether a morpheme is a term: long, or younger than the dictionary (大数据, 营商环境)."""
    return len(zh) > LEAST_PHRASE or (len(zh) == LEAST_PHRASE and not words.frequency(zh))


def _certainty(zh: str) -> float:
    """Give how certain the spelling of kanji is: Chinese takes it for a word, or for several; else 0."""
    if words.frequency(zh):
        return WORD
    cut = words.cut(zh)
    is_term = all(len(word) > 1 and not mark.startswith(words.NO_TERM) for word, mark in cut)
    return SPELT if is_term and len(cut) > 1 else 0.0
