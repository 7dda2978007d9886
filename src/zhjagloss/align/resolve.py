"""Statements of texts brought home: which term a designation names, and so what the other one renders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.align.anchors import anchors
from zhjagloss.align.phrases import Phrase, beginning, begins_name, is_content, is_name, within
from zhjagloss.align.statements.statement import Manner
from zhjagloss.match import KeyMatcher
from zhjagloss.script.language import all_han
from zhjagloss.script.marks import without_marks
from zhjagloss.similarity import abbreviates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhjagloss.align.patterns import Explanation, Patterns
    from zhjagloss.align.statements.statement import Statement
    from zhjagloss.compose.composer import Composer
    from zhjagloss.model import Evidence, Span
    from zhjagloss.script.fold import Folder
    from zhjagloss.segment import Segmenter


class Said(NamedTuple):
    """That a text states a pair: the key, the reason that names the term, the manner of the statement.

    `is_name` is false where the rendering is a clause (資本を招くこと).
    """

    key: str
    reason: Explanation
    evidence: Evidence
    manner: Manner
    is_name: bool


#: Where a beginning costs more than this, the phrase before the bracket is not what it renders.
MOST_COST = 4.0

#: So much of a term must be explained where its place in a longer name speaks for a rendering.
LEAST_SHARE = 0.5

#: A rendering is no longer than so many times its term, and a little.
_STRETCH, _MORE = 5, 6

#: What stands for a thing in one text only: 同区, 本計画.
_LOCAL = re.compile(r"^(?:同|本|当|両|各|この|その|前者|後者)")
_FOREIGN = re.compile(r"[ァ-ヺA-Za-zＡ-Ｚａ-ｚ]")
_QUOTED = re.compile(r"[「『“\"]([^「」『』“”\"]{2,30})[」』”\"]")


class Resolver:
    """Finds what statements say of the terms that patterns look for.

    コミュニティ(社区) says, where 社区 is looked for, that コミュニティ renders it.
    """

    def __init__(self, patterns: Patterns, composer: Composer, folder: Folder, segmenter: Segmenter) -> None:
        self._named = dict(zip(patterns.keys, patterns.explanations, strict=True))
        self._chinese = {
            key: found
            for key, reasons in self._named.items()
            if (found := [reason for reason in reasons if reason.is_chinese])
        }
        self._matcher = KeyMatcher(self._chinese)
        self._renderings = composer.renderings
        self._folder = folder
        self._segmenter = segmenter

    def resolve(self, statement: Statement) -> Iterator[Said]:
        """Yield what one statement says of the terms."""
        if statement.manner is Manner.HEADLINE:
            yield from self._inside(statement)
            return
        key = self._key(statement.right)
        if key in self._chinese:
            yield from self._to_the_left(statement, key)
        elif statement.manner in (Manner.ORIGINAL, Manner.NAMED):
            yield from self._inside(statement)
        if statement.manner is not Manner.CALLED:
            yield from self._to_the_right(statement, key)

    def _key(self, form: str) -> str:
        return without_marks(self._folder.fold(form)).key

    def _to_the_left(self, statement: Statement, key: str) -> Iterator[Said]:
        """Take the left for what renders the Chinese on the right: コミュニティ(社区)."""
        phrase = self._phrase(statement.left)
        if phrase and statement.open:
            start, cost = beginning(phrase, key, self._renderings)
            phrase = self._phrase(statement.left[start:]) if cost <= MOST_COST else None
        if phrase is None or not self._is_possible(phrase, key) or not self._agrees(phrase, key):
            return
        for reason in self._chinese[key]:
            yield self._said(phrase.text, reason, statement, is_name(phrase))

    def _to_the_right(self, statement: Statement, key: str) -> Iterator[Said]:
        """Take the right for what renders the term that the left names: 比亜迪(BYD)."""
        left = self._key(statement.left)
        if statement.open:
            left = self._longest_known(statement.left)
        reasons = self._chinese.get(left) or [one for one in self._named.get(left, ()) if not one.rivals]
        phrase = self._phrase(statement.right) if reasons else None
        if phrase is None or key == left:
            return
        if statement.manner is Manner.ORIGINAL:
            reasons = [one for one in reasons if not self._is_chinese_for(key, one)]
        for reason in reasons:
            known = any(other.names[-1] == reason.names[-1] for other in self._named.get(key, ()))
            if known or (
                self._is_possible(phrase, reason.term.zh) and self._suits(phrase, reason, statement)
            ):
                yield self._said(phrase.text, reason, statement, is_name(phrase))

    def _is_chinese_for(self, key: str, reason: Explanation) -> bool:
        return any(other.names[-1] == reason.names[-1] for other in self._chinese.get(key, ()))

    def _inside(self, statement: Statement) -> Iterator[Said]:
        """Take stretches of the left for what renders the terms inside the Chinese on the right."""
        chinese = self._folder.fold(statement.right)
        found = list(self._matcher.spans(chinese.key))
        phrase = self._phrase(statement.left) if found else None
        if phrase and statement.open:
            start, cost = beginning(phrase, chinese.key, self._renderings)
            phrase = self._phrase(statement.left[start:]) if cost <= MOST_COST * 2 else None
        if phrase is None or not self._touches(phrase, chinese.key):
            return
        for span, number in found:
            if any(other != span and other.covers(span) for other, _ in found):
                continue
            quoted = self._quoted(statement, chinese.back(span))
            stretch = self._phrase(quoted or self._stretch(phrase, chinese.key, span))
            key = self._matcher.keys[number]
            if stretch and self._is_possible(stretch, key) and (quoted or self._agrees(stretch, key)):
                for reason in self._chinese[key]:
                    yield self._said(stretch.text, reason, statement, is_name(stretch))

    def _stretch(self, phrase: Phrase, chinese: str, span: Span) -> str:
        found = within(phrase, chinese, span, self._renderings)
        if found is None or found[1] < LEAST_SHARE:
            return ""
        return phrase.text[found[0].start : found[0].end]

    def _quoted(self, statement: Statement, span: Span) -> str:
        """Give the one quotation of the left where the Chinese quotes the term, and nothing else, too."""
        if any(found.span(1) == (span.start, span.end) for found in _QUOTED.finditer(statement.right)):
            quoted = _QUOTED.findall(statement.left)
            return str(quoted[0]) if len(quoted) == 1 else ""
        return ""

    def _touches(self, phrase: Phrase, chinese: str) -> bool:
        """Say whether two texts have enough in common to be about one thing: a third of the Chinese."""
        found = anchors(chinese, phrase.key, self._renderings)
        return sum(anchor.weight for anchor in found) * 3 >= sum(map(all_han, chinese))

    def _longest_known(self, left: str) -> str:
        """Give the key of the longest known designation that ends a phrase and begins with its first noun."""
        phrase = self._phrase(left)
        if phrase is None:
            return ""
        for at, token in enumerate(phrase.tokens):
            begins = at == 0 or not is_content(phrase.tokens[at - 1])
            if begins and begins_name(token) and (key := self._key(left[token.start :])) in self._named:
                return key
        return ""

    def _is_possible(self, phrase: Phrase, zh: str) -> bool:
        """Say whether a phrase may render a term at all: not too long, no list, more than one character."""
        text = phrase.text
        return (
            1 < len(text) <= _STRETCH * len(zh) + _MORE
            and not re.search(r"[、。，]|[0-9０-９]$", text)
            and any(map(is_content, phrase.tokens))
            and not all("数詞" in token.pos for token in phrase.tokens)
        )

    def _agrees(self, phrase: Phrase, key: str) -> bool:
        """Say whether a phrase may stand for a Chinese key; kanji must share some of it, a clause half."""
        if phrase.key == key:
            return False
        shared = sum(anchor.weight for anchor in anchors(key, phrase.key, self._renderings))
        if not _FOREIGN.search(phrase.text):  # 中央党校(国家行政学院) are two names
            return shared > 0 and (is_name(phrase) or shared * 2 >= len(key))
        return is_name(phrase) or shared * 2 >= len(key)

    def _suits(self, phrase: Phrase, reason: Explanation, statement: Statement) -> bool:
        """Say whether what is told of a known designation can be a rendering of its term."""
        match statement.manner:
            case Manner.ABBREVIATION | Manner.NAMED:
                return is_name(phrase)
            case Manner.SHORT:
                local = _LOCAL.match(phrase.text) or (phrase.text[0] in "新旧" and len(phrase.tokens) < 3)
                return not local and len(phrase.tokens) > 1
            case Manner.DESCRIBED:
                return not all_han(phrase.text) and reason.is_chinese
            case Manner.ORIGINAL:
                short = abbreviates(phrase.key, self._key(statement.left))
                return short or any(self._shares(phrase, name) for name in set(reason.names))
            case _:
                return is_name(phrase) and (len(phrase.tokens) > 1 or not all_han(phrase.text))

    def _shares(self, phrase: Phrase, name: str) -> bool:
        found = anchors(name, phrase.key, self._renderings)
        return sum(anchor.weight for anchor in found) * 2 >= len(name)

    def _said(self, text: str, reason: Explanation, statement: Statement, plainly: bool) -> Said:
        return Said(self._key(text), reason, statement.evidence, statement.manner, plainly)

    def _phrase(self, text: str) -> Phrase | None:
        return Phrase.of(text, self._folder, self._segmenter)
