"""Short lines that stand again and again: captions in one document, navigation in many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhjagloss.corpus.document import Document

#: A line of up to so many characters, once folded, may be a caption; a heading seldom is longer.
SHORT = 40

#: So many times in one document make a line a caption. A title that stands again over its text
#: comes twice.
CAPTION_TIMES = 3

#: In so many documents a line is navigation: what comes twice may be a text and its revision.
NAVIGATION_DOCUMENTS = 3

_ENDS = "。！？!?"
_CLOSING = "」』）)】］]〕》〉”’\"' "


def captions(document: Document, key: Callable[[str], str]) -> frozenset[int]:
    """Find the short lines that occur over and over in one document: all of their blocks.

    A caption under 19 pictures would else be 19 attestations of the terms in it. `key` folds.

    >>> from zhjagloss.corpus.document import from_text
    >>> text = from_text("大会の様子\\n本文。\\n大会の様子\\n本文。\\n大会の様子\\n", "-")
    >>> sorted(captions(text, str.casefold))
    [0, 2, 4]
    """
    keys = _short(document, key)
    times = Counter(keys.values())
    return frozenset(index for index, line in keys.items() if times[line] >= CAPTION_TIMES)


def short_lines(document: Document, key: Callable[[str], str]) -> frozenset[str]:
    """Give the keys of a document's short lines, to be counted over documents."""
    return frozenset(_short(document, key).values())


def navigation(document: Document, common: frozenset[str], key: Callable[[str], str]) -> frozenset[int]:
    """Find the short lines whose keys are among `common`, those of NAVIGATION_DOCUMENTS documents."""
    return frozenset(index for index, line in _short(document, key).items() if line in common)


def _short(document: Document, key: Callable[[str], str]) -> dict[int, str]:
    """Give the keys of the blocks that are short and not a sentence, spaces made equal."""
    found: dict[int, str] = {}
    for index, block in enumerate(document.blocks):
        # Folding may shorten a line (㍿ lengthens it), but never to a fourth.
        if block.is_item or len(block.text) > 4 * SHORT:
            continue
        line = " ".join(key(block.text).split())
        if line and len(line) <= SHORT and not line.rstrip(_CLOSING).endswith(tuple(_ENDS)):
            found[index] = line
    return found
