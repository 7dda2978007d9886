"""Japanese text as tokens in which every term of a glossary is one token."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhjagloss.match import KeyMatcher
from zhjagloss.model import Entry, Label, Span, Token
from zhjagloss.recognise.hits import decide
from zhjagloss.segment import Segmenter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zhjagloss.model import Hit
    from zhjagloss.script.fold import Folder
    from zhjagloss.segment import Mode


#: A single character (省, 港) is a word of the language before it is anybody's term.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class TermToken:
    """A token with the hits that recognition found in it.

    `entries` are the rows of the token itself where it is a term, else empty; `nested` the terms
    inside it; `doubtful` the hits that begin in it and are not believed.
    """

    token: Token
    entries: tuple[Entry, ...]
    nested: tuple[TermHit, ...]
    doubtful: tuple[TermHit, ...]


@dataclass(frozen=True, slots=True)
class TermHit:
    """A hit as a token of its own, with its rows and why it was not taken whole."""

    token: Token
    entries: tuple[Entry, ...]
    label: Label
    reason: str


class TermSegmenter:
    """Segments with the Japanese renderings of a glossary kept whole.

    >>> from zhjagloss.model import Pair, Place, Status
    >>> from zhjagloss.script.fold import Folder
    >>> entry = Entry(Pair("党工委", "", "党工委"), Status.ADMITTED, "", "", "", Place("party.tsv", 2))
    >>> segmenter = TermSegmenter([entry], Folder({}))
    >>> [one.token.surface for one in segmenter.tokens("高新区党工委書記")]
    ['高新区', '党工委', '書記']
    """

    def __init__(self, entries: Iterable[Entry], folder: Folder, mode: Mode = "C") -> None:
        self._folder = folder
        self._entries: dict[str, list[Entry]] = {}
        for entry in entries:
            if len(entry.pair.ja) >= SHORTEST:
                self._entries.setdefault(folder.key(entry.pair.ja), []).append(entry)
        self._matcher = KeyMatcher(self._entries)
        self._words = Segmenter(mode)
        self._short_words = self._words if mode == "A" else Segmenter("A")

    def tokens(self, text: str) -> Iterator[TermToken]:
        """Yield the tokens of a text in order; their surfaces, joined, are the text."""
        words = tuple(self._words.tokens(text))
        folded = self._folder.fold(text)
        found = [
            (folded.back(span), number)
            for span, number in self._matcher.spans(folded.key)
            if self._folder.key(folded.surface(span)) == self._matcher.keys[number]  # not the 会社 of ㍿
        ]
        if not found:
            yield from (TermToken(word, (), (), ()) for word in words)
            return
        short = words if self._short_words is self._words else tuple(self._short_words.tokens(text))
        hits = decide(text, found, {0} | {word.end for word in short})
        whole = {hit.span for hit in hits if hit.label is Label.WHOLE}
        starts = [hit.span.start for hit in hits]
        for word in _cut(text, sorted(whole), words, short):
            span = Span(word.start, word.end)
            is_term = span in whole
            here = hits[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            inside = [hit for hit in here if hit.label is Label.NESTED and span.covers(hit.span)]
            begun = [hit for hit in here if hit.label is Label.DOUBTFUL]
            yield TermToken(
                self._read(word) if is_term else word,
                self._rows(word.surface) if is_term else (),
                tuple(self._term_hit(text, hit, short) for hit in inside),
                tuple(self._term_hit(text, hit, short) for hit in begun),
            )

    def _rows(self, surface: str) -> tuple[Entry, ...]:
        return tuple(self._entries.get(self._folder.key(surface), ()))

    def _term_hit(self, text: str, hit: Hit, short: Sequence[Token]) -> TermHit:
        token = self._read(_join(text, hit.span, short))
        return TermHit(token, self._rows(token.surface), hit.label, hit.reason)

    def _read(self, token: Token) -> Token:
        """Give a term the reading that its rows give it, where they do."""
        reading = next((row.reading for row in self._rows(token.surface) if row.reading), "")
        return replace(token, reading=reading) if reading else token


def _cut(text: str, whole: Sequence[Span], words: Sequence[Token], short: Sequence[Token]) -> Iterator[Token]:
    """Cut a text so that each whole hit is one token; a word that a hit cuts gives way to shorter ones."""
    start = 0
    for hit in (*whole, Span(len(text), len(text))):
        while start < hit.start:
            word = (
                _word_at(start, hit.start, words)
                or _word_at(start, hit.start, short)
                or _join(text, Span(start, hit.start), short)
            )
            yield word
            start = word.end
        if hit.start < hit.end:
            yield _join(text, hit, short)
            start = hit.end


def _word_at(start: int, limit: int, words: Sequence[Token]) -> Token | None:
    place = bisect_left(words, start, key=lambda word: word.start)
    if place < len(words) and words[place].start == start and words[place].end <= limit:
        return words[place]
    return None


def _join(text: str, span: Span, words: Sequence[Token]) -> Token:
    """Make one token of a span: it reads as the words inside read, and is what the last of them is."""
    first = bisect_left(words, span.start, key=lambda word: word.start)
    inside = []
    for word in words[first:]:
        if word.end > span.end:
            break
        inside.append(word)
    return Token(
        text[span.start : span.end],
        span.start,
        span.end,
        "".join(word.reading for word in inside),
        inside[-1].pos if inside else "",
        bool(inside),
    )
