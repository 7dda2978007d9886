"""Names in a row of nouns, told by their last words: 無錫ハイテク産業開発区|商務局|局長."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zhjagloss.model import Head, Token
    from zhjagloss.script.fold import Folder

#: What a row of nouns is made of: Han, katakana, Latin letters, digits; 兼 stands between two.
ROW = re.compile(
    r"(?:(?!兼)[々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaffァ-ヺーA-Za-z0-9Ａ-Ｚａ-ｚ０-９])+(?:(?<=[ァ-ヺー])・[ァ-ヺー]+)*"
)

#: Kinds of names that end where their head ends; behind the others a longer name may go on
#: (産業 in 産業開発区).
_CLOSING = frozenset({Kind.ORGAN, Kind.ZONE, Kind.TITLE, Kind.FIRM})

#: Areas that a map lists, not a glossary.
_ON_MAPS = ("省", "市", "県", "鎮", "郷", "村")

#: Words that count, date or point: 今回, 同, 両, 各.
_POINTING = re.compile(
    r"^(?:同|本|当|両|各|全|他|新規|今回|今年|昨年|前年|上記|関連|重点|主な|有数|一部|多数)$"
)

#: Times and praise in front of a name.
_IDLE = re.compile(
    r"^(?:年度|今年度|昨年度|現在|最近|近年|一流|各種|優良|大規模|小規模|主要|有力|最大|最新|全国的|国内|国内外|合計)$"
)

#: Suffixes that make another word of a name: センター長, 開発区法.
_LONGER = frozenset("長員者性型的級費税法力業品権圏学線網会館")

#: What a row without a head is made of: no person, no place alone, no time.
_NOUNS = ("名詞,普通名詞", "接頭辞", "接尾辞,名詞的", "形状詞")
_COUNTING = re.compile(r"数詞|副詞可能|人名|地名|代名詞")
_MOST_PLAIN_WORDS = 4

#: Words behind a row that are no part of it.
_BESIDE = frozenset({"等", "内", "外", "間", "側", "中", "時", "上", "氏", "前", "後"})

#: A name of more words is a row of names that no head tells apart.
_MOST_WORDS = 7


class Name(NamedTuple):
    """A stretch of a row that is a name, by its head; `kind` is None where it has none."""

    span: Span
    kind: Kind | None


class Heads:
    """The last words of names, found at the end of a stretch.

    >>> from zhjagloss.model import Head
    >>> from zhjagloss.script.fold import Folder
    >>> Heads([Head("局", "局", Kind.ORGAN)], Folder({})).ending("商務局", 3)
    (2, <Kind.ORGAN: 'organ'>)
    """

    def __init__(self, heads: Iterable[Head], folder: Folder) -> None:
        self._kinds: dict[str, Kind] = {}
        self._alone: set[str] = set()
        for head in heads:
            self._kinds.setdefault(folder.key(head.ja), head.kind)
            if head.alone:
                self._alone.add(folder.key(head.ja))
        self._longest = max(map(len, self._kinds), default=0)

    def stands_alone(self, key: str) -> bool:
        """Say whether a key is a head that is a designation by itself."""
        return key in self._alone

    def ending(self, key: str, end: int) -> tuple[int, Kind] | None:
        """Give where the longest head begins that ends at an offset of a key, and its kind."""
        for start in range(max(0, end - self._longest), end):
            if kind := self._kinds.get(key[start:end]):
                return start, kind
        return None


def names(row: str, key: str, tokens: Sequence[Token], heads: Heads) -> Iterator[Name]:
    """Yield the names in a row of nouns: each by itself, without its place, and what they make together.

    >>> from zhjagloss.model import Head
    >>> from zhjagloss.script.fold import Folder
    >>> from zhjagloss.segment import Segmenter
    >>> heads = Heads([Head("局", "局", Kind.ORGAN), Head("局长", "局長", Kind.TITLE, True)], Folder({}))
    >>> row = "商務局局長"
    >>> found = names(row, row, tuple(Segmenter("A").tokens(row)), heads)
    >>> [row[one.span.start : one.span.end] for one in found]
    ['商務局', '局長', '商務局局長']
    """
    before: Name | None = None
    rest = chain = 0
    while tokens and tokens[-1].surface in _BESIDE:
        tokens = tokens[:-1]
    for first, last, head, kind in _segments(key, tokens, heads):
        rest = last + 1
        words = tokens[first : last + 1]
        while len(words) > 1 and words[0].start < head and _is_idle(words[0], kind):
            words = words[1:]
        if kind is Kind.TITLE and _names_person(words, head):
            words = [word for word in words if word.start >= head] or words[-1:]
        span = Span(words[0].start, words[-1].end)
        bare = _is_party_area(words, kind) or (
            span.start == head and not heads.stands_alone(key[span.start : span.end])
        )
        if kind is not Kind.FIRM and len(words) <= _MOST_WORDS and not _POINTING.match(words[0].surface):
            if not bare and not _is_descriptive(words, kind):
                yield from _with_and_without_place(words, kind)
            if before and before.kind and before.span.end == span.start and _joins(before.kind, kind):
                yield Name(Span(before.span.start, span.end), kind)
                if chain < before.span.start:
                    yield Name(Span(chain, span.end), kind)
            else:
                chain = span.start
        before = Name(span, kind)
    yield from _without_head(tokens[rest:])


def _without_head(words: Sequence[Token]) -> Iterator[Name]:
    """Yield a row of two to four nouns that no head ends: 生態ガバナンス, 改革開放."""
    while words and (_IDLE.match(words[0].surface) or _COUNTING.search(words[0].pos)):
        words = words[1:]
    plain = all(word.pos.startswith(_NOUNS) and not _COUNTING.search(word.pos) for word in words)
    ends = words and not words[-1].pos.startswith("接尾辞")
    if 2 <= len(words) <= _MOST_PLAIN_WORDS and plain and ends and not _POINTING.match(words[0].surface):
        yield Name(Span(words[0].start, words[-1].end), None)


def _segments(key: str, tokens: Sequence[Token], heads: Heads) -> Iterator[tuple[int, int, int, Kind]]:
    """Cut a row behind every head that closes a name: its first and last word, its head, its kind."""
    first = 0
    for last, token in enumerate(tokens):
        ending = heads.ending(key, token.end)
        if ending is None or (ending[1] not in _CLOSING and last + 1 < len(tokens)):
            continue
        start, kind = ending
        # 本部 and 全部 are no 部; 国務院 is an 院
        if token.end - start == 1 and token.start < start and token.end - token.start < 3:
            continue
        if last + 1 < len(tokens) and _goes_on(tokens[last + 1], key, heads, start):
            continue
        yield first, last, start, kind
        first = last + 1


def _goes_on(token: Token, key: str, heads: Heads, start: int) -> bool:
    """Say whether the next word makes a longer one of a head: 委員|会, センター|長."""
    longer = heads.ending(key, token.end)
    if longer is not None:
        return longer[0] <= start
    return token.surface in _LONGER


def _joins(first: Kind, second: Kind) -> bool:
    """Say whether two names are also one: 合肥市|投資促進局, 商務局|局長."""
    return (first, second) in {(Kind.ZONE, Kind.ORGAN), (Kind.ORGAN, Kind.TITLE), (Kind.ZONE, Kind.TITLE)}


def _is_idle(token: Token, kind: Kind) -> bool:
    """Say whether a word before a name is no part of it: a time, praise, a number that counts no plan."""
    if _IDLE.match(token.surface):
        return True
    counts = "数詞" in token.pos or "助数詞" in token.pos
    return counts and kind not in (Kind.PLAN, Kind.MEETING, Kind.INDUSTRY)


def _is_descriptive(words: Sequence[Token], kind: Kind) -> bool:
    """Say whether two words describe rather than name: 進出企業, 販売モデル, 協力プロジェクト."""
    return (
        kind not in _CLOSING
        and len(words) == 2
        and "サ変可能" in words[0].pos
        and kind is not Kind.STATISTICS
    )


def _is_party_area(words: Sequence[Token], kind: Kind) -> bool:
    """Say whether a party stands before an area, whose organ follows: 中国共産党合肥市|委員会."""
    return kind is Kind.ZONE and any(word.surface in ("党", "共産党") for word in words)


def _names_person(words: Sequence[Token], head: int) -> bool:
    """Say whether what precedes a title is a person's name: 毛偉書記, 荊書記."""
    before = [word for word in words if word.start < head and not word.pos.startswith("接頭辞")]
    single = bool(before) and all(len(word.surface) == 1 for word in before)
    return single or any("人名" in word.pos for word in before)


def _with_and_without_place(words: Sequence[Token], kind: Kind) -> Iterator[Name]:
    end = words[-1].end
    places = 0
    while places < len(words) and "地名" in words[places].pos:
        places += 1
    on_map = words[-1].surface.endswith(_ON_MAPS) and kind is Kind.ZONE
    if not on_map:
        yield Name(Span(words[0].start, end), kind)
    if places and len(words) - places > 1:
        yield Name(Span(words[places].start, end), kind)
