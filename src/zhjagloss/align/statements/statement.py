"""One statement of a text that two designations stand for the same thing, as the text puts it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zhjagloss.model import Evidence


class Manner(StrEnum):
    """How a text sets two designations beside one another.

    `original`: the Chinese in brackets behind its rendering; `abbreviation`: Latin letters there;
    `gloss`: other words there. `short`: 以下「Y」; `named`: 正式名称, 略称, 通称; `called`: と呼ばれる;
    `namely`: すなわち, のこと; `described`: a name inside the explanation of another. `headline`: a
    Chinese headline and the Japanese one. Three come about without a word: `varied`, a name in
    a headline and another in the body, `repeated`, a name and its shorter form in one document, and
    `shared`, two terms of one concept.
    """

    ORIGINAL = "original"
    ABBREVIATION = "abbreviation"
    GLOSS = "gloss"
    SHORT = "short"
    NAMED = "named"
    CALLED = "called"
    NAMELY = "namely"
    DESCRIBED = "described"
    HEADLINE = "headline"
    VARIED = "varied"
    REPEATED = "repeated"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """Two designations of one thing: コミュニティ(社区).

    `left` ends where its designation ends; where it is `open`, its beginning is still to be found:
    無錫市の社区 may stand for 社区. `right` is whole.
    """

    evidence: Evidence
    manner: Manner
    left: str
    right: str
    open: bool = False


class Told(NamedTuple):
    """How texts tell of a pair, and how many of them do.

    `is_name` is false where the rendering is a clause (資本を招くこと) rather than a name.
    """

    evidence: Evidence
    manner: Manner
    is_name: bool
    documents: int


#: No designation is longer; what stands farther to the left of a bracket is not searched.
LONGEST = 40

_EDGES = "。．！？!?、，,；;：:「」『』“”《》()（）【】〔〕[]［］…―—※＊*\n\t　"


def before(text: str, end: int) -> tuple[str, bool]:
    """Give the designation that ends at an offset, and whether its beginning is open.

    A quoted one is known to its first character.

    >>> before("市は「双招双引」(ダブル誘致)", 8), before("市の社区(コミュニティ)", 4)
    (('双招双引', False), ('市の社区', True))
    """
    closing = text[end - 1 : end]
    opening = {"」": "「", "』": "『", "”": "“", "》": "《"}.get(closing)
    if opening:
        start = text.rfind(opening, max(0, end - LONGEST - 2), end - 1)
        return (text[start + 1 : end - 1], False) if start >= 0 else ("", True)
    start = end
    while start > max(0, end - LONGEST) and text[start - 1] not in _EDGES:
        start -= 1
    return text[start:end].lstrip(), True
