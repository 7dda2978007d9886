"""Definitions: Xとは…, X(以下「Y」), 略称, 正式名称, 通称, Xは「Y」と呼ばれる, X、すなわちY."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhjagloss.align.statements.parentheses import PARENTHESIS, Held, kind
from zhjagloss.align.statements.statement import Manner, Statement, before
from zhjagloss.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_QUOTED = r"(?:「(?P<quoted>[^「」]{2,40})」|『(?P<double>[^『』]{2,40})』"
_NAME = _QUOTED + r"|(?P<bare>[^「」『』、。,，()（）\s]{2,40}?))"
_NAMES = (
    r"(?:正式名称|正式名|正式な名称|略称|通称|俗称|別名|中国語名|中国名|英語名|英文名|原語|中国語"
    r"|和訳|日本語訳|邦訳)"
)
_END = (
    r"(?:と(?:いう|いい|いわ|い[っう]|言|呼|称|する|し|も|略|表記|記)"
    r"|で(?:ある|あり|す|、|知ら)|として|を(?:指|い)|[。、）)]|$)"
)

#: In brackets: (以下「Y」という), (略称は「Y」), (中国語：Y).
_HEREAFTER = re.compile(rf"以下[、,]?\s*{_NAME}\s*(?:と|とする|と略す|$)")
_LABELLED = re.compile(
    rf"(?:^|[、，,])\s*(?:{_NAMES}|略して|正式には)(?:は|で|：|:|、|＝|\s)*{_NAME}(?:と(?:いう|も?呼).*)?$"
)

#: In the open: Xの略称はY, Xは正式名称をYという, X、略してY, X、通称Y.
_OPEN = (
    (re.compile(rf"(?:の|、)(?:中国語の)?{_NAMES}(?:は|が)、?{_NAME}{_END}"), Manner.NAMED),
    (re.compile(rf"は、?{_NAMES}(?:を|は)、?{_NAME}{_END}"), Manner.NAMED),
    (re.compile(rf"、(?:[^、。「」]{{0,12}})(?:略して|通称|俗に|いわゆる|別名){_NAME}{_END}"), Manner.NAMED),
    (re.compile(rf"、(?:略して|通称|別名){_QUOTED})(?=[はがをもの])"), Manner.NAMED),
    (
        re.compile(
            rf"(?:は|を|が)、?(?:(?:中国|中国語|現地|地元|一般)(?:に|では?)(?:は)?、?)?{_QUOTED})(?:[(（][^()（）]*[)）])?と(?:も?呼|いわれ|いい|いう|言|称)"
        ),
        Manner.CALLED,
    ),
    (
        re.compile(
            rf"、(?:すなわち|つまり|言い換えれば|即ち){_NAME}(?:、|を(?:いう|指)|で(?:ある|す)|の(?:こと|意味)|。|$)"
        ),
        Manner.NAMELY,
    ),
)

#: Xとは、…: what is explained, and the explanation.
_EXPLAINED = re.compile(
    r"^[※＊*\s「『“]*(?P<name>[^。、「」『』()（）]{2,40}?)[」』”]?(?:とは|というのは)[、，]?(?P<rest>.+)$"
)
_NAMELY = re.compile(
    rf"(?:すなわち|つまり|言い換えれば|即ち){_NAME}(?:を(?:いう|指)|で(?:ある|す)|の(?:こと|意味)|。|$)"
)
_THE_SAME = re.compile(rf"^{_NAME}の(?:こと|意味|意)(?:で|を|だ|。|$)")
_KATAKANA = re.compile(r"[ァ-ヺ][ァ-ヺー・]{7,}")


def find(text: str) -> Iterator[Statement]:
    """Yield what the definitions of a sentence state.

    >>> [(one.left, one.right) for one in find("虎丘区人民検察院(以下「虎丘区検察院」という)の検察長")]
    [('虎丘区人民検察院', '虎丘区検察院')]
    """
    brackets = {found.end(): found.start() for found in PARENTHESIS.finditer(text)}
    for found in PARENTHESIS.finditer(text):
        if kind(found[1]) is Held.DEFINITION:
            for pattern, manner in ((_HEREAFTER, Manner.SHORT), (_LABELLED, Manner.NAMED)):
                if inside := pattern.search(found[1]):
                    yield from _stated(text, found.start(), inside, manner, brackets)
                    break
    outside = PARENTHESIS.sub(lambda inside: f"（{' ' * len(inside[1])}）", text)
    for pattern, manner in _OPEN:
        for found in pattern.finditer(outside):
            yield from _stated(text, found.start(), found, manner, brackets)
    if explained := _EXPLAINED.match(text):
        yield from _explained(explained["name"], explained["rest"])


def _stated(
    text: str, end: int, found: re.Match[str], manner: Manner, brackets: Mapping[int, int]
) -> Iterator[Statement]:
    """State what stands before an offset and what a pattern found, brackets before the offset aside.

    `brackets` leads from the end of each pair to its beginning."""
    while end in brackets:
        end = brackets[end]
    left, is_open = before(text, end)
    right = _name(found)
    if len(left) > 1 and len(right) > 1:
        yield Statement(Evidence.DEFINITION, manner, left, right, is_open)


def _explained(name: str, rest: str) -> Iterator[Statement]:
    """State what an explanation calls its name, at best in so many words, else by a name inside it."""
    for pattern in (_THE_SAME, _NAMELY):
        if found := pattern.search(rest):
            yield Statement(Evidence.DEFINITION, Manner.NAMELY, name, _name(found))
            return
    for found in PARENTHESIS.finditer(rest):
        if kind(found[1]) is Held.ORIGINAL and len(found[1]) > 1:
            yield Statement(Evidence.DEFINITION, Manner.DESCRIBED, name, found[1])
    if katakana := _KATAKANA.search(PARENTHESIS.sub("", rest)):
        yield Statement(Evidence.DEFINITION, Manner.DESCRIBED, name, katakana[0])


def _name(found: re.Match[str]) -> str:
    return (found["quoted"] or found.groupdict().get("double") or found.groupdict().get("bare") or "").strip()
