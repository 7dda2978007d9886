"""The nouns of the trade, as frozen values that every floor shares."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The two languages of a glossary."""

    ZH = "zh"
    JA = "ja"


class Status(StrEnum):
    """What people decided about a pair (ISO 10241-1), or that nobody has."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    PROPOSED = "proposed"
    DEPRECATED = "deprecated"


class Strategy(StrEnum):
    """How a rendering is made. Computed, never typed in; see `zhjagloss.compose.strategy.strategy`."""

    BORROWING = "borrowing"
    EXPANSION = "expansion"
    LOANWORD = "loanword"
    CALQUE = "calque"
    MIXED = "mixed"
    PARAPHRASE = "paraphrase"


class Evidence(StrEnum):
    """Why the program believes a pair, strongest class first.

    `repetition`: a shorter or another form of a name that the same document renders; `concept`: what
    renders another term of the same concept.
    """

    DEFINITION = "definition"
    PARENTHESIS = "parenthesis"
    TITLE = "title"
    PARALLEL = "parallel"
    COMPOSITION = "composition"
    SAME_FORM = "same-form"
    REPETITION = "repetition"
    CONCEPT = "concept"
    EMBEDDING = "embedding"


class Label(StrEnum):
    """What recognition makes of a hit in running text."""

    WHOLE = "whole"
    NESTED = "nested"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A Chinese designation, with the full form that it abbreviates.

    >>> Term("高新区", "高新技术产业开发区").concept
    '高新技术产业开发区'
    >>> Term("国务院").concept
    '国务院'
    """

    zh: str
    full: str = ""

    @property
    def concept(self) -> str:
        """What the term designates: its full form where it has one, else the term."""
        return self.full or self.zh


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A term with one rendering: what one line of a glossary is about."""

    zh: str
    full: str
    ja: str

    @property
    def term(self) -> Term:
        """The Chinese side of the pair."""
        return Term(self.zh, self.full)

    @property
    def concept(self) -> str:
        """What the pair's term designates."""
        return self.full or self.zh


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: a file as it was named to us, and a line counted from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A decided row of a glossary."""

    pair: Pair
    status: Status
    reading: str
    note: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A building block of Chinese names with one rendering: 委 → 委員会, at the end of a name.

    `is_firm` says that it is the name of a firm, and no institution's.
    """

    zh: str
    ja: str
    position: str
    is_firm: bool = False


class Kind(StrEnum):
    """What a designation names, as its last word tells."""

    ORGAN = "organ"
    ZONE = "zone"
    TITLE = "title"
    PLAN = "plan"
    MEETING = "meeting"
    INDUSTRY = "industry"
    STATISTICS = "statistics"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of a designation, in both languages: 局 names an organ, チェーン (链) an industry.

    `alone` says that it is a designation by itself: 社区, 書記.
    """

    zh: str
    ja: str
    kind: Kind
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text was published."""

    title: str = ""
    publisher: str = ""
    date: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that the program proposes. `score` is the chance, 0–1, that the pair is right."""

    pair: Pair
    score: float
    evidence: str
    count: int
    documents: int
    example: str


@dataclass(frozen=True, slots=True)
class Usage:
    """How often one document uses a pair; `line` (from 1) is where it does so first."""

    pair: Pair
    document: str
    source: Source
    count: int
    line: int
    example: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at its place: `line` from 1, `offset` in characters from the start of the document."""

    document: str
    line: int
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word as Sudachi cuts it; `start` and `end` are character offsets into the segmented text.

    `pos` is Sudachi's part of speech, its six levels joined by commas; `known` is false for a
    word that its dictionary lacks.
    """

    surface: str
    start: int
    end: int
    reading: str
    pos: str
    known: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, half open: `text[start:end]`."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Say whether the other span lies inside this one (or is this one)."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Say whether the two spans have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where some pattern occurs, with what recognition made of it."""

    span: Span
    pattern: int
    label: Label
    reason: str
