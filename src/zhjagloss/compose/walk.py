"""The walk through a Chinese form: its parts, each with its renderings, joined as Japanese joins them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.script.numerals import numeral_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhjagloss.model import Morpheme
    from zhjagloss.script.fold import Folder

#: What Japanese may put between two parts of a name, the usual first; each once, two at most.
LINKS = ("の", "的", "な", "した", "による", "と", "・")
MOST_LINKS = 2

#: What Japanese makes of a Chinese conjunction, or of 的, between two parts of a name.
CONJUNCTIONS = {
    **dict.fromkeys(("和", "与", "與", "及", "、"), ("・", "と", "及び", "および", "、", "")),
    "的": ("の", "な", ""),
}

#: How Japanese counts what Chinese counts so: 十四届 is 第14期 or 第14回.
COUNTERS = {"届": ("期", "回"), "次": ("回", "次")}

#: A link needs this much name on either side: 経済の発展 is one, 経の済 is none.
LEAST_BESIDE_LINK = 2


class Walked(NamedTuple):
    """A whole way through a form: the Japanese key, what Japanese put in (の, の・), the Chinese parts."""

    key: str
    link: str
    parts: tuple[str, ...]


class _Part(NamedTuple):
    """A stretch of the Chinese form, up to `end`, with one rendering of it."""

    end: int
    key: str
    plain: bool


class _Path(NamedTuple):
    """How far a walk has come: the key so far, its links and where the last ends, the parts' ends."""

    done: str
    links: tuple[str, ...]
    linked: int
    ends: tuple[int, ...]
    plain: tuple[bool, ...]


class Walker:
    """Walks Chinese keys by a table of morphemes; a character without one stands for itself.

    >>> from zhjagloss.model import Morpheme
    >>> from zhjagloss.script.fold import Folder
    >>> walker = Walker([Morpheme("委", "委員会", "last")], Folder({}))
    >>> [walked.key for walked in walker.walk("党委", "党委", "党委員会".__contains__)]
    ['党委員会', '党委']
    """

    def __init__(
        self, morphemes: Iterable[Morpheme], folder: Folder, is_verb: Callable[[str], bool] | None = None
    ) -> None:
        """Take the morphemes, and what tells a Chinese verb: none is turned round without it."""
        self._is_verb = is_verb
        self._renderings: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for morpheme in morphemes:
            rendering = folder.key(morpheme.ja), morpheme.position
            self._renderings[folder.key(morpheme.zh)].append(rendering)
        self._conjunctions = {folder.key(zh): words for zh, words in CONJUNCTIONS.items()}
        self._counters = {folder.key(zh): words for zh, words in COUNTERS.items()}
        self._longest = max(map(len, self._renderings), default=0)

    def renderings(self, key: str) -> list[str]:
        """Give the keys that a morpheme may become, best first."""
        return [rendering for rendering, _ in self._renderings.get(key, ())]

    def walk(self, key: str, spell: str, occurs: Callable[[str], bool]) -> Iterator[Walked]:
        """Walk the parts of a key depth first, giving up where `occurs` knows no such neighbours.

        `spell` is the form as it is written, of the same length.
        """
        lattice = [self._parts_at(key, spell, start) for start in range(len(key))]
        stack: list[_Path] = [_Path("", (), 0, (), ())]
        walked: set[tuple[str, tuple[str, ...], int, int]] = set()
        while stack:
            done, links, linked, ends, plain = path = stack.pop()
            start = ends[-1] if ends else 0
            if (done, links, linked, start) in walked:
                continue
            walked.add((done, links, linked, start))
            if start == len(key):
                if not links or len(done) - linked >= LEAST_BESIDE_LINK:
                    yield Walked(done, "".join(links), _parts(spell, ends, plain))
                continue
            for part in reversed(lattice[start]):
                stack += self._steps(path, part, occurs)

    def _steps(self, path: _Path, part: _Part, occurs: Callable[[str], bool]) -> Iterator[_Path]:
        """Go on from a path by one part: after a link, in place of what was said, or just so; best last."""
        done, links, linked, ends, plain = path
        longer = (*ends, part.end), (*plain, part.plain)
        if len(links) < MOST_LINKS and len(done) - linked >= LEAST_BESIDE_LINK:
            for added in reversed(LINKS):
                joined = done + added + part.key
                free = added not in links and not done.endswith(added)
                if free and hangs_together(joined, len(done), occurs):
                    yield _Path(joined, (*links, added), len(done) + len(added), *longer)
        said = not part.plain and plain[-1:] == (False,) and done.endswith(part.key) and done != part.key
        if said and len(part.key) >= LEAST_BESIDE_LINK:
            yield _Path(done, links, linked, *longer)  # 第14次5カ年計画 holds the 规划 of 十四五规划
        joined = done + part.key
        if hangs_together(joined, len(done), occurs):
            yield _Path(joined, links, linked, *longer)

    def _parts_at(self, key: str, spell: str, start: int) -> list[_Part]:
        """List the parts that may begin here: longest first, in the order of the morphemes."""
        parts = []
        for end in range(min(len(key), start + self._longest), start, -1):
            for rendering, position in self._renderings.get(key[start:end], ()):
                if fits(position, start, end, len(key)):
                    parts.append(_Part(end, rendering, False))
        if 0 < start < len(key) - 1:
            parts += [_Part(start + 1, word, False) for word in self._conjunctions.get(key[start], ())]
        parts += self._ordinals_at(key, start)
        if (numeral := numeral_at(key, start)) and numeral.end - start < len(key):
            parts.append(_Part(numeral.end, str(numeral.value), False))
        parts += self._turned_at(key, spell, start)
        parts.append(_Part(start + 1, key[start], True))
        return parts

    def _turned_at(self, key: str, spell: str, start: int) -> Iterator[_Part]:
        """Give the verb and the object that begin here as Japanese orders them: 预防腐败 as 腐敗予防."""
        for middle in range(start + 2, start + 5):
            if (
                self._is_verb is None
                or middle + 2 > len(key)
                or not self._is_verb(spell[middle - 2 : middle])
            ):
                continue
            verbs = [key[start:middle], *self.renderings(key[start:middle])]
            for end in (middle + 2, middle + 4):
                if end <= len(key) and not self._is_verb(spell[end - 2 : end]):
                    for thing in (key[middle:end], *self.renderings(key[middle:end])):
                        yield from (_Part(end, thing + verb, False) for verb in verbs)

    def _ordinals_at(self, key: str, start: int) -> Iterator[_Part]:
        """Give the ordinal number with its counter that begins here: 十四届, 第十四届."""
        numeral = numeral_at(key, start + key.startswith("第", start))
        if numeral and numeral.end < len(key):
            for counter in self._counters.get(key[numeral.end], ()):
                yield _Part(numeral.end + 1, f"第{numeral.value}{counter}", False)


def hangs_together(joined: str, seam: int, occurs: Callable[[str], bool]) -> bool:
    """Say whether all neighbours from a seam on stand side by side in the texts."""
    return all(occurs(joined[at : at + 2]) for at in range(max(seam - 1, 0), len(joined) - 1))


def fits(position: str, start: int, end: int, length: int) -> bool:
    """Say whether a morpheme may stand here; a term may hold several names, so any place may begin one.

    `first` wants something behind it, `last` something before it, unless they are the whole name;
    `inner` wants both.
    """
    before, behind = start > 0, end < length
    alone = not (before or behind)
    fits = {"first": behind or alone, "last": before or alone, "inner": before and behind}
    return fits.get(position, True)


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
