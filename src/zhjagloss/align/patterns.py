"""What to look for in Japanese texts: for each term, the keys that would render it, and why they would."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhjagloss.model import Evidence, Term
from zhjagloss.script.marks import without_marks
from zhjagloss.similarity import abbreviates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from zhjagloss.align.discover.propose import Discovery
    from zhjagloss.align.statements.statement import Told
    from zhjagloss.compose.composer import Composer
    from zhjagloss.model import Pair
    from zhjagloss.script.fold import Folder


#: A single character stands for too much to be looked for in running text.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a key would render a term.

    `detail` names the parts of a composition; `of_full` says that the full form explains the key,
    not the term itself; `link` is what Japanese added between two parts; `decided` that a row of the
    glossary already pairs them; `names` are the keys of the term and of its concept; `rivals`
    counts other words that the same key may stand for; `said` is how texts state the pair.
    """

    term: Term
    evidence: Evidence
    detail: str = ""
    of_full: bool = False
    link: str = ""
    decided: bool = False
    names: tuple[str, str] = ("", "")
    rivals: int = 0
    certainty: float = 0.0
    look: str = ""
    said: tuple[Told, ...] = ()

    @property
    def is_chinese(self) -> bool:
        """Say whether the key is the Chinese term itself, or its full form, in any script."""
        return self.evidence is Evidence.SAME_FORM or self.detail == self.term.full != ""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Keys to find, each with its explanations: at most one for each concept, the strongest."""

    keys: tuple[str, ...]
    explanations: tuple[tuple[Explanation, ...], ...]


def patterns(
    terms: Iterable[Term],
    decided: Iterable[Pair],
    composer: Composer,
    folder: Folder,
    occurs: Callable[[str], bool],
) -> Patterns:
    """Collect what would render the terms in texts whose neighbouring characters `occurs` knows.

    >>> from zhjagloss.compose.composer import Composer
    >>> from zhjagloss.model import Term
    >>> from zhjagloss.script.fold import Folder
    >>> folder = Folder({})
    >>> patterns([Term("委员", "委员会")], [], Composer([], folder), folder, "委员会".__contains__).keys
    ('委员', '委员会')
    """
    reasons: dict[str, list[Explanation]] = defaultdict(list)
    for pair in decided:
        evidence = Evidence.SAME_FORM if folder.key(pair.zh) == folder.key(pair.ja) else Evidence.COMPOSITION
        names = _names(pair.term, folder)
        reasons[without_marks(folder.fold(pair.ja)).key].append(
            Explanation(pair.term, evidence, decided=True, names=names)
        )
    wanted = tuple(terms)
    senses = Counter(folder.key(term.zh) for term in wanted)
    for term in wanted:
        one_sense = senses[folder.key(term.zh)] == 1
        for key, explanation in _explanations(term, one_sense, composer, folder, occurs):
            reasons[key].append(explanation)
    keys = sorted(key for key in reasons if len(key) >= SHORTEST)
    return Patterns(tuple(keys), tuple(_strongest(reasons[key]) for key in keys))


def discovered(found: Iterable[Discovery], least: float, folder: Folder) -> Patterns:
    """Make patterns of terms that nobody listed, if at least so certain; of one key the first counts."""
    reasons: dict[str, Explanation] = {}
    for one in found:
        if one.certainty < least:
            continue
        key = without_marks(folder.fold(one.ja)).key
        term = Term(one.zh, one.full)
        same = folder.key(one.zh) == key
        evidence = Evidence.SAME_FORM if same else Evidence.COMPOSITION
        detail = "" if same else "+".join(one.parts)
        reasons.setdefault(
            key,
            Explanation(
                term, evidence, detail, names=_names(term, folder), certainty=one.certainty, look=one.look
            ),
        )
    keys = sorted(key for key in reasons if len(key) >= SHORTEST)
    return Patterns(tuple(keys), tuple((reasons[key],) for key in keys))


def with_statements(found: Patterns, said: Mapping[tuple[str, Term], Sequence[Told]]) -> Patterns:
    """Add what texts state of keys and terms: to the explanation of that concept, or as a new one.

    A key that a row of the glossary explains for another concept keeps that explanation alone.
    """
    reasons = {key: list(known) for key, known in zip(found.keys, found.explanations, strict=True)}
    names = {reason.term: reason.names for known in found.explanations for reason in known}
    for (key, term), told in sorted(said.items()):
        known = reasons.setdefault(key, [])
        for place, reason in enumerate(known):
            if reason.names[-1] == names[term][-1]:
                known[place] = replace(reason, said=(*reason.said, *told))
                break
        else:
            if len(key) >= SHORTEST and not any(reason.decided for reason in known):
                strongest = min((one.evidence for one in told), key=tuple(Evidence).index)
                known.append(Explanation(term, strongest, names=names[term], said=tuple(told)))
    keys = sorted(key for key, known in reasons.items() if known)
    return Patterns(tuple(keys), tuple(tuple(reasons[key]) for key in keys))


def _explanations(
    term: Term, one_sense: bool, composer: Composer, folder: Folder, occurs: Callable[[str], bool]
) -> Iterator[tuple[str, Explanation]]:
    """Give the keys of the term and of its full form, as they are and as they compose.

    A term of several senses composes only by its full form: 人民代表大会 is no 中国人民大学.
    """
    names = _names(term, folder)
    yield without_marks(folder.fold(term.zh)).key, Explanation(term, Evidence.SAME_FORM, names=names)
    if term.full:
        full = Explanation(term, Evidence.COMPOSITION, term.full, of_full=True, names=names)
        yield without_marks(folder.fold(term.full)).key, full
    for spelling, of_full in ((term.zh, False), (term.full, True)):
        if len(spelling) >= SHORTEST and (of_full or one_sense):
            for found in composer.compositions(spelling, occurs):
                why = Explanation(
                    term,
                    Evidence.COMPOSITION,
                    "+".join(found.parts),
                    of_full,
                    found.link,
                    names=names,
                    rivals=found.rivals,
                )
                yield found.key, why


def _names(term: Term, folder: Folder) -> tuple[str, str]:
    return folder.key(term.zh), folder.key(term.concept)


def _strongest(reasons: Sequence[Explanation]) -> tuple[Explanation, ...]:
    """Keep one explanation for each concept: a decided one, else the term's own, else by class.

    Where a row of the glossary explains the key, no other sense of its term is believed, and no
    composition of another concept but a shorter or longer form of the same name.
    """
    order = tuple(Evidence)
    best: dict[str, Explanation] = {}
    for reason in sorted(
        reasons,
        key=lambda one: (
            not one.decided, one.of_full, order.index(one.evidence), one.rivals, one.link != "",
            one.detail.count("+"), one.term, one.detail,
        ),
    ):  # fmt: skip
        best.setdefault(reason.names[-1], reason)
    decided = {reason.names[0] for reason in best.values() if reason.decided}
    return tuple(reason for reason in best.values() if reason.decided or _stands_beside(reason, decided))


def _stands_beside(reason: Explanation, decided: set[str]) -> bool:
    """Say whether a reason may stand beside rows that explain the same key for terms of these keys."""
    own = reason.names[0]
    if own in decided:
        return False
    if reason.evidence is Evidence.SAME_FORM:
        return True
    return all(abbreviates(own, other) or abbreviates(other, own) for other in decided)
