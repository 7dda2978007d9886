"""How close two keys are, and what differs [the only door to rapidfuzz]."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from zhjagloss.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class Near(NamedTuple):
    """A key that resembles another: its place in the list, and how much it does, 0–1."""

    place: int
    score: float


def ratio(one: str, other: str) -> float:
    """Measure how alike two keys are: 2 × longest common subsequence ÷ both lengths, 0–1.

    >>> ratio("党委", "党工委")
    0.8
    """
    return fuzz.ratio(one, other) / 100


def nearest(key: str, keys: Sequence[str], *, least: float, limit: int) -> list[Near]:
    """Find the keys most like one key, best first; a tie goes to the earlier in the list.

    >>> nearest("党委", ["高新区", "党工委", "党委"], least=0.6, limit=5)
    [Near(place=2, score=1.0), Near(place=1, score=0.8)]
    """
    found = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=least * 100, limit=limit)
    return [Near(place, score / 100) for _, score, place in found]


def difference(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Give the stretches that only the first key has, and those that only the second has.

    >>> difference("党委", "党工委")
    ([], [Span(start=1, end=2)])
    """
    changed = [change for change in Indel.opcodes(one, other) if change.tag != "equal"]
    ours = [Span(change.src_start, change.src_end) for change in changed if change.tag != "insert"]
    theirs = [Span(change.dest_start, change.dest_end) for change in changed if change.tag != "delete"]
    return ours, theirs


def abbreviates(short: str, long: str) -> bool:
    """Say whether all characters of a key stand, in their order, in another.

    >>> abbreviates("高新区", "高新技术产业开发区"), abbreviates("沪", "上海")
    (True, False)
    """
    rest = iter(long)
    return all(char in rest for char in short)
