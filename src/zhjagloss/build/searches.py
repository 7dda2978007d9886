"""What a build searches for: known terms, by the evidence of all documents, and terms nobody listed."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from zhjagloss import segment, words
from zhjagloss.align.concepts import shared
from zhjagloss.align.discover.gather import discoveries
from zhjagloss.align.patterns import Patterns, discovered, patterns, with_statements
from zhjagloss.align.repetition import repeated
from zhjagloss.align.resolve import Resolver
from zhjagloss.align.statements.statement import Told
from zhjagloss.align.variants import varied
from zhjagloss.compose.composer import Composer
from zhjagloss.model import Morpheme, Status, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhjagloss.align.statements.statement import Manner, Statement
    from zhjagloss.build.rounds import Survey
    from zhjagloss.glossary.contents import Contents
    from zhjagloss.model import Evidence
    from zhjagloss.script.fold import Folder


def searches(
    contents: Contents, listed: Sequence[Term], surveys: Sequence[Survey], least: float | None
) -> tuple[Patterns, ...]:
    """Make what to search for: the terms of the glossary and of a list, then those that nobody listed.

    A term that nobody listed must be as certain as `least`, 0–1; with None there are none.
    """
    occurs = frozenset[str]().union(*(survey.neighbours for survey in surveys)).__contains__
    terms = _terms(contents, listed)
    # a wrong rendering is, in a Japanese text, just another word: 秘書 there does not stand for 书记
    entries = [entry for entry in contents.decisions.entries if entry.status is not Status.DEPRECATED]
    decided = [entry.pair for entry in entries]
    blocks = [Morpheme(pair.zh, pair.ja, "") for pair in decided if len(pair.zh) > 1]
    parts = (*blocks, *contents.morphemes)
    composer = Composer(parts, contents.folder, [term.zh for term in terms], words.is_verb)
    looked_for = patterns(terms, decided, composer, contents.folder, occurs)
    stated = Counter(statement for survey in surveys for statement in survey.statements)
    looked_for = with_statements(looked_for, _said(stated, looked_for, composer, contents.folder))
    namings = [survey.naming for survey in surveys]
    looked_for = with_statements(looked_for, varied(namings, looked_for, contents.folder))
    names = [frozenset(name for name, _ in chain(*naming)) for naming in namings]
    looked_for = with_statements(looked_for, repeated(names, looked_for, contents.folder))
    looked_for = with_statements(looked_for, shared(looked_for))
    if least is None:
        return (looked_for,)
    seen = Counter(chain.from_iterable(naming.headline | naming.body for naming in namings))
    found = discoveries(
        parts, contents.heads, contents.folder, composer, stated, seen, occurs, looked_for.keys
    )
    return looked_for, discovered(found, least, contents.folder)


def _said(
    stated: Counter[Statement], looked_for: Patterns, composer: Composer, folder: Folder
) -> dict[tuple[str, Term], list[Told]]:
    """Bring home what the documents say, and count how many say it."""
    resolver = Resolver(looked_for, composer, folder, segment.Segmenter("A"))
    counts: dict[tuple[str, Term], Counter[tuple[Evidence, Manner, bool]]] = defaultdict(Counter)
    for statement, number in sorted(stated.items()):
        for said in set(resolver.resolve(statement)):
            counts[said.key, said.reason.term][said.evidence, said.manner, said.is_name] += number
    return {
        pair: [Told(*how, number) for how, number in sorted(found.items())] for pair, found in counts.items()
    }


def _terms(contents: Contents, listed: Sequence[Term]) -> list[Term]:
    """Join the terms of the glossary and those of a list; one without full form adds no other sense."""
    key = contents.folder.key
    known = {key(term.zh) for term in (*contents.decisions.terms, *listed) if term.full}
    known |= {key(term.zh) for term in contents.decisions.terms}
    added = (term for term in listed if term.full or key(term.zh) not in known)
    return list(dict.fromkeys((*contents.decisions.terms, *added)))
