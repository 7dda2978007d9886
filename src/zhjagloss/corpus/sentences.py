"""Documents cut into sentences, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhjagloss.corpus.characters import is_cjk, leans
from zhjagloss.model import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhjagloss.corpus.document import Document

#: No sentence is longer. What is has lost its punctuation, and every later step would pay for it.
LONGEST = 10_000

#: Marks that end a sentence, the brackets and quotes that may close with it; or characters that
#: end a line of a sort. It matches to its end without going back, however long the run.
_END = re.compile(r"([。｡．！？!?]+)([」｣』）)】］\]〕》〉”’＂\"＇']*)|[\v\f\x85\u2028\u2029]")

#: An opening quote that looks like a closing one is sought so far back and no farther.
_QUOTED = 1_000

_LEVEL_QUOTES = frozenset("\"'＂＇")
_NUMBERED = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")

#: Where a sentence that is too long is cut with the least harm, best first.
_SEAMS = ("、", "，", "；", " ", "　", ",")


def sentences(document: Document, left_out: frozenset[int] = frozenset()) -> Iterator[Sentence]:
    """Yield the sentences of a document, without the blocks whose index is in `left_out`.

    `offset` leads to the first character of the sentence; in plain text the document's text from
    there on is the sentence's.

    >>> from zhjagloss.corpus.document import from_text
    >>> text = from_text("「誘致を進める。」と述べた。GDPは2.5%増。", "-")
    >>> [sentence.text for sentence in sentences(text)]
    ['「誘致を進める。」', 'と述べた。', 'GDPは2.5%増。']
    """
    for index, block in enumerate(document.blocks):
        if index in left_out:
            continue
        for start, end in _cuts(block.text):
            piece = block.text[start:end]
            start += len(piece) - len(piece.lstrip())
            if piece := piece.strip():
                line, offset = block.place(start)
                yield Sentence(document.name, line, offset, piece)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        if end := _end(text, start, found):
            yield from _bounded(text, start, end)
            start = end
    yield from _bounded(text, start, len(text))


def _end(text: str, start: int, found: re.Match[str]) -> int:
    """Give where the sentence ends, or 0 where the mark does not end one."""
    marks, closing = found.groups()
    if marks is None:
        return found.end()
    end = found.end(1)
    for char in closing:
        # A quote that looks the same at both ends closes only what was opened before.
        if char in _LEVEL_QUOTES and text.count(char, max(start, end - _QUOTED), end) % 2 == 0:
            break
        end += 1
    if marks == "．" and _NUMBERED.match(text[found.start() - 1 : found.start()]):
        return 0  # ３．５, １．概要
    after = text[end : end + 1]
    if after and marks.isascii() and not (after.isspace() or is_cjk(after)):
        return 0  # view?id=1
    return end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long: after a seam in the second half, else between two characters."""
    while end - start > LONGEST:
        middle, last = start + LONGEST // 2, start + LONGEST
        cut = next((at + 1 for seam in _SEAMS if (at := text.rfind(seam, middle, last)) >= 0), last)
        while cut > middle and (leans(text[cut]) or text[cut - 1] == "\u200d"):
            cut -= 1
        cut = cut if cut > middle else last
        yield start, cut
        start = cut
    yield start, end
