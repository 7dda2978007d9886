"""Which stretch of a Japanese phrase renders a Chinese name: where it begins, and how far it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from zhjagloss.align.anchors import Anchor, anchors
from zhjagloss.model import Span, Token
from zhjagloss.script.language import has_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zhjagloss.script.fold import Folder
    from zhjagloss.segment import Segmenter

#: Words that belong to a name, by Sudachi's first level of parts of speech.
_CONTENT = ("名詞", "接頭辞", "接尾辞", "形状詞", "代名詞", "記号")

#: What links the words of a name, and costs little inside it.
_LINKS = frozenset({"の", "と", "な", "的", "・", "や", " ", "-"})

#: Costs, in Chinese characters that go unexplained: `benchmarks/quality.py renderings` on the texts
#: of docs/method.md finds the same renderings with each of them halved or doubled.
_LOST = 2.0
_CROSSED = 1.5
_LINKED = 0.3
_UNCLEAN = 1.5
_EXCESS = 0.5

#: How many Japanese characters render a Chinese one: katakana and Latin words run long.
_KATAKANA_EACH = 3.5
_HAN_EACH = 2.0
_LEAST_EACH = 0.8

_FOREIGN = re.compile(r"[ァ-ヺーA-Za-zＡ-Ｚａ-ｚ]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of Japanese with its words, and which of them can belong to a name."""

    text: str
    key: str
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, text: str, folder: Folder, segmenter: Segmenter) -> Phrase | None:
        """Cut a phrase into words; None where folding changes its length, which no name does."""
        key = folder.key(text)
        return cls(text, key, tuple(segmenter.tokens(text))) if len(key) == len(text) else None

    def widened(self, core: Span, taken: Iterable[Span], *, left: bool, right: bool) -> Span:
        """Widen a span to whole words, and on either side to the name around it, up to what is taken."""
        first = next(at for at, token in enumerate(self.tokens) if token.end > core.start)
        last = next(at for at in range(len(self.tokens) - 1, -1, -1) if self.tokens[at].start < core.end)
        taken = tuple(taken)
        while left and first > 0 and self._joins(first - 1, taken) and not self._counts(first - 1):
            first -= 1
        while right and last + 1 < len(self.tokens):
            step = 2 if self.tokens[last + 1].surface == "の" and last + 2 < len(self.tokens) else 1
            if not self._joins(last + step, taken):
                break
            last += step
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _joins(self, at: int, taken: Sequence[Span]) -> bool:
        """Say whether a word may belong to the name beside it."""
        token = self.tokens[at]
        span = Span(token.start, token.end)
        return is_content(token) and not any(span.meets(other) for other in taken)

    def _counts(self, at: int) -> bool:
        """Say whether a word is a number or what it counts, which begins no name: 2022年|蘇州高新区."""
        return "数詞" in self.tokens[at].pos


def is_content(token: Token) -> bool:
    """Say whether a word can belong to a name: a noun, an affix, a Latin letter."""
    return token.pos.startswith(_CONTENT) and not token.pos.startswith("名詞,助動詞語幹")


def begins_name(token: Token) -> bool:
    """Say whether a name may begin with a word: no suffix, no counter (年 of 2022年), no pronoun."""
    return is_content(token) and not token.pos.startswith(("接尾辞", "代名詞")) and "助数詞" not in token.pos


def beginning(phrase: Phrase, zh: str, renderings: Callable[[str], Iterable[str]]) -> tuple[int, float]:
    """Find where in a phrase the rendering of a Chinese key begins that ends with the phrase.

    Gives the offset and what it costs: 0 where all Chinese is explained and nothing is over.

    >>> from zhjagloss.script.fold import Folder
    >>> from zhjagloss.segment import Segmenter
    >>> phrase = Phrase.of("江渓街道のオンライン・コミュニティ", Folder({}), Segmenter("A"))
    >>> start, cost = beginning(phrase, "社区", lambda _: ())
    >>> phrase.text[start:]
    'コミュニティ'
    """
    found = anchors(zh, phrase.key, renderings)
    best = (len(phrase.text), float("inf"))
    for at in range(len(phrase.tokens) - 1, -1, -1):
        if begins_name(phrase.tokens[at]) and not _inside_foreign_word(phrase, at):
            cost = _cost(phrase, at, len(zh), found)
            if cost < best[1]:
                best = phrase.tokens[at].start, cost
    return best


