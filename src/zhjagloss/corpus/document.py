"""A file or standard input as a document: blocks of text, where they stand, whose they are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhjagloss.corpus import markdown as md
from zhjagloss.corpus.block import Block, lines
from zhjagloss.corpus.decode import decode
from zhjagloss.corpus.names import shown
from zhjagloss.errors import Fault, UnreadableInputError
from zhjagloss.model import Language, Source
from zhjagloss.script.language import language as language_of_text

if TYPE_CHECKING:
    from zhjagloss.corpus.folder import CorpusFile

#: Suffixes that mean Markdown.
MARKDOWN = frozenset({".md", ".markdown"})

#: So much of a text tells its language; counting the rest would take a gigabyte for 50 MB.
_TELLING = 100_000


@dataclass(frozen=True, slots=True)
class Document:
    """A text that has been read. `digest` is the SHA-256 of its bytes, in hexadecimal.

    `warnings` are doubts that did not stop the reading: a declared encoding that looks wrong.
    """

    name: str
    language: Language | None
    stem: str
    source: Source
    blocks: tuple[Block, ...]
    digest: str
    encoding: str
    warnings: tuple[Fault, ...] = ()


def read(file: CorpusFile, encoding: str | None = None) -> Document:
    """Read a file of a corpus; `encoding` overrides what its bytes say.

    Raises UnreadableInputError where the system or the encoding refuses, for a file that is no
    text its subclass NotTextError.
    """
    where = shown(file.path)
    try:
        data = file.path.read_bytes()
    except OSError as error:
        fault = Fault(where, error.strerror or str(error), "Make the file readable, or leave it out.")
        raise UnreadableInputError(fault) from error
    decoded = decode(data, where, encoding)
    return Document(
        file.name,
        file.language or language_of_text(decoded.text[:_TELLING]),
        file.stem,
        file.source,
        _blocks(decoded.text, markdown=file.path.suffix.lower() in MARKDOWN),
        hashlib.sha256(data).hexdigest(),
        decoded.encoding,
        (decoded.warning,) if decoded.warning else (),
    )


def from_text(text: str, name: str, *, markdown: bool = False, language: Language | None = None) -> Document:
    r"""Make a document of a text that was decoded elsewhere: standard input, a string.

    >>> document = from_text("高新区\n\n开发区管委会。", "-")
    >>> document.language, [block.line for block in document.blocks]
    (<Language.ZH: 'zh'>, [1, 3])
    """
    text = text.removeprefix("\ufeff")
    return Document(
        name,
        language or language_of_text(text[:_TELLING]),
        name,
        Source(),
        _blocks(text, markdown=markdown),
        hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest(),
        "utf-8",
    )


def _blocks(text: str, *, markdown: bool) -> tuple[Block, ...]:
    return tuple(md.blocks(text) if markdown else lines(text))
