"""Simplified Chinese characters: kanji put into them (弁公室 → 办公室), and told from kanji (发, 発)."""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

import opencc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

#: Spellings of one word that are tried: two characters of a word may each be two in Chinese.
_MOST = 16


class Simplifier:
    """Spells Japanese kanji as simplified Chinese.

    OpenCC gives one character for each; `groups` add those that it lacks (弁 for 办, 画 for 划), and
    `classes` those that it reaches by a detour; of the spellings the most frequent word is taken.

    >>> simplifier = Simplifier([("办", "辦", "弁")], {}, {"办公": 9}.get)
    >>> simplifier.spell("弁公"), simplifier.spell("検測")
    ('办公', '检测')
    """

    def __init__(
        self,
        groups: Iterable[Iterable[str]],
        classes: Mapping[str, str],
        frequency: Callable[[str], int | None],
    ) -> None:
        self._frequency = frequency
        self._classes = classes
        self._groups: dict[str, tuple[str, ...]] = {}
        for group in groups:
            members = tuple(char for char in group if _is_simplified(char))
            for char in group:
                self._groups[char] = self._groups.get(char, ()) + members
        self._to_simplified = opencc.OpenCC("t2s")
        self._to_traditional = opencc.OpenCC("jp2t")
        self._options = cache(self._find_options)

    def spell(self, ja: str) -> str:
        """Spell a stretch of kanji: as the word that it is, else with the likeliest characters."""
        spellings = ["".join(chars) for chars in islice(product(*map(self._options, ja)), _MOST)]
        return max(spellings, key=lambda zh: self._frequency(zh) or 0)

    def _find_options(self, char: str) -> tuple[str, ...]:
        direct = self._to_simplified.convert(char)
        through = self._to_simplified.convert(self._to_traditional.convert(char))
        found = [one for one in (direct, through) if len(one) == 1 and _is_simplified(one)]
        grouped = [one for one in self._groups.get(char, ()) if one not in found]
        return tuple(dict.fromkeys((*found, *grouped))) or (self._classes.get(char, char),)


def has_simplified(text: str) -> bool:
    """Say whether a text has a character that only simplified Chinese writes, and Japanese does not.

    >>> has_simplified("开发区"), has_simplified("開発区"), has_simplified("深圳")
    (True, False, False)
    """
    return any(char > "\u3400" and _is_only_simplified(char) for char in text)


@cache
def _is_only_simplified(char: str) -> bool:
    try:
        char.encode("cp932")
    except UnicodeEncodeError:
        return bool(_traditional().convert(char) != char)
    return False


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


@cache
def _is_simplified(char: str) -> bool:
    """Say whether a character is one of GB 2312, the simplified standard.

    >>> _is_simplified("检"), _is_simplified("検")
    (True, False)
    """
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
