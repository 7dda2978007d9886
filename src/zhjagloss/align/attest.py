"""Where a document attests renderings: its sentences searched, the hits decided and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhjagloss.align.statements.headlines import quoted_chinese
from zhjagloss.align.statements.parentheses import originals
from zhjagloss.model import Label, Span, Term
from zhjagloss.recognise.hits import cuts_foreign_word, decide
from zhjagloss.script.marks import NOTE_SIGNS, with_quotes, without_marks
from zhjagloss.script.simplified import has_simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from zhjagloss.align.patterns import Explanation, Patterns
    from zhjagloss.match import KeyMatcher
    from zhjagloss.model import Hit, Sentence
    from zhjagloss.script.fold import Folder

_NO_SIGNS = str.maketrans("", "", NOTE_SIGNS)

#: Longest example, in characters.
EXAMPLE = 120


@dataclass(slots=True)
class Tally:
    """How often a document renders one term by one key, and where first.

    `labels` counts hits by what recognition made of them, `forms` the surfaces; `cited` counts those
    that stand where the text quotes the Chinese.
    """

    explanation: Explanation
    labels: Counter[Label] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    line: int = 0
    example: str = ""
    shown: Label | None = None
    cited: int = 0

    def add(self, hit: Hit, sentence: Sentence, *, cited: bool) -> None:
        """Count one hit; the example is the first whole one, else the first."""
        self.labels[hit.label] += 1
        self.cited += cited
        self.forms[sentence.text[hit.span.start : hit.span.end].translate(_NO_SIGNS)] += 1
        if self.shown is None or (hit.label is Label.WHOLE and self.shown is not Label.WHOLE):
            self.shown, self.line = hit.label, sentence.line
            self.example = excerpt(sentence.text, hit.span)


Tallies = dict[tuple[Term, str], Tally]


def attest(
    sentences: Iterable[Sentence],
    patterns: Patterns,
    matcher: KeyMatcher,
    folder: Folder,
    boundaries: Callable[[str], Collection[int]],
) -> Tallies:
    """Count what the sentences render, by term and key.

    A span is counted once for each concept that it may designate. Inside a longer name it counts
    where the Chinese of that name is made of the term and other words: 党工委 in 党工委書記 is; 開発 in
    開発区 is no mention of 研发, 委員 in 委員会 none of 委员, and 大湾区 in 粤港澳大湾区 no other mention
    than that name's. Chinese in its own characters is no Japanese. A hit that cuts a word in katakana
    or Latin letters is none at all. `boundaries` gives the offsets at which words begin or end.
    """
    tallies: Tallies = {}
    for sentence in sentences:
        folded = without_marks(folder.fold(sentence.text))
        found = [
            (span, number)
            for place, number in matcher.spans(folded.key)
            if (span := with_quotes(sentence.text, folded.back(place)))
            and not has_simplified(sentence.text[span.start : span.end])
            # not the 会社 of ㍿
            and without_marks(folder.fold(sentence.text[span.start : span.end])).key == matcher.keys[number]
        ]
        if not found:
            continue
        hits = decide(sentence.text, found, boundaries(sentence.text))
        citations = [*originals(sentence.text), *quoted_chinese(sentence.text)]
        longest = max(hit.span.end - hit.span.start for hit in hits)
        for place, hit in enumerate(hits):
            if hit.label is Label.DOUBTFUL and cuts_foreign_word(sentence.text, hit.span):
                continue
            cited = any(citation.covers(hit.span) for citation in citations)
            around = _around(hits, place, longest, patterns)
            for reason in patterns.explanations[hit.pattern]:
                if _is_mention(reason, hit.label, around):
                    pair = reason.term, patterns.keys[hit.pattern]
                    tallies.setdefault(pair, Tally(reason)).add(hit, sentence, cited=cited)
    return tallies


def excerpt(text: str, span: Span, longest: int = EXAMPLE) -> str:
    """Cut a sentence to at most `longest` characters around a span, saying with … what was left out.

    >>> excerpt("無錫ハイテク産業開発区の共産党工作委員会書記", Span(12, 20), 14)
    '…区の共産党工作委員会書記'
    """
    if len(text) <= longest:
        return text
    room = max(longest - 2 - (span.end - span.start), 0)
    start = max(0, min(span.start - room // 2, len(text) - (longest - 2)))
    end = min(len(text), start + longest - 2)
    return "…" * (start > 0) + text[start:end] + "…" * (end < len(text))


def _around(hits: Sequence[Hit], place: int, longest: int, patterns: Patterns) -> list[Explanation]:
    """Say what the longer names around a hit would render; hits are in the order of the text."""
    span = hits[place].span
    found: list[Explanation] = []
    while place > 0 and hits[place - 1].span.start >= span.end - longest:
        place -= 1
        name = hits[place]
        if name.span != span and name.span.covers(span):
            found += patterns.explanations[name.pattern]
    return found


def _is_mention(reason: Explanation, label: Label, around: list[Explanation]) -> bool:
    """Say whether a hit mentions the term, by what the longer names around it would render."""
    if any(other.names[-1] == reason.names[-1] for other in around):
        return False
    return label is not Label.NESTED or any(
        _is_made_of(theirs, ours)
        for other in around
        for ours, theirs in zip(reason.names, other.names, strict=False)
    )


def _is_made_of(name: str, part: str) -> bool:
    """Say whether a name is a part and other words: what is left on either side is none, or a word.

    A single character makes another word of what it joins: 副主任, 委员会, 高新区.
    """
    before, found, after = name.partition(part)
    return bool(found) and len(before) != 1 and len(after) != 1
