"""Terms of one concept, told by what renders both: 高新区, 高新技术产业开发区 share ハイテク産業開発区."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from zhjagloss.align.statements.statement import Manner, Told
from zhjagloss.model import Evidence
from zhjagloss.similarity import abbreviates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhjagloss.align.patterns import Explanation, Patterns
    from zhjagloss.model import Term


def shared(patterns: Patterns) -> dict[tuple[str, Term], list[Told]]:
    """Give each of two terms of one concept what renders the other.

    Two terms are one concept where the one abbreviates the other from its first character to its
    last, both have one sense, and a Japanese key is explained for both.
    """
    keys: dict[Term, dict[str, Explanation]] = defaultdict(dict)
    for key, reasons in zip(patterns.keys, patterns.explanations, strict=True):
        for reason in reasons:
            keys[reason.term][key] = reason
    told: dict[tuple[str, Term], list[Told]] = {}
    for short, long in _same_concept(keys):
        for one, other in ((short, long), (long, short)):
            for key, reason in keys[other].items():
                if key not in keys[one] and not reason.is_chinese and not reason.rivals:
                    told[key, one] = [Told(Evidence.CONCEPT, Manner.SHARED, True, 1)]
    return told


def _same_concept(keys: dict[Term, dict[str, Explanation]]) -> Iterator[tuple[Term, Term]]:
    names = {term: next(iter(reasons.values())).names[0] for term, reasons in keys.items()}
    senses = Counter(names.values())
    beside: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term, name in names.items():
        if senses[name] == 1:
            beside[name[0], name[-1]].append(term)
    for terms in beside.values():
        for short in terms:
            for long in terms:
                if is_short_for(names[short], names[long]) and not keys[short].keys().isdisjoint(keys[long]):
                    yield short, long


def is_short_for(short: str, long: str) -> bool:
    """Say whether a key leaves out characters of another, but not its first and last.

    >>> is_short_for("高新区", "高新技术产业开发区"), is_short_for("开发区", "高新技术产业开发区")
    (True, False)
    """
    return (
        len(short) < len(long) and (short[0], short[-1]) == (long[0], long[-1]) and abbreviates(short, long)
    )
