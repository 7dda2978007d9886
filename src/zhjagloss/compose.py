"""Japanese names composed from the morphemes of Chinese ones: 党工委 = 党+工+委 → 共産党工作委員会."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.model import Strategy
from zhjagloss.script.language import all_han, has_han
from zhjagloss.script.numerals import numeral_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhjagloss.model import Morpheme, Term
    from zhjagloss.script.fold import Folder

#: What Japanese may put, once, between two parts of a name. Not と and ・: in a list they stand
#: between any two words, 産業と園区 is no 产业园.
LINKS = ("の", "的")

#: What Japanese makes of a Chinese conjunction between two parts of a name.
CONJUNCTIONS = dict.fromkeys(("和", "与", "與", "及", "、"), ("・", "と", "及び", "および", "、", ""))

#: How Japanese counts what Chinese counts so: 十四届 is 第14期 or 第14回.
COUNTERS = {"届": ("期", "回"), "次": ("回", "次")}

#: A link needs this much name on either side: 経済の発展 is one, 経の済 is none.
LEAST_BESIDE_LINK = 2

#: Compositions of one term that are worth looking for in a text; the text itself prunes long
#: before, this bounds a term made of nothing but ambiguous morphemes.
MOST = 2_000


@dataclass(frozen=True, slots=True)
class Composition:
    """A Japanese key that a Chinese form composes to, and the Chinese parts it is made of.

    `linked` says that Japanese added something between two parts, as in 産業の融合. `rivals` counts
    the other Chinese words behind the same Japanese, where nothing else in the name tells which is
    meant: 会長 may be 主席, 董事长 or 会长.
    """

    key: str
    parts: tuple[str, ...]
    linked: bool = False
    rivals: int = 0


class _Part(NamedTuple):
    """A stretch of the Chinese form, up to `end`, with one rendering of it."""

    end: int
    key: str
    plain: bool


class Composer:
    """Composes Japanese keys from morphemes; characters that no morpheme renders stand for themselves.

    >>> from zhjagloss.model import Morpheme
    >>> from zhjagloss.script.fold import Folder
    >>> rows = [("党", "共産党", "first"), ("工", "工作", ""), ("委", "委員会", "last")]
    >>> composer = Composer([Morpheme(*row) for row in rows], Folder({}))
    >>> next(composer.compositions("党工委", "共産党工作委員会".__contains__))
    Composition(key='共産党工作委員会', parts=('党', '工', '委'), linked=False, rivals=0)
    """

    def __init__(self, morphemes: Iterable[Morpheme], folder: Folder, known: Iterable[str] = ()) -> None:
        """Take the morphemes, and other Chinese forms that may stand in a Japanese text as they are."""
        self._folder = folder
        self._renderings: dict[str, list[Morpheme]] = defaultdict(list)
        self._sources: dict[str, set[str]] = defaultdict(set)
        for morpheme in morphemes:
            key = folder.key(morpheme.zh)
            self._renderings[key].append(morpheme)
            self._sources[folder.key(morpheme.ja)].add(key)
        for key in (*self._renderings, *map(folder.key, known)):
            self._sources[key].add(key)
        self._conjunctions = {folder.key(zh): words for zh, words in CONJUNCTIONS.items()}
        self._counters = {folder.key(zh): words for zh, words in COUNTERS.items()}
        self._longest = max(map(len, self._renderings), default=0)

    def compositions(self, zh: str, occurs: Callable[[str], bool]) -> Iterator[Composition]:
        """Yield what a Chinese form can be in Japanese, without the Chinese form itself.

        `occurs` tells of two neighbouring characters whether they stand side by side anywhere in
        the texts: a composition is given up at the first pair that does not.
        """
        key = self._folder.key(zh)
        spell = zh if len(zh) == len(key) else key
        seen = {key}
        for found, linked, ends, plain in self._walk(key, occurs):
            if found not in seen:
                seen.add(found)
                parts = _parts(spell, ends, plain)
                yield Composition(found, parts, linked, self._rivals(parts, found))
                if len(seen) > MOST:
                    return

    def composes(self, zh: str, ja: str) -> tuple[str, ...] | None:
        """Give the parts of the Chinese form by which it composes to a rendering, or None.

        A form composes to itself, as one part.
        """
        target = self._folder.key(ja)
        if self._folder.key(zh) == target:
            return (zh,)
        for found in self.compositions(zh, target.__contains__):
            if found.key == target:
                return found.parts
        return None

    def _rivals(self, parts: tuple[str, ...], found: str) -> int:
        """Count the other words behind a composition that is one morpheme, or hardly more.

        A shorter or longer form of the same name is no other word: 党 and 中共 are both 中国共産党.
        """
        longest = max(parts, key=len)
        if sum(map(len, parts)) - len(longest) >= LEAST_BESIDE_LINK:
            return 0
        key = self._folder.key(longest)
        renderings = (self._folder.key(morpheme.ja) for morpheme in self._renderings.get(key, ()))
        rendering = max((one for one in renderings if one in found), key=len, default="")
        short_for = _abbreviates(key, rendering)
        return sum(
            not (_abbreviates(key, other) or _abbreviates(other, key))
            and not (short_for and _abbreviates(other, rendering))
            for other in self._sources.get(rendering, ())
        )

    def _walk(
        self, key: str, occurs: Callable[[str], bool]
    ) -> Iterator[tuple[str, bool, tuple[int, ...], tuple[bool, ...]]]:
        """Walk the parts of a key depth first; yield what they join to, and how they did."""
        lattice = [self._parts_at(key, start) for start in range(len(key))]
        stack: list[tuple[str, int, tuple[int, ...], tuple[bool, ...]]] = [("", 0, (), ())]
        walked: set[tuple[str, int, int]] = set()
        while stack:
            done, linked, ends, plain = stack.pop()
            start = ends[-1] if ends else 0
            if (done, linked, start) in walked:
                continue
            walked.add((done, linked, start))
            if start == len(key):
                if not linked or len(done) - linked >= LEAST_BESIDE_LINK:
                    yield done, linked > 0, ends, plain
                continue
            for part in reversed(lattice[start]):
                longer = (*ends, part.end), (*plain, part.plain)
                if not linked and len(done) >= LEAST_BESIDE_LINK:
                    for link in reversed(LINKS):
                        joined = done + link + part.key
                        if not done.endswith(link) and _hangs_together(joined, len(done), occurs):
                            stack.append((joined, len(done) + 1, *longer))
                if len(part.key) >= LEAST_BESIDE_LINK and not part.plain and done.endswith(part.key):
                    stack.append((done, linked, *longer))  # 第14次5カ年計画 holds the 规划 of 十四五规划
                joined = done + part.key
                if _hangs_together(joined, len(done), occurs):
                    stack.append((joined, linked, *longer))

    def _parts_at(self, key: str, start: int) -> list[_Part]:
        """List the parts that may begin here: longest first, in the order of the morphemes."""
        parts = []
        for end in range(min(len(key), start + self._longest), start, -1):
            for morpheme in self._renderings.get(key[start:end], ()):
                if _fits(morpheme.position, start, end, len(key)):
                    parts.append(_Part(end, self._folder.key(morpheme.ja), False))
        if 0 < start < len(key) - 1:
            parts += [_Part(start + 1, word, False) for word in self._conjunctions.get(key[start], ())]
        parts += self._ordinals_at(key, start)
        if (numeral := numeral_at(key, start)) and numeral.end - start < len(key):
            parts.append(_Part(numeral.end, str(numeral.value), False))
        parts.append(_Part(start + 1, key[start], True))
        return parts

    def _ordinals_at(self, key: str, start: int) -> Iterator[_Part]:
        """Give the ordinal number with its counter that begins here: 十四届, 第十四届."""
        numeral = numeral_at(key, start + key.startswith("第", start))
        if numeral and numeral.end < len(key):
            for counter in self._counters.get(key[numeral.end], ()):
                yield _Part(numeral.end + 1, f"第{numeral.value}{counter}", False)


def strategy(term: Term, ja: str, composer: Composer, folder: Folder) -> Strategy:
    """Tell how a rendering is made: the first that holds, in the order of `Strategy`.

    >>> from zhjagloss.model import Morpheme, Term
    >>> from zhjagloss.script.fold import Folder
    >>> composer = Composer([Morpheme("委", "委員会", "last")], Folder({}))
    >>> strategy(Term("物联网"), "IoT", composer, Folder({})).value
    'loanword'
    """
    if folder.key(term.zh) == folder.key(ja):
        return Strategy.BORROWING
    if term.full and composer.composes(term.full, ja):
        return Strategy.EXPANSION
    if not has_han(ja):
        return Strategy.LOANWORD
    bare = ja.replace("の", "")
    if all_han(bare) and composer.composes(term.zh, ja):
        return Strategy.CALQUE
    if not all_han(bare) and re.search(r"[ァ-ヺA-Za-zＡ-Ｚａ-ｚ]", ja) and not re.search(r"[ぁ-ゖ]", bare):
        return Strategy.MIXED
    return Strategy.PARAPHRASE


def _abbreviates(short: str, long: str) -> bool:
    """Say whether all characters of a form stand, in order, in another: 高新区 in 高新技术产业开发区."""
    rest = iter(long)
    return all(char in rest for char in short)


def _fits(position: str, start: int, end: int, length: int) -> bool:
    """Say whether a morpheme may stand here; a term may hold several names, so any place may begin one.

    `first` wants something behind it, `last` something before it, unless they are the whole name;
    `inner` wants both.
    """
    before, behind = start > 0, end < length
    alone = not (before or behind)
    fits = {"first": behind or alone, "last": before or alone, "inner": before and behind}
    return fits.get(position, True)


def _hangs_together(joined: str, seam: int, occurs: Callable[[str], bool]) -> bool:
    return all(occurs(joined[at : at + 2]) for at in range(max(seam - 1, 0), len(joined) - 1))


def _parts(spell: str, ends: tuple[int, ...], plain: tuple[bool, ...]) -> tuple[str, ...]:
    """Cut the Chinese form at the ends of its parts; neighbouring plain parts are one."""
    parts: list[str] = []
    start, before = 0, False
    for end, now in zip(ends, plain, strict=True):
        if now and before:
            parts[-1] += spell[start:end]
        else:
            parts.append(spell[start:end])
        start, before = end, now
    return tuple(parts)
