"""Japanese keys composed from a Chinese form: as it runs, turned round, or what it says twice said once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from zhjagloss.compose.walk import LEAST_BESIDE_LINK, Walked, Walker, hangs_together
from zhjagloss.similarity import abbreviates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zhjagloss.model import Morpheme
    from zhjagloss.script.fold import Folder

#: Compositions of one term that are worth looking for in a text; the text itself prunes long
#: before, this bounds a term made of nothing but ambiguous morphemes.
MOST = 2_000

#: In the Japanese of a morpheme, the place of what precedes it in Chinese: 党工委 is, of an area,
#: 中国共産党…工作委員会.
AROUND = "…"

#: What a Chinese name begins with and a Japanese text leaves out, where enough of the name is left.
COUNTRIES = ("中国", "中华人民共和国")
LEAST_WITHOUT_COUNTRY = 4

#: What Japanese puts before the kind of a document: 関于…的意見 is …に関する意見.
_ABOUT = ("に関する", "についての", "の", "に係る")

_DOUBLE = re.compile(r"(?<=.)(.)\1(?=.)")


@dataclass(frozen=True, slots=True)
class Composition:
    """A Japanese key that a Chinese form composes to, and the Chinese parts it is made of.

    `link` is what Japanese added between two parts, as の in 産業の融合. `rivals` counts
    the other Chinese words behind the same Japanese, where nothing else in the name tells which is
    meant: 会長 may be 主席, 董事长 or 会长.
    """

    key: str
    parts: tuple[str, ...]
    link: str = ""
    rivals: int = 0


class Composer:
    """Composes Japanese keys from morphemes; characters that no morpheme renders stand for themselves.

    >>> from zhjagloss.model import Morpheme
    >>> from zhjagloss.script.fold import Folder
    >>> rows = [("党", "共産党", "first"), ("工", "工作", ""), ("委", "委員会", "last")]
    >>> composer = Composer([Morpheme(*row) for row in rows], Folder({}))
    >>> next(composer.compositions("党工委", "共産党工作委員会".__contains__))
    Composition(key='共産党工作委員会', parts=('党', '工', '委'), link='', rivals=0)
    """

    def __init__(
        self,
        morphemes: Sequence[Morpheme],
        folder: Folder,
        known: Iterable[str] = (),
        is_verb: Callable[[str], bool] | None = None,
    ) -> None:
        """Take the morphemes, other Chinese forms that may stand in a text, and what tells a verb."""
        rows = [row for row in morphemes if AROUND not in row.ja]
        self._around = [
            (folder.key(row.zh), *map(folder.key, row.ja.split(AROUND, 1)))
            for row in morphemes
            if AROUND in row.ja
        ]
        self._folder = folder
        self._walker = Walker(rows, folder, is_verb)
        self._countries = tuple(map(folder.key, COUNTRIES))
        self._document = re.compile(rf"{folder.key('关于')}(?P<about>.{{2,}})的(?P<document>.{{2,}})")
        self._sources: dict[str, set[str]] = defaultdict(set)
        for morpheme in rows:
            key = folder.key(morpheme.zh)
            self._sources[folder.key(morpheme.ja)].add(key)
            self._sources[key].add(key)
        for form in known:
            self._sources[folder.key(form)].add(folder.key(form))

    def compositions(self, zh: str, occurs: Callable[[str], bool]) -> Iterator[Composition]:
        """Yield what a Chinese form can be in Japanese, without the Chinese form itself.

        `occurs` tells of two neighbouring characters whether they stand side by side anywhere in
        the texts: a composition is given up at the first pair that does not.
        """
        key = self._folder.key(zh)
        spell = zh if len(zh) == len(key) else key
        seen = {key}
        for found, link, parts in chain(
            self._walker.walk(key, spell, occurs),
            self._undoubled(key, spell, occurs),
            self._turned(key, spell, occurs),
            self._wrapped(key, spell, occurs),
            self._about(key, spell, occurs),
            self._without_country(key, spell, occurs),
        ):
            if found not in seen:
                seen.add(found)
                yield Composition(found, parts, link, self._rivals(parts, found))
                if len(seen) > MOST:
                    return

    def renderings(self, key: str) -> list[str]:
        """Give the keys that a morpheme may become, best first.

        >>> from zhjagloss.model import Morpheme
        >>> from zhjagloss.script.fold import Folder
        >>> Composer([Morpheme("链", "チェーン", "last")], Folder({})).renderings("链")
        ['チェーン']
        """
        return self._walker.renderings(key)

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
        said = (rendering for rendering in self._walker.renderings(key) if rendering in found)
        rendering = max(said, key=len, default="")
        short_for = abbreviates(key, rendering)
        return sum(
            not (abbreviates(key, other) or abbreviates(other, key))
            and not (short_for and abbreviates(other, rendering))
            for other in self._sources.get(rendering, ())
        )

    def _undoubled(self, key: str, spell: str, occurs: Callable[[str], bool]) -> Iterator[Walked]:
        """Yield what a character said twice at a seam is once in Japanese: 商务局局长 → 商務局長."""
        for double in _DOUBLE.finditer(key):
            at = double.end() - 1
            shorter = key[:at] + key[at + 1 :], spell[:at] + spell[at + 1 :]
            for found, link, parts in self._walker.walk(*shorter, occurs):
                yield Walked(found, link, _put_back(parts, at, spell[at]))

    def _turned(self, key: str, spell: str, occurs: Callable[[str], bool]) -> Iterator[Walked]:
        """Yield what a verb before its object is as a noun in Japanese: 扩大内需 → 内需の拡大."""
        for cut in range(LEAST_BESIDE_LINK, len(key) - LEAST_BESIDE_LINK + 1):
            verbs = list(self._walker.walk(key[:cut], spell[:cut], occurs))
            walked = self._walker.walk(key[cut:], spell[cut:], occurs) if verbs else ()
            for objects, link, object_parts in walked:
                for verb, verb_link, verb_parts in verbs:
                    joined = f"{objects}の{verb}"
                    if not verb_link and "の" not in link and hangs_together(joined, len(objects), occurs):
                        yield Walked(joined, "の", verb_parts + object_parts)

    def _without_country(self, key: str, spell: str, occurs: Callable[[str], bool]) -> Iterator[Walked]:
        """Yield what a text on China need not say: 中国证券监督管理委员会 → 証券監督管理委員会."""
        for country in self._countries:
            if key.startswith(country) and len(key) - len(country) >= LEAST_WITHOUT_COUNTRY:
                at = len(country)
                for found, link, parts in self._walker.walk(key[at:], spell[at:], occurs):
                    yield Walked(found, link or country, (spell[:at], *parts))

    def _about(self, key: str, spell: str, occurs: Callable[[str], bool]) -> Iterator[Walked]:
        """Yield what the name of a document is: 关于促进就业的意见 → 就業促進に関する意見."""
        found = self._document.match(key)
        if found is None:
            return
        about, document = found.span("about"), found.span("document")
        subject = key[slice(*about)], spell[slice(*about)]
        names = list(self._walker.walk(key[slice(*document)], spell[slice(*document)], occurs))
        for inner in (
            chain(self._walker.walk(*subject, occurs), self._turned(*subject, occurs)) if names else ()
        ):
            for last in names:
                for between in _ABOUT:
                    joined = inner.key + between + last.key
                    if hangs_together(joined, len(inner.key), occurs):
                        yield Walked(joined, inner.link or "の", inner.parts + last.parts)

    def _wrapped(self, key: str, spell: str, occurs: Callable[[str], bool]) -> Iterator[Walked]:
        """Yield what has words of its last part put before it: 合肥市委 → 中国共産党合肥市委員会."""
        for zh, front, back in self._around:
            at = key.find(zh, LEAST_BESIDE_LINK)
            if at < 0 or not (hangs_together(front, 1, occurs) and hangs_together(back, 1, occurs)):
                continue
            rest = key[at + len(zh) :], spell[at + len(zh) :]
            behind = [Walked("", "", ()), *self._walker.walk(*rest, occurs)][bool(rest[0]) :]
            for inner, link, parts in self._walker.walk(key[:at], spell[:at], occurs):
                for last, _, last_parts in behind:
                    joined = front + inner + back + last
                    if hangs_together(joined, 1, occurs):
                        yield Walked(joined, link, (*parts, spell[at : at + len(zh)], *last_parts))


def _put_back(parts: tuple[str, ...], at: int, char: str) -> tuple[str, ...]:
    """Put a character back into the parts of a form from which it was taken.

    >>> _put_back(("商务", "局长"), 3, "局")
    ('商务', '局局长')
    """
    restored, start = [], 0
    for part in parts:
        cut = at - start
        restored.append(part[:cut] + char + part[cut:] if 0 <= cut < len(part) else part)
        start += len(part)
    return tuple(restored)
