"""What a build changes in the candidates that an earlier one left, pair by pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhjagloss.model import Candidate


@dataclass(frozen=True, slots=True)
class Change:
    """One candidate that is new (`+`), has another score or count (`~`), or is gone (`-`)."""

    sign: str
    candidate: Candidate
    before: Candidate | None = None


def changes(before: Iterable[Candidate], after: Iterable[Candidate]) -> tuple[Change, ...]:
    """Compare two sets of candidates, by pair; what is the same in both is left out."""
    old = {candidate.pair: candidate for candidate in before}
    new = {candidate.pair: candidate for candidate in after}
    found = []
    for pair in sorted(old.keys() | new.keys()):
        if pair not in old:
            found.append(Change("+", new[pair]))
        elif pair not in new:
            found.append(Change("-", old[pair]))
        elif (old[pair].score, old[pair].count, old[pair].documents) != (
            new[pair].score,
            new[pair].count,
            new[pair].documents,
        ):
            found.append(Change("~", new[pair], old[pair]))
    return tuple(found)


def most_worth_deciding(candidates: Iterable[Candidate], limit: int = 10) -> tuple[Candidate, ...]:
    """Order candidates by what deciding them gains: mentions, and the documents they reach.

    Of equals, the less certain goes first: a person's word changes more there.
    """
    return tuple(
        sorted(candidates, key=lambda one: (-one.count * one.documents, one.score, one.pair))[:limit]
    )
