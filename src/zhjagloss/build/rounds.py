"""The two rounds over the documents: what they hold, then what they attest.

The first round tells which characters stand side by side anywhere (so that compositions which
cannot occur are never looked for) and which short lines return in document after document. The
second searches and counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from zhjagloss.align.attest import Tallies, attest
from zhjagloss.align.discover import survey as discover
from zhjagloss.align.statements import definitions, headlines, parentheses
from zhjagloss.align.variants import Naming
from zhjagloss.corpus.decode import NotTextError
from zhjagloss.corpus.document import Document, read
from zhjagloss.corpus.duplicates import duplicates
from zhjagloss.corpus.repeats import captions, navigation, short_lines
from zhjagloss.corpus.sentences import sentences
from zhjagloss.errors import Fault, UnreadableInputError
from zhjagloss.match import KeyMatcher
from zhjagloss.model import Language
from zhjagloss.script.marks import without_marks
from zhjagloss.segment import Segmenter

if TYPE_CHECKING:
    from zhjagloss.align.patterns import Patterns
    from zhjagloss.align.statements.statement import Statement
    from zhjagloss.corpus.folder import CorpusFile
    from zhjagloss.model import Head, Source
    from zhjagloss.script.fold import Folder


@dataclass(frozen=True, slots=True)
class Survey:
    """What the first round keeps of a document.

    `neighbours` are its pairs of adjacent key characters, `statements` what it says of its words,
    `naming` what looks like a name.
    """

    name: str
    digest: str
    language: Language | None
    stem: str
    neighbours: frozenset[str]
    short_lines: frozenset[str]
    statements: frozenset[Statement]
    naming: Naming
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is no text at all, or a text that cannot be decoded."""

    faults: tuple[Fault, ...]
    is_text: bool


@dataclass(frozen=True, slots=True)
class Attested:
    """What the second round finds in a Japanese document."""

    name: str
    source: Source
    sentences: int
    left_out: int
    tallies: Tallies


class Surveyor:
    """Reads a document for the first round."""

    def __init__(self, folder: Folder, encoding: str | None, heads: tuple[Head, ...]) -> None:
        """Take the heads by which to find names."""
        self._folder = folder
        self._encoding = encoding
        self._names = discover.Surveyor(heads, folder)

    def __call__(self, file: CorpusFile) -> Survey | Unread:
        """Survey one file, or say why it cannot be read."""
        try:
            document = read(file, self._encoding)
        except NotTextError as error:
            return Unread(error.faults, is_text=False)
        except UnreadableInputError as error:
            return Unread(error.faults, is_text=True)
        neighbours: set[str] = set()
        short: frozenset[str] = frozenset()
        stated: frozenset[Statement] = frozenset()
        naming = Naming(frozenset(), frozenset())
        if document.language is Language.JA:
            for block in document.blocks:
                key = without_marks(self._folder.fold(block.text)).key
                neighbours.update(map("".join, pairwise(key)))
            short = short_lines(document, cache(self._folder.key))
            stated = statements(document)
            naming = self._naming(document)
        return Survey(
            document.name,
            document.digest,
            document.language,
            document.stem,
            frozenset(neighbours),
            short,
            stated,
            naming,
            document.warnings,
        )

    def _naming(self, document: Document) -> Naming:
        """Gather the names of the headline and those of the text below it."""
        headline = max(headlines.headlines([block.text for block in document.blocks]), key=len, default="")
        left_out = captions(document, self._folder.key)
        texts = [one.text for one in sentences(document, left_out)]
        below = (text for text in texts if not (headline and text.endswith(headline)))
        body = (headlines.without_chinese(text) for text in below)
        return Naming(self._names.seen([headline]), self._names.seen(body))


class Attester:
    """Searches a Japanese document for the second round."""

    def __init__(
        self, folder: Folder, encoding: str | None, searches: tuple[Patterns, ...], common: frozenset[str]
    ) -> None:
        """Take what to search for: each search decides its hits for itself, whatever the others find."""
        self._folder = folder
        self._encoding = encoding
        self._searches = [(patterns, KeyMatcher(patterns.keys)) for patterns in searches]
        self._common = common
        self._segmenter = Segmenter("A")

    def __call__(self, file: CorpusFile) -> Attested:
        """Count what one document attests."""
        document = read(file, self._encoding)
        left_out = self._left_out(document)
        counted = list(sentences(document, left_out))
        boundaries = cache(self._segmenter.boundaries)
        tallies: Tallies = {}
        for patterns, matcher in self._searches:
            tallies.update(attest(counted, patterns, matcher, self._folder, boundaries))
        return Attested(document.name, document.source, len(counted), len(left_out), tallies)

    def _left_out(self, document: Document) -> frozenset[int]:
        key = cache(self._folder.key)
        return captions(document, key) | navigation(document, self._common, key) | duplicates(document, key)


def statements(document: Document) -> frozenset[Statement]:
    """Gather what a Japanese document says of its words, each statement once."""
    said = set(headlines.find([block.text for block in document.blocks]))
    for sentence in sentences(document):
        said.update(definitions.find(sentence.text))
        said.update(parentheses.find(sentence.text))
    return frozenset(said)
