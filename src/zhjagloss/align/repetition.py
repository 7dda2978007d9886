"""Names that a document repeats shorter, or spells otherwise: 虎丘区人民検察院, then 虎丘区検察院."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from zhjagloss.align.statements.statement import Manner, Told
from zhjagloss.model import Evidence
from zhjagloss.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zhjagloss.align.patterns import Patterns
    from zhjagloss.model import Term
    from zhjagloss.script.fold import Folder

#: A shorter form has at least this many characters.
LEAST = 3

#: What a name may do without and still be the same organ: rank and formality. 農業 is none of these:
#: 北京大学 is not 北京農業大学.
DROPPED = ("人民", "国家級", "国家", "中国共産党", "共産党", "中国", "経済", "高等", "地区", "自治")

#: Two spellings of katakana are one word (ディジタル, デジタル); two words are less alike.
ALIKE = 0.8

_KATAKANA = re.compile(r"[ァ-ヺー]+")


def repeated(
    documents: Iterable[frozenset[str]], patterns: Patterns, folder: Folder
) -> dict[tuple[str, Term], list[Told]]:
    """Find the names of documents that are other forms of names there which patterns explain.

    Each document is the set of its names; the result counts the documents that show a form.
    """
    dropped = tuple(map(folder.key, DROPPED))
    explained = dict(zip(patterns.keys, patterns.explanations, strict=True))
    counts: Counter[tuple[str, Term]] = Counter()
    for names in documents:
        keys = sorted(map(folder.key, names))
        unexplained = [key for key in keys if key not in explained and len(key) >= LEAST]
        found: set[tuple[str, Term]] = set()
        for long in keys:
            for short in _other_forms(long, unexplained, dropped) if long in explained else ():
                for reason in explained[long]:
                    if not reason.rivals:
                        found.add((short, reason.term))
        counts.update(sorted(found))
    told: dict[tuple[str, Term], list[Told]] = defaultdict(list)
    for pair, number in counts.items():
        told[pair].append(Told(Evidence.REPETITION, Manner.REPEATED, True, number))
    return told


def _other_forms(name: str, keys: Iterable[str], dropped: Sequence[str]) -> Iterator[str]:
    for key in keys:
        if is_shorter_form(key, name, dropped) or is_other_spelling(key, name):
            yield key


def is_shorter_form(short: str, long: str, dropped: Sequence[str] = DROPPED) -> bool:
    """Say whether a key leaves out a word of another that it can do without.

    >>> is_shorter_form("虎丘区検察院", "虎丘区人民検察院"), is_shorter_form("北京大学", "北京農業大学")
    (True, False)
    """
    return any(long.replace(word, "", 1) == short for word in dropped if word in long)


def is_other_spelling(one: str, other: str) -> bool:
    """Say whether two keys differ only in how they spell katakana.

    >>> is_other_spelling("ディジタル産業", "デジタル産業"), is_other_spelling("デジタル経済", "デジタル産業")
    (True, False)
    """
    if one == other or _KATAKANA.sub("*", one) != _KATAKANA.sub("*", other):
        return False
    pairs = zip(_KATAKANA.findall(one), _KATAKANA.findall(other), strict=True)
    return all(ratio(ours, theirs) >= ALIKE for ours, theirs in pairs)
