"""Marks that print puts into a name and that are no part of it: quotes, note signs, ・ between katakana."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhjagloss.script.fold import Folded

if TYPE_CHECKING:
    from zhjagloss.model import Span

#: Each opening quote with the one that closes it.
QUOTES = {"「": "」", "『": "』", "“": "”", "‘": "’", "〈": "〉", "《": "》", '"': '"'}

#: Signs that lead to a note, and the Chinese middle dot, which Japanese does not write.
NOTE_SIGNS = "※＊·"

_SIGNS = frozenset({*QUOTES, *QUOTES.values(), *NOTE_SIGNS})
_DOT = re.compile(r"(?<=[ァ-ヺー])・(?=[ァ-ヺ])")
_CLOSED = {closing: opening for opening, closing in QUOTES.items() if opening != closing}


def without_marks(folded: Folded) -> Folded:
    """Leave the marks out of a key; the way back to the form still holds.

    >>> from zhjagloss.script.fold import Folder
    >>> without_marks(Folder({}).fold("「三北」プロジェクト")).key
    '三北プロジェクト'
    """
    kept = [at for at, char in enumerate(folded.key) if char not in _SIGNS]
    dots = {found.start() for found in _DOT.finditer("".join(folded.key[at] for at in kept))}
    if len(kept) == len(folded.key) and not dots:
        return folded
    kept = [at for number, at in enumerate(kept) if number not in dots]
    starts = tuple(folded.starts[at] if folded.starts else at for at in kept)
    ends = tuple(folded.ends[at] if folded.ends else at + 1 for at in kept)
    return Folded(folded.form, "".join(folded.key[at] for at in kept), starts, ends)


def quotes_close(text: str) -> bool:
    """Say whether every quote that a stretch of text opens is closed in it, and every closed one opened.

    >>> quotes_close("「三北」プロジェクト"), quotes_close("三北」プロジェクト")
    (True, False)
    """
    if text.count('"') % 2:
        return False
    open_quotes: list[str] = []
    for char in text:
        if char in _CLOSED:
            if not open_quotes or open_quotes.pop() != _CLOSED[char]:
                return False
        elif char in QUOTES and char != '"':
            open_quotes.append(char)
    return not open_quotes


def plain(form: str) -> str:
    """Leave the marks out of a form.

    >>> plain("粤港澳大湾区※発展計画綱要"), plain("サプライ・チェーン")
    ('粤港澳大湾区発展計画綱要', 'サプライチェーン')
    """
    return _DOT.sub("", "".join(char for char in form if char not in _SIGNS))


def with_quotes(text: str, span: Span) -> Span | None:
    """Take in the quotes that a name is written with; None where one stays open.

    >>> from zhjagloss.model import Span
    >>> with_quotes("「三北」プロジェクト", Span(1, 10))
    Span(start=0, end=10)
    """
    inside = text[span.start : span.end]
    if inside.isalnum():
        return span
    opened, closed = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    for before, behind in ((0, 0), (1, 0), (0, 1)):
        wider = type(span)(span.start - before, span.end + behind)
        quotes = (opened in QUOTES or not before) and (closed in QUOTES.values() or not behind)
        if quotes and quotes_close(text[wider.start : wider.end]):
            return wider
    return None
