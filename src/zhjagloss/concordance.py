"""A term in its sentences: every place where texts hold it, or what renders it, keyword in context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhjagloss.corpus.decode import NotTextError
from zhjagloss.corpus.document import read
from zhjagloss.corpus.folder import scan
from zhjagloss.corpus.sentences import sentences
from zhjagloss.errors import Fault, UnreadableInputError
from zhjagloss.glossary import generated
from zhjagloss.match import KeyMatcher
from zhjagloss.model import Label, Language, Span, Status
from zhjagloss.recognise.hits import decide
from zhjagloss.script.marks import with_quotes, without_marks
from zhjagloss.segment import Segmenter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from zhjagloss.corpus.document import Document
    from zhjagloss.corpus.folder import CorpusFile
    from zhjagloss.glossary.contents import Contents
    from zhjagloss.glossary.decisions import Decisions
    from zhjagloss.model import Hit, Pair, Sentence
    from zhjagloss.script.fold import Folder


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a document holds a form: the sentence, the form in it, what recognition makes of it.

    `known` is the row's Chinese where the form is a rendering, else the form looked for.
    """

    document: Document
    sentence: Sentence
    span: Span
    known: str
    label: Label
    reason: str

    @property
    def left(self) -> str:
        """What stands before the keyword in its sentence."""
        return self.sentence.text[: self.span.start]

    @property
    def keyword(self) -> str:
        """The form as the document writes it."""
        return self.sentence.text[self.span.start : self.span.end]

    @property
    def right(self) -> str:
        """What stands behind the keyword in its sentence."""
        return self.sentence.text[self.span.end :]


def forms_of(query: str, contents: Contents, written: Iterable[Path] = ()) -> dict[str, str]:
    """Give what to look for when somebody asks for a term: the term, its full form, what renders it.

    Each form leads to the Chinese that it stands for. `written` are folders in which builds left
    candidates and usage. A query that no row has stands for itself.

    >>> from zhjagloss.glossary.contents import Contents
    >>> from zhjagloss.glossary.stack import Stack
    >>> forms = forms_of("大湾区", Contents(Stack.open(())))
    >>> forms["グレーターベイエリア"]
    '大湾区'
    """
    key = contents.folder.key
    pairs = [one.pair for one in contents.decisions.entries if one.status is not Status.DEPRECATED]
    for folder in written:
        candidates, usages = generated.read(folder)
        left = [one.pair for one in candidates] + [one.pair for one in usages]
        pairs += [pair for pair in left if _stands(pair, contents.decisions)]
    forms = {query: query}
    for pair in pairs:
        if key(query) in (key(pair.zh), key(pair.concept)):
            for form in (pair.zh, pair.full, pair.ja):
                if form:
                    forms.setdefault(form, pair.zh)
    return forms


def _stands(pair: Pair, decisions: Decisions) -> bool:
    """Say whether nobody has decided against a pair since a build found it."""
    entry = decisions.of(pair)
    return not decisions.rejects(pair) and (entry is None or entry.status is not Status.DEPRECATED)


class Concordancer:
    """Finds forms in documents of either language."""

    def __init__(self, forms: dict[str, str], folder: Folder) -> None:
        self._folder = folder
        self._known: dict[str, str] = {}
        for form, zh in forms.items():
            self._known.setdefault(self._key(form), zh)
        self._matcher = KeyMatcher(self._known)
        self._segmenter: Segmenter | None = None

    def occurrences(self, document: Document) -> Iterator[Occurrence]:
        """Yield the places where a document holds a form, in its order; inside a longer form, as `nested`."""
        for sentence in sentences(document):
            folded = without_marks(self._folder.fold(sentence.text))
            found = [
                (span, number)
                for place, number in self._matcher.spans(folded.key)
                if (span := with_quotes(sentence.text, folded.back(place)))
                and self._key(sentence.text[span.start : span.end]) == self._matcher.keys[number]
            ]
            for hit in self._decide(document, sentence, found) if found else ():
                known = self._known[self._matcher.keys[hit.pattern]]
                yield Occurrence(document, sentence, hit.span, known, hit.label, hit.reason)

    def _decide(
        self, document: Document, sentence: Sentence, found: list[tuple[Span, int]]
    ) -> tuple[Hit, ...]:
        """Judge hits by Sudachi's words in Japanese; Chinese shows no words, and every edge may be one."""
        if document.language is Language.JA:
            self._segmenter = self._segmenter or Segmenter("A")
            return decide(sentence.text, found, self._segmenter.boundaries(sentence.text))
        return decide(sentence.text, found, range(len(sentence.text) + 1))

    def _key(self, form: str) -> str:
        return without_marks(self._folder.fold(form)).key


def documents(
    paths: Iterable[Path], encoding: str | None, *, skip_bad: bool, skipped: Callable[[str], None]
) -> Iterator[Document]:
    """Read the texts of a corpus in order; tell `skipped` of each file that is no text.

    Raises UnreadableInputError for a path that does not exist, at once, and for a text that cannot
    be decoded, unless bad ones are skipped.
    """
    corpus = scan(paths)
    for fault in corpus.skipped:
        skipped(str(fault))
    if not skip_bad:
        _decodable(corpus.files, encoding)
    read_all = (_read(file, encoding, skip_bad, skipped) for file in corpus.files)
    return (document for document in read_all if document)


def _decodable(files: Iterable[CorpusFile], encoding: str | None) -> None:
    """Raise UnreadableInputError with every text that cannot be decoded, before anything is printed."""
    faults: list[Fault] = []
    for file in files:
        try:
            read(file, encoding)
        except NotTextError:
            continue  # told of when its turn comes
        except UnreadableInputError as error:
            faults += error.faults
    if faults:
        raise UnreadableInputError(*faults)


def _read(
    file: CorpusFile, encoding: str | None, skip_bad: bool, skipped: Callable[[str], None]
) -> Document | None:
    try:
        return read(file, encoding)
    except UnreadableInputError as error:
        if not (skip_bad or isinstance(error, NotTextError)):
            raise
        skipped(str(error))
        return None
