"""Names that nobody listed, read as Chinese terms: which to propose, and how certain each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss import words
from zhjagloss.align.discover.survey import Look
from zhjagloss.model import Kind
from zhjagloss.script.language import all_han

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from zhjagloss.align.discover.survey import Seen
    from zhjagloss.compose.reverse import Reverser
    from zhjagloss.script.fold import Folder


class Discovery(NamedTuple):
    """A term that nobody listed, with its rendering, the chance that both are right, and the parts."""

    zh: str
    ja: str
    certainty: float
    parts: tuple[str, ...]


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
}


@dataclass(frozen=True)
class Proposer:
    """Reads Japanese names as Chinese terms."""

    reverser: Reverser
    folder: Folder

    def propose(self, seen: Iterable[Seen], known: Collection[str], least: float) -> tuple[Discovery, ...]:
        """Give a discovery for each name whose chance is at least `least`; `known` are keys that have one."""
        best: dict[str, Discovery] = {}
        for ja, look in sorted(seen):
            if self.folder.key(ja) in known:
                continue
            for found in self._read(ja, look):
                before = best.get(ja)
                if found.certainty >= least and (before is None or found.certainty > before.certainty):
                    best[ja] = found
        return tuple(found for found in best.values() if self.folder.key(found.zh) not in known)

    def _read(self, ja: str, look: Kind | Look) -> Iterator[Discovery]:
        read = self.reverser.reverse(ja)
        if read is None or len(read.zh) < 2:
            return
        if isinstance(look, Look) and not (all_han(ja) and _is_chinese(read.zh)):
            return
        yield Discovery(read.zh, ja, round(CHANCES[look] * read.certainty, 3), read.parts)


def _is_chinese(zh: str) -> bool:
    """Say whether Chinese takes a form for words, and not for a person's name."""
    return words.frequency(zh) > 0 or all(
        len(word) > 1 and not mark.startswith(words.NO_TERM) for word, mark in words.cut(zh)
    )
