"""Folding: from a form, as its source wrote it, to the key under which its variants meet.

The key is for comparing only and is never shown. It is NFKC, case, width and combining marks,
then each Han character replaced by the representative of its class (`zhjagloss.script.classes`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zhjagloss.model import Span

#: Characters that Unicode calls default-ignorable: zero-width ones, bidirectional controls,
#: variation selectors. They carry no identity of their own in a term.
_IGNORED = frozenset(
    chr(code)
    for first, last in (
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
        (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF),
    )
    for code in range(first, last + 1)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A form beside its key, with the way back from the key's offsets to the form's.

    `starts[i]` and `ends[i]` bound the characters of the form that gave character `i` of the
    key; both are None where each character gave exactly one.
    """

    form: str
    key: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def back(self, span: Span) -> Span:
        """Turn a non-empty span of the key into the span of the form it came from."""
        if self.starts is None or self.ends is None:
            return span
        return type(span)(self.starts[span.start], self.ends[span.end - 1])

    def surface(self, span: Span) -> str:
        """Give the form's own characters for a non-empty span of the key."""
        there = self.back(span)
        return self.form[there.start : there.end]


@dataclass(frozen=True, slots=True)
class DifferentWords:
    """Words that share a key and yet are different words, with what tells them apart."""

    forms: tuple[str, ...]
    note: str


class Folder:
    """Folds forms to keys by one table of character classes.

    >>> from zhjagloss.script.classes import derive
    >>> folder = Folder(derive())
    >>> folder.key("开发区") == folder.key("開發區") == folder.key("開発区")
    True
    >>> folder.key("ＢＹＤ㈱")
    'byd(株)'
    """

    def __init__(
        self,
        classes: Mapping[str, str],
        different: Iterable[DifferentWords] = (),
        groups: Iterable[Iterable[str]] = (),
    ) -> None:
        """Take the table, the words it merges wrongly, and the groups it has beyond OpenCC's classes."""
        self.classes = classes
        self.groups = tuple(tuple(group) for group in groups)
        self.different = tuple(different)
        self._table: dict[int, str] = {}
        self._known: set[str] = set()
        self._complex: set[str] = set()

    def key(self, form: str) -> str:
        """Fold a form. Folding twice is folding once.

        >>> Folder({}).key("ﾃﾞｼﾞﾀﾙ") == Folder({}).key("デジタル")
        True
        """
        return form.translate(self._table) if self._is_simple(form) else self.fold(form).key

    def fold(self, form: str) -> Folded:
        """Fold a form and keep the way back.

        >>> from zhjagloss.model import Span
        >>> folded = Folder({}).fold("約㌔と")
        >>> folded.key, folded.surface(Span(1, 2)), folded.back(Span(3, 4))
        ('約キロと', '㌔', Span(start=2, end=3))
        """
        if self._is_simple(form):
            return Folded(form, form.translate(self._table))
        key: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        start = 0
        while start < len(form):
            end = start + 1
            while end < len(form) and _leans(form[end]):
                end += 1
            piece = self._fold_piece(form[start:end])
            key.append(piece)
            starts += [start] * len(piece)
            ends += [end] * len(piece)
            start = end
        return Folded(form, "".join(key), tuple(starts), tuple(ends))

    def words_apart(self, one: str, other: str) -> DifferentWords | None:
        """Find why two forms with one key may still be different words, or None."""
        if one == other:
            return None
        for words in self.different:
            ours = next((form for form in words.forms if form in one), None)
            theirs = next((form for form in words.forms if form in other), None)
            if ours and theirs and ours != theirs and one.find(ours) == other.find(theirs):
                return words
        return None

    def _is_simple(self, form: str) -> bool:
        characters = set(form)
        for char in characters - self._known:
            piece = self._fold_piece(char)
            if len(piece) != 1 or _leans(char):
                self._complex.add(char)
            elif piece != char:
                self._table[ord(char)] = piece
            self._known.add(char)
        return characters.isdisjoint(self._complex)

    def _fold_piece(self, piece: str) -> str:
        bare = "".join(char for char in piece if char not in _IGNORED)
        cased = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", bare).casefold())
        classes = self.classes
        return "".join([classes.get(char, char) for char in cased])


def _leans(char: str) -> bool:
    """Say whether a character joins the one before it: a mark, half-width ﾞ, a variation selector.

    Hangul vowels and finals are marks in all but name: they compose with what precedes them.
    """
    if char < "\u0300":
        return char == "\u00ad"
    first = unicodedata.normalize("NFKC", char)[:1]
    return char in _IGNORED or unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"
