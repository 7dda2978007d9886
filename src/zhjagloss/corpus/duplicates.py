"""Paragraphs that stand twice in one document, the second time perhaps with amounts in brackets."""

from __future__ import annotations

import heapq
import re
import zlib
from typing import TYPE_CHECKING

from zhjagloss.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhjagloss.corpus.document import Document

#: Shorter paragraphs are alike by chance: articles of a decree, lines of a list.
LEAST = 40

#: Longer ones are compared for equality only: closeness costs the product of the lengths.
MOST = 2_000

#: Two paragraphs are one when their keys without brackets are so alike. A paragraph printed again
#: with yen amounts has 1.0 (with its brackets .76–.91); reports made from one template, for two
#: zones or two years, and articles of one decree have up to .86, a rewritten paragraph .90. One
#: character mended in forty has .975.
ALIKE = 0.97

#: Where less remains without brackets, the brackets are the text.
_BARE_SHARE = 0.5

#: Shingles of so many characters, of which the so many with the lowest checksums are looked up:
#: two paragraphs that are alike by the measure above share nearly all of them.
_SHINGLE = 5
_SKETCH = 16

#: A shingle of more paragraphs than this is a formula and tells nothing.
_FORMULA = 32

_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")


def duplicates(document: Document, key: Callable[[str], str]) -> frozenset[int]:
    r"""Find the paragraphs that repeat an earlier one: the indexes of the later blocks. `key` folds.

    >>> from zhjagloss.corpus.document import from_text
    >>> first = "上半期の西湖区の固定資産投資は312億元で、前年同期を7.8%上回り、新規着工は41件であった。"
    >>> text = from_text(f"{first}\n\n{first.replace('元', '元(約5,000億円)')}", "-")
    >>> sorted(duplicates(text, str.casefold))
    [1]
    """
    seen: set[str] = set()
    postings: dict[int, list[str]] = {}
    later: set[int] = set()
    for index, block in enumerate(document.blocks):
        if len(block.text) < LEAST // 2:
            continue
        whole = "".join(key(block.text).split())
        if len(whole) < LEAST:
            continue
        bare = _BRACKETS.sub("", whole)
        bare = bare if len(bare) >= _BARE_SHARE * len(whole) else whole
        if bare in seen:
            later.add(index)
        elif len(bare) <= MOST:
            sketch = _sketch(bare)
            if _is_known(bare, sketch, postings):
                later.add(index)
            else:
                # Only first printings are looked up: a paragraph that comes 100 times costs no more.
                for value in sketch:
                    postings.setdefault(value, []).append(bare)
        seen.add(bare)
    return frozenset(later)


def _is_known(bare: str, sketch: list[int], postings: dict[int, list[str]]) -> bool:
    candidates = [postings[value] for value in sketch if value in postings]
    earlier = {text: None for texts in candidates if len(texts) <= _FORMULA for text in texts}
    return any(ratio(bare, text) >= ALIKE for text in earlier)


def _sketch(text: str) -> list[int]:
    """Choose shingles by checksum, not by `hash`, which differs from run to run."""
    shingles = {text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)}
    return heapq.nsmallest(
        _SKETCH, {zlib.crc32(shingle.encode(errors="surrogatepass")) for shingle in shingles}
    )
