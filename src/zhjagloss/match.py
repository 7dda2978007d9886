"""Many keys found in one text at once [the only door to daachorse]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from zhjagloss.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class KeyMatcher:
    """An automaton over keys; finds every occurrence, also those inside and across one another.

    >>> list(KeyMatcher(["党工委", "工委"]).spans("区党工委"))
    [(Span(start=1, end=4), 0), (Span(start=2, end=4), 1)]
    """

    def __init__(self, keys: Iterable[str]) -> None:
        """Take keys in the order in which their numbers are reported; empty ones never match."""
        self.keys = tuple(keys)
        numbers: dict[str, int] = {}
        for number, key in enumerate(self.keys):
            if key and _is_text(key):
                numbers.setdefault(key, number)
        self._numbers = tuple(numbers.values())
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(numbers), MATCH_KIND_STANDARD)

    def spans(self, key: str) -> Iterator[tuple[Span, int]]:
        """Yield each place where a key occurs, with the key's number."""
        for start, end, pattern in self._automaton.find_overlapping(key):
            yield Span(start, end), self._numbers[pattern]


def _is_text(key: str) -> bool:
    """Say whether a key is text that a file can hold: half a surrogate pair stands nowhere."""
    return not any("\ud800" <= char <= "\udfff" for char in key)
