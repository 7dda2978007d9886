"""All that texts show of terms that nobody listed, the surest first."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from zhjagloss import words
from zhjagloss.align.discover.propose import Proposer, phrases
from zhjagloss.align.discover.stated import StatedProposer
from zhjagloss.compose.reverse import Reverser
from zhjagloss.script.simplified import Simplifier
from zhjagloss.segment import Segmenter

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from zhjagloss.align.discover.propose import Discovery
    from zhjagloss.align.discover.survey import Seen
    from zhjagloss.align.statements.statement import Statement
    from zhjagloss.compose.composer import Composer
    from zhjagloss.model import Head, Morpheme
    from zhjagloss.script.fold import Folder


def discoveries(
    parts: Sequence[Morpheme],
    heads: Sequence[Head],
    folder: Folder,
    composer: Composer,
    statements: Iterable[Statement],
    seen: Mapping[Seen, int],
    occurs: Callable[[str], bool],
    known: Collection[str],
) -> tuple[Discovery, ...]:
    """Gather the terms that texts state, show by a name, or hold as a phrase that a morpheme becomes.

    `seen` counts the documents of each name, `known` are the keys that somebody listed; `occurs`
    tells whether two key characters stand side by side in the texts.
    """
    simplifier = Simplifier(folder.groups, folder.classes, words.frequency)
    reverser = Reverser(parts, heads, folder, words.frequency, simplifier.spell)
    stated = StatedProposer(composer, reverser, folder, Segmenter("A"), words.frequency)
    named = Proposer(reverser, folder)
    known = frozenset(known)
    found = chain(
        stated.propose(sorted(statements), known),
        named.propose(seen, known),
        phrases(parts, occurs, known, folder, reverser.spell),
    )
    return tuple(sorted(found, key=lambda one: (-one.certainty, one)))
