"""A name in a headline and its variant in the body: 無錫高新区 above, 無錫ハイテク産業開発区 below."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.align.statements.statement import Manner, Told
from zhjagloss.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhjagloss.align.discover.survey import Seen
    from zhjagloss.align.patterns import Patterns
    from zhjagloss.model import Term
    from zhjagloss.script.fold import Folder

#: Two names of one thing begin with the same place, of so many characters.
PLACE = 2


class Naming(NamedTuple):
    """The names of one document: those of its headline, and those of the text below."""

    headline: frozenset[Seen]
    body: frozenset[Seen]


def varied(
    documents: Iterable[Naming], patterns: Patterns, folder: Folder
) -> dict[tuple[str, Term], list[Told]]:
    """Find what a body calls a thing that its headline calls by a name which patterns explain.

    The body never has the headline's name, and has one other name, and only one, of the same kind,
    with the same beginning and the same end, that nothing explains as anything else.
    """
    explained = dict(zip(patterns.keys, patterns.explanations, strict=True))
    counts: Counter[tuple[str, Term]] = Counter()
    for naming in documents:
        body = {(folder.key(name), look) for name, look in naming.body}
        found: set[tuple[str, Term]] = set()
        for name, look in naming.headline:
            key = folder.key(name)
            if key not in explained or (key, look) in body:
                continue
            others = [
                other
                for other, kind in body
                if kind is look
                and len(other) > PLACE
                and (other[:PLACE], other[-1]) == (key[:PLACE], key[-1])
            ]
            for other in others if len(others) == 1 else ():
                concepts = {reason.names[-1] for reason in explained.get(other, ())}
                found.update(
                    (other, reason.term)
                    for reason in explained[key]
                    if not reason.rivals and (not concepts or reason.names[-1] in concepts)
                )
        counts.update(found)
    return {pair: [Told(Evidence.TITLE, Manner.VARIED, True, number)] for pair, number in counts.items()}
