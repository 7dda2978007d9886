"""The rows of the index, found by their keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from zhjagloss import similarity
from zhjagloss.model import Language, Pair, Source, Status, Strategy, Usage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

#: Values that one SQL statement is given at most.
_AT_A_TIME = 500

_FIELDS = (
    "rowid, zh, full, ja, status, strategy, reading, note, source, place, score, evidence, example, "
    "zh_key, full_key, ja_key"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One pair as the index holds it.

    `chance`, `evidence` and `example` say why the program proposes it; `source`, `note` and `place`
    what people wrote.
    """

    number: int
    pair: Pair
    status: Status
    strategy: Strategy
    reading: str
    note: str
    source: str
    place: str
    chance: float | None
    evidence: str
    example: str
    zh_key: str
    full_key: str
    ja_key: str

    def form(self, language: Language) -> str:
        """Give the side of the pair that is in a language."""
        return self.pair.zh if language is Language.ZH else self.pair.ja

    def key(self, language: Language) -> str:
        """Give the key of the side that is in a language."""
        return self.zh_key if language is Language.ZH else self.ja_key


class Rows:
    """The pairs and usages of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def with_key(self, language: Language, key: str) -> list[Row]:
        """Give the rows whose side in a language has this key, in the order of the glossaries."""
        return self._rows(f"{_column(language)} = ?", (key,))

    def with_full_key(self, key: str) -> list[Row]:
        """Give the rows whose full form has this key."""
        return self._rows("full_key = ?", (key,)) if key else []

    def with_keys(self, language: Language, keys: Iterable[str]) -> Iterator[Row]:
        """Give the rows whose side in a language has any of these keys."""
        wanted = list(keys)
        for start in range(0, len(wanted), _AT_A_TIME):
            some = wanted[start : start + _AT_A_TIME]
            yield from self._rows(f"{_column(language)} in ({','.join('?' * len(some))})", some)

    def containing(self, language: Language, key: str) -> list[Row]:
        """Give the rows whose side in a language has the key in it, and more."""
        column = _column(language)
        return self._rows(f"instr({column}, ?) and {column} != ?", (key, key))

    def near(self, language: Language, key: str, least: float, most: int) -> list[tuple[str, float]]:
        """Give the keys of a language that are most like one, but not it, with their similarity, 0–1."""
        keys = self._keys[language]
        found = similarity.nearest(key, keys, least=least, limit=most + 1)
        return [(keys[near.place], near.score) for near in found if keys[near.place] != key]

    def longest(self, language: Language) -> int:
        """Give the length of the longest key of a language, in characters."""
        return max(map(len, self._keys[language]), default=0)

    def usages(self, row: Row) -> list[Usage]:
        """Give where the row's concept is so rendered: the user's texts first, then by count."""
        found = self._connection.execute(
            "select document, publisher, date, count, line, example from usage"
            " where concept_key = ? and ja_key = ? order by layer, count desc, document",
            (row.full_key or row.zh_key, row.ja_key),
        )
        return [
            Usage(row.pair, document, Source(publisher=publisher, date=date), count, line, example)
            for document, publisher, date, count, line, example in found
        ]

    @cached_property
    def _keys(self) -> dict[Language, list[str]]:
        return {
            language: [
                key
                for (key,) in self._connection.execute(
                    f"select distinct {_column(language)} from pair order by 1"  # noqa: S608
                )
            ]
            for language in Language
        }

    def _rows(self, condition: str, values: Iterable[str]) -> list[Row]:
        statement = f"select {_FIELDS} from pair where {condition} order by rowid"  # noqa: S608
        return [_row(*found) for found in self._connection.execute(statement, tuple(values))]


def _row(number: int, zh: str, full: str, ja: str, status: str, strategy: str, *rest: str) -> Row:
    reading, note, source, place, chance, evidence, example, *keys = rest
    pair = Pair(zh, full, ja)
    known = float(chance) if chance is not None else None
    made = Status(status), Strategy(strategy)
    return Row(number, pair, *made, reading, note, source, place, known, evidence, example, *keys)


def _column(language: Language) -> str:
    return "zh_key" if language is Language.ZH else "ja_key"
