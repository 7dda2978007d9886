"""Names that a document repeats shorter, or spells otherwise: 虎丘区人民検察院, then 虎丘区検察院."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from zhjagloss.align.statements.statement import Manner, Told
from zhjagloss.model import Evidence
from zhjagloss.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from zhjagloss.align.patterns import Patterns
    from zhjagloss.model import Term
    from zhjagloss.script.fold import Folder

#: A shorter form has at least this many characters.
LEAST = 3

#: What a name may do without, behind its place, and still be the same organ: rank and formality. 農業
#: is none of these (北京大学 is not 北京農業大学); nor is 国家 before a name, whose organ may be a city's.
DROPPED = ("人民", "国家級", "国家", "共産党", "高等", "地区", "自治")

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
        keys = frozenset(map(folder.key, names))
        counts.update(
            {
                (form, reason.term)
                for form, name in _other_forms(keys, explained, dropped)
                for reason in explained[name]
                if not reason.rivals
            }
        )
    told: dict[tuple[str, Term], list[Told]] = {}
    for pair, number in counts.items():
        told[pair] = [Told(Evidence.REPETITION, Manner.REPEATED, True, number)]
    return told


def _other_forms(
    keys: frozenset[str], explained: Mapping[str, object], dropped: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield the keys of a document that nothing explains, each with an explained one that it is a form of."""
    spelt: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if len(key) >= LEAST and key not in explained and _KATAKANA.search(key):
            spelt[_KATAKANA.sub("*", key)].append(key)
    for name in keys & explained.keys():
        for word in dropped:
            before, found, behind = name.partition(word)
            short = before + behind
            if before and found and len(short) >= LEAST and short in keys and short not in explained:
                yield short, name
        for key in spelt.get(_KATAKANA.sub("*", name), ()):
            if is_other_spelling(key, name):
                yield key, name


def is_other_spelling(one: str, other: str) -> bool:
    """Say whether two keys differ only in how they spell katakana.

    >>> is_other_spelling("ディジタル産業", "デジタル産業"), is_other_spelling("デジタル経済", "デジタル産業")
    (True, False)
    """
    if one == other or _KATAKANA.sub("*", one) != _KATAKANA.sub("*", other):
        return False
    pairs = zip(_KATAKANA.findall(one), _KATAKANA.findall(other), strict=True)
    return all(ratio(ours, theirs) >= ALIKE for ours, theirs in pairs)