def _cost(phrase: Phrase, first: int, length: int, found: Sequence[Anchor]) -> float:
    """Weigh what a beginning leaves unexplained on either side, and what it runs across."""
    start = phrase.tokens[first].start
    kept = [anchor for anchor in found if anchor.ja.start >= start]
    lost = sum(anchor.weight for anchor in found) - sum(anchor.weight for anchor in kept)
    missing = length - sum(anchor.weight for anchor in kept)
    covered = {at for anchor in kept for at in range(anchor.ja.start, anchor.ja.end)}
    foreign = rest = 0
    crossed = 0.0
    for token in phrase.tokens[first:]:
        if not is_content(token):
            crossed += _LINKED if token.surface in _LINKS else _CROSSED
            continue
        over = [at for at in range(token.start, token.end) if at not in covered]
        letters = sum(1 for at in over if _FOREIGN.match(phrase.text[at]))
        foreign += letters
        rest += len(over) - letters
    each = _KATAKANA_EACH if foreign > rest else _HAN_EACH
    excess = max(0.0, foreign + rest - missing * each - 1)
    under = max(0.0, missing * _LEAST_EACH - foreign - rest)
    return lost * _LOST + (excess + under) * _EXCESS + crossed + _unclean(phrase, first)


def _unclean(phrase: Phrase, first: int) -> float:
    """Weigh a beginning amid a row of nouns; behind a place or a change of script it is likelier."""
    if first == 0 or not is_content(phrase.tokens[first - 1]):
        return 0.0
    before, here = phrase.tokens[first - 1], phrase.tokens[first]
    changes = bool(_FOREIGN.match(before.surface[-1])) != bool(_FOREIGN.match(here.surface[0]))
    return _UNCLEAN / 2 if changes or "地名" in before.pos else _UNCLEAN


def _inside_foreign_word(phrase: Phrase, at: int) -> bool:
    """Say whether a word of katakana or Latin letters goes on what the one before began."""
    if at == 0:
        return False
    before, here = phrase.tokens[at - 1], phrase.tokens[at]
    joined = before.surface[-1] + here.surface[0]
    return bool(re.fullmatch(r"[ァ-ヺー]{2}|[A-Za-zＡ-Ｚａ-ｚ]{2}|[ ][A-Za-z]", joined))


def within(
    phrase: Phrase, zh: str, part: Span, renderings: Callable[[str], Iterable[str]]
) -> tuple[Span, float] | None:
    """Find what renders a part of a Chinese key in a phrase that renders the whole of it.

    Gives the span, and the share of the part that shared characters and morphemes explain, 0–1;
    None where nothing points to one stretch.

    >>> from zhjagloss.script.fold import Folder
    >>> from zhjagloss.segment import Segmenter
    >>> phrase = Phrase.of("三つの鍵で人材を集める無錫ハイテク産業開発区", Folder({}), Segmenter("A"))
    >>> renderings = {"高新": ["ハイテク産業開発"]}.get
    >>> span, share = within(phrase, "三把鑰匙引人才無錫高新区", Span(9, 12), renderings)
    >>> phrase.text[span.start : span.end]
    'ハイテク産業開発区'
    """
    found = anchors(zh, phrase.key, renderings, (part.start, part.end))
    inside = sorted((anchor for anchor in found if part.covers(anchor.zh)), key=lambda one: one.ja)
    taken = [anchor.ja for anchor in found if not part.covers(anchor.zh) and _is_telling(anchor, phrase)]
    if not inside or any(
        before.ja.end <= other.start < behind.ja.start
        for before, behind in pairwise(inside)
        for other in taken
    ):
        return None
    explained = sum(anchor.weight for anchor in inside)
    missing = part.end - part.start - explained
    span = phrase.widened(
        Span(inside[0].ja.start, inside[-1].ja.end),
        taken,
        left=min(anchor.zh.start for anchor in inside) > part.start,
        right=max(anchor.zh.end for anchor in inside) < part.end,
    )
    if missing:
        span = _with_verb(phrase, span, taken)
    return span, explained / (part.end - part.start)


def _is_telling(anchor: Anchor, phrase: Phrase) -> bool:
    """Say whether an anchor is more than one character inside a longer word, which any two names share."""
    return anchor.weight > 1 or any(
        (token.start, token.end) == (anchor.ja.start, anchor.ja.end) for token in phrase.tokens
    )


def _with_verb(phrase: Phrase, span: Span, taken: Sequence[Span]) -> Span:
    """Take in the verbal noun whose object the span is: 質と効率|を向上."""
    at = next((at for at, token in enumerate(phrase.tokens) if token.start == span.end), len(phrase.tokens))
    following = phrase.tokens[at : at + 2]
    if len(following) == 2 and following[0].surface == "を" and "サ変可能" in following[1].pos:
        whole = Span(span.start, following[1].end)
        if not any(whole.meets(other) for other in taken):
            return whole
    return span


def is_name(phrase: Phrase) -> bool:
    """Say whether a phrase is a row of nouns, at most linked by の, と, な: a name rather than a clause."""
    return has_content(phrase) and all(
        is_content(token) or token.surface in _LINKS for token in phrase.tokens
    )


def has_content(phrase: Phrase) -> bool:
    """Say whether any word of a phrase can belong to a name."""
    return any(
        is_content(token) and (has_han(token.surface) or _FOREIGN.search(token.surface))
        for token in phrase.tokens
    )
