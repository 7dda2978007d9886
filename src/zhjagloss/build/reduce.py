"""What the documents attest together: candidates, usage, and where they contradict the glossary."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhjagloss.align.score import count, describe, is_sure, score
from zhjagloss.model import Candidate, Entry, Label, Pair, Status, Term, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhjagloss.align.attest import Tally
    from zhjagloss.build.rounds import Attested
    from zhjagloss.glossary.decisions import Decisions


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Where the corpus goes against a row: it uses what is deprecated, or never what is preferred.

    `used` are the renderings that it does use, with their counts, most often first.
    """

    entry: Entry
    used: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a build finds, sorted."""

    candidates: tuple[Candidate, ...]
    usages: tuple[Usage, ...]
    contradictions: tuple[Contradiction, ...]


def reduce(documents: Sequence[Attested], decisions: Decisions, least: float) -> Findings:
    """Join the tallies of all documents, in their order; leave out what scores under `least`."""
    candidates: list[Candidate] = []
    usages: list[Usage] = []
    for (term, key), places in sorted(_by_pair(documents).items()):
        tallies = [tally for _, tally in places]
        explanation = tallies[0].explanation
        pair = Pair(term.zh, term.full, _usual_form(tallies))
        entry = decisions.of(pair)
        labels = sum((tally.labels for tally in tallies), Counter[Label]())
        cited = all(tally.cited == sum(tally.labels.values()) for tally in tallies)
        chance = score(explanation, key, labels, cited=cited)
        if chance < least and not (entry and is_sure(labels)):
            continue
        if entry:
            pair = entry.pair
        elif decisions.rejects(pair):
            continue
        else:
            grounds = chance, describe(explanation, labels)
            example = min(tallies, key=lambda tally: tally.shown is not Label.WHOLE).example
            candidates.append(Candidate(pair, *grounds, count(labels), len(places), example))
        usages += [
            Usage(pair, document.name, document.source, count(tally.labels), tally.line, tally.example)
            for document, tally in places
        ]
    return Findings(tuple(candidates), tuple(usages), tuple(_contradictions(usages, decisions)))


def _by_pair(documents: Iterable[Attested]) -> dict[tuple[Term, str], list[tuple[Attested, Tally]]]:
    """Gather the tallies of each pair; those that are all doubtful count only where there are no others."""
    places: dict[tuple[Term, str], list[tuple[Attested, Tally]]] = {}
    for document in documents:
        for pair, tally in document.tallies.items():
            places.setdefault(pair, []).append((document, tally))
    return {
        pair: [place for place in found if is_sure(place[1].labels)] or found
        for pair, found in places.items()
    }


def _usual_form(tallies: Iterable[Tally]) -> str:
    """Choose the form that the texts write most often; of equals the lowest."""
    forms = sum((tally.forms for tally in tallies), Counter[str]())
    return min(forms, key=lambda form: (-forms[form], form))


def _contradictions(usages: Sequence[Usage], decisions: Decisions) -> list[Contradiction]:
    """List the rows that the corpus goes against, by what people decided of the same term.

    A rendering counts for all terms of its concept, and a concept is reported once. What is
    preferred for a term of several senses is not judged: a text tells no senses apart.
    """
    senses = Counter(term.zh for term in decisions.terms)
    counts: Counter[tuple[str, str]] = Counter()
    for usage in usages:
        counts[usage.pair.concept, usage.pair.ja] += usage.count
    renderings: dict[Term, set[str]] = defaultdict(set)
    for entry in decisions.entries:
        renderings[entry.pair.term].add(entry.pair.ja)
    found: dict[tuple[str, str], Contradiction] = {}
    for entry in decisions.entries:
        concept, own = entry.pair.concept, entry.pair.ja
        used = {ja: counts[concept, ja] for ja in renderings[entry.pair.term] if counts[concept, ja]}
        if entry.status is Status.DEPRECATED and own in used:
            found.setdefault((concept, own), Contradiction(entry, ((own, used[own]),)))
        elif entry.status is Status.PREFERRED and used and own not in used and senses[entry.pair.zh] == 1:
            others = tuple(sorted(used.items(), key=lambda one: (-one[1], one[0])))
            found.setdefault((concept, ""), Contradiction(entry, others))
    return sorted(found.values(), key=lambda one: (-sum(n for _, n in one.used), one.entry.pair))
