"""What a build found, in lines that a maintainer reads like a diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhjagloss.build.changes import most_worth_deciding
from zhjagloss.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhjagloss.build.run import Built
    from zhjagloss.model import Pair

#: Lines of one kind, before the rest is only counted.
SHOWN = 10


def counts(built: Built, changed: int) -> Iterator[str]:
    """Say what was read and what was found."""
    read = [
        f"{_number(built.documents, 'Japanese document')}, {built.originals} with a Chinese original",
        _number(built.sentences, "sentence"),
        f"{_number(built.left_out, 'repeated line')} not counted",
    ]
    yield "read      " + "; ".join(read)
    if others := built.others + len(built.foreign):
        yield f"          {_number(others, 'file')} left out: of another kind, or in another language"
    findings = built.findings
    pairs = len({usage.pair for usage in findings.usages})
    yield f"found     {pairs} pairs in use, {len(findings.candidates)} of them undecided; {changed} changed"


def contradictions(built: Built) -> Iterator[str]:
    """Name the rows of the glossary that the corpus goes against."""
    found = built.findings.contradictions
    for one in found[:SHOWN]:
        used = ", ".join(f"{ja} {count}×" for ja, count in one.used[:3])
        deprecated = one.entry.status is Status.DEPRECATED
        verdict = "is deprecated, and used" if deprecated else "is preferred, but the corpus has"
        yield f"! {_named(one.entry.pair)} {verdict}: {used}  ({one.entry.place})"
    if len(found) > SHOWN:
        yield f"! … and {len(found) - SHOWN} more"


def worth_deciding(built: Built) -> Iterator[str]:
    """Name the ten candidates most worth a person's decision."""
    worth = most_worth_deciding(built.findings.candidates)
    if worth:
        yield "most worth deciding:"
    for candidate in worth:
        where = f"{candidate.count}× in {_number(candidate.documents, 'document')}"
        grounds = f"score {candidate.score:.3f}, {candidate.evidence}"
        yield f"  {_named(candidate.pair)}   {where}, {grounds}"


def _named(pair: Pair) -> str:
    return f"{pair.zh}{f' ({pair.full})' if pair.full else ''} → {pair.ja}"


def _number(count: int, one: str) -> str:
    return f"{count} {one}{'s' * (count != 1)}"
