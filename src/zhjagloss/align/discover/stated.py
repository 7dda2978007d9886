"""Terms that nobody listed and a text states: サービス専門員(服務専員), 「数字郷村」(デジタル農村)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhjagloss.align.anchors import anchors
from zhjagloss.align.discover.propose import SPELT, WORD, Discovery
from zhjagloss.align.phrases import Phrase, beginning, is_name
from zhjagloss.align.score import SAID
from zhjagloss.align.statements.statement import Manner
from zhjagloss.script.language import all_han, has_kana

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from zhjagloss.align.statements.statement import Statement
    from zhjagloss.compose.composer import Composer
    from zhjagloss.compose.reverse import Reverser
    from zhjagloss.script.fold import Folder
    from zhjagloss.segment import Segmenter

#: A Chinese name in brackets is no longer.
_LONGEST = 14

#: Where a beginning costs more, the words before a bracket render something else.
_MOST_COST = 3.0

_MANNERS = (Manner.ORIGINAL, Manner.GLOSS, Manner.NAMED, Manner.SHORT, Manner.DESCRIBED)


class StatedProposer:
    """Reads statements as pairs of a Chinese term, spelt from its kanji, and a rendering."""

    def __init__(
        self, composer: Composer, reverser: Reverser, folder: Folder, segmenter: Segmenter,
        frequency: Callable[[str], int],
    ) -> None:  # fmt: skip
        self._renderings = composer.renderings
        self._spell = reverser.spell
        self._folder = folder
        self._segmenter = segmenter
        self._frequency = frequency

    def propose(self, statements: Iterable[Statement], known: Collection[str]) -> Iterator[Discovery]:
        """Yield what statements say of terms whose keys are not known: the kanji, and the rendering."""
        for statement in statements:
            if statement.manner not in _MANNERS:
                continue
            for chinese, other, is_right in (
                (statement.right, statement.left, True),
                (statement.left, statement.right, False),
            ):
                if is_right or (not statement.open and has_kana(other)):
                    yield from self._read(statement, chinese, other, known, is_right)

    def _read(
        self, statement: Statement, chinese: str, other: str, known: Collection[str], is_right: bool
    ) -> Iterator[Discovery]:
        if not (all_han(chinese) and 1 < len(chinese) <= _LONGEST and self._is_no_word(chinese)):
            return
        key = self._folder.key(chinese)
        if key in known:
            return
        phrase = self._phrase(other, key, is_right and statement.open)
        if phrase is None or not is_name(phrase) or not self._touches(phrase, key):
            return
        zh = self._spell(chinese)
        certainty = SAID[statement.manner] * (WORD if self._frequency(zh) else SPELT)
        yield Discovery(zh, chinese, round(certainty, 3), (zh,), look="stated")
        if phrase.key != key and phrase.key not in known:
            yield Discovery(zh, phrase.text, round(certainty, 3), (zh,), look="stated")

    def _phrase(self, text: str, chinese: str, is_open: bool) -> Phrase | None:
        phrase = Phrase.of(text, self._folder, self._segmenter)
        if phrase and is_open:
            start, cost = beginning(phrase, chinese, self._renderings)
            return Phrase.of(text[start:], self._folder, self._segmenter) if cost <= _MOST_COST else None
        return phrase

    def _touches(self, phrase: Phrase, chinese: str) -> bool:
        """Say whether a phrase has a third of the Chinese in it, or is foreign words."""
        found = anchors(chinese, phrase.key, self._renderings)
        return sum(anchor.weight for anchor in found) * 3 >= len(chinese) or not any(
            map(all_han, phrase.text)
        )

    def _is_no_word(self, text: str) -> bool:
        """Say whether Sudachi has no single word for kanji: it has one for 人事, three for 発改委."""
        tokens = list(self._segmenter.tokens(text))
        return len(tokens) > 1 or not tokens[0].known
