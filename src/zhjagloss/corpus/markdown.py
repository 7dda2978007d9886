"""The visible text of Markdown, block by block [the only door to markdown-it]."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from zhjagloss.corpus.block import Block, lines
from zhjagloss.corpus.characters import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

#: A longer Markdown text is read line by line, marks and all: the parser needs about 5 µs and
#: a few hundred bytes a character.
LONGEST = 2_000_000

_ITEMS = frozenset({"list_item", "td", "th"})

_NEWLINE = re.compile(r"\r\n|\r|\n")
_FRONT_MATTER = re.compile(
    r"---[ \t]*(?:\r\n|\r|\n)(?:[^\r\n]*(?:\r\n|\r|\n))*?(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"
)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)

#: What follows the visible text of a link: its address or the name of its definition.
_ADDRESS = re.compile(r"\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])")
_PICTURE = re.compile(r"!\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])?")


def blocks(text: str) -> Iterator[Block]:
    r"""Yield paragraphs, headings, list items and table cells as a reader sees them.

    Code blocks, HTML blocks, pictures and front matter are left out. Lines of one paragraph are
    joined; a hard line break begins a new block.

    >>> [(block.line, block.text) for block in blocks("# 標題\n\n蘇州[高新区](a.html)の\n*管委会*")]
    [(1, '標題'), (3, '蘇州高新区の管委会')]
    """
    if len(text) > LONGEST:
        yield from lines(text)
        return
    matter = _FRONT_MATTER.match(text)
    # Blank lines in its place keep the line numbers.
    body = "\n" * len(_NEWLINE.findall(matter[0])) + text[matter.end() :] if matter else text
    starts = [0, *(found.end() for found in _NEWLINE.finditer(text))]
    cursor, items = 0, 0
    for token in _parser().parse(body):
        items += token.nesting * (token.type.rpartition("_")[0] in _ITEMS)
        if token.type == "inline" and token.map:
            first, after = token.map
            end = starts[after] if after < len(starts) else len(text)
            reader = _Reader(text, starts, max(cursor, starts[first]), end)
            yield from (replace(block, is_item=items > 0) for block in reader.read(token.children or []))
            cursor = reader.cursor


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Without text_join an escaped or named character stays apart, so that it is found as written.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


class _Reader:
    """Reads one paragraph: gathers its visible pieces and finds each of them in the source."""

    def __init__(self, source: str, starts: list[int], cursor: int, end: int) -> None:
        self.source, self.starts, self.cursor, self.end = source, starts, cursor, end
        self.pieces: list[str] = []
        self.length = 0
        self.marks: list[tuple[int, int, int]] = []
        self.joins = False

    def read(self, children: list[Token]) -> Iterator[Block]:
        for child in children:
            match child.type:
                case "text":
                    self.add(child.content, self.locate(child.content))
                case "text_special":
                    self.add(child.content, self.locate(child.markup))
                case "code_inline":
                    self.add_code(child.content)
                case "softbreak":
                    self.next_line()
                    self.joins = True
                case "hardbreak":
                    yield from self.flush()
                    self.next_line()
                case "html_inline":
                    self.locate(child.content)
                    if _BREAK_TAG.fullmatch(child.content):
                        yield from self.flush()
                case "image":
                    self.skip(_PICTURE.search(self.source, self.cursor, self.end))
                case "link_close":
                    self.skip(_ADDRESS.match(self.source, self.cursor, self.end))
        yield from self.flush()

    def locate(self, written: str) -> int:
        """Find a piece as it is written, and pass it; where it cannot be found, stay."""
        start = self.source.find(written, self.cursor, self.end)
        if start < 0:
            return self.cursor
        self.cursor = start + len(written)
        return start

    def add_code(self, content: str) -> None:
        """Add code word by word: in it a line end is shown as a space."""
        for number, word in enumerate(content.split(" ")):
            if number:
                self.add(" ", self.cursor)
            self.add(word, self.locate(word))

    def skip(self, found: re.Match[str] | None) -> None:
        if found:
            self.cursor = found.end()

    def next_line(self) -> None:
        after = bisect_right(self.starts, self.cursor)
        self.cursor = self.starts[after] if after < len(self.starts) else self.end

    def add(self, content: str, offset: int) -> None:
        if not content:
            return
        if self.joins and self.pieces and not (is_cjk(self.pieces[-1][-1]) and is_cjk(content[0])):
            self.pieces.append(" ")
            self.length += 1
        self.joins = False
        line = bisect_right(self.starts, offset)
        index, before, start = self.marks[-1] if self.marks else (0, 0, 0)
        if line != before or offset - start != self.length - index:
            self.marks.append((self.length, line, offset))
        self.pieces.append(content)
        self.length += len(content)

    def flush(self) -> Iterator[Block]:
        text = "".join(self.pieces)
        if text and not text.isspace():
            _, line, offset = self.marks[0]
            yield Block(line, offset, text, tuple(self.marks) if len(self.marks) > 1 else ())
        self.pieces, self.length, self.marks, self.joins = [], 0, [], False
