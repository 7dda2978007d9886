"""Chinese words: how often each occurs, and how a text is cut into them [the only door to rjieba]."""

from __future__ import annotations

from functools import lru_cache
from importlib import metadata

import rjieba

#: How jieba marks what is no part of a term: persons, numbers, what it does not know.
NO_TERM = ("nr", "m", "x", "r", "u")


def frequency(zh: str) -> int:
    """Give how often a word occurs in the texts behind jieba's dictionary; 0 for what is no word of it.

    >>> frequency("公司") > frequency("会社") > frequency("检査") == 0
    True
    """
    return int(_jieba().suggest_freq(zh)) if _jieba().has_word(zh) else 0


def cut(zh: str) -> list[tuple[str, str]]:
    """Cut Chinese into words, each with jieba's mark: n a noun, nr a person, ns a place, v a verb.

    >>> cut("体质检测")
    [('体质', 'n'), ('检测', 'vn')]
    """
    return list(_jieba().tag(zh))


@lru_cache(maxsize=10_000)
def is_verb(zh: str) -> bool:
    """Say whether jieba takes a stretch of Chinese for one verb that may stand before its object.

    >>> is_verb("预防"), is_verb("经济")
    (True, False)
    """
    found = cut(zh)
    return len(found) == 1 and found[0][1].startswith("v")


def versions() -> dict[str, str]:
    """Name the version of the dictionary.

    >>> list(versions())
    ['rjieba']
    """
    return {"rjieba": metadata.version("rjieba")}


@lru_cache(maxsize=1)
def _jieba() -> rjieba.Jieba:
    return rjieba.Jieba()
