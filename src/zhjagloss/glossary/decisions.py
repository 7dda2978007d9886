"""What people decided, over several glossaries: a higher one outranks or hides a lower one's rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhjagloss.model import Entry, Pair, Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhjagloss.glossary.folder import GlossaryFolder
    from zhjagloss.script.fold import Folder


class Decisions:
    """The rows of several glossaries as one, those of the highest first.

    A row that names no full form is taken in the one sense that another glossary gives its term,
    where it gives one: who writes «党工委» without more means what everybody means.
    """

    def __init__(self, layers: Iterable[GlossaryFolder], folder: Folder) -> None:
        self._folder = folder
        layers = tuple(layers)
        only_sense = _only_senses(layers, folder)
        self._rejected: dict[tuple[str, str], list[Pair]] = {}
        self._found: dict[tuple[str, str, str], list[Entry]] = {}
        entries: list[Entry] = []
        for layer in layers:
            above = {self._term_key(entry.pair.term) for entry in entries}
            added = [
                _as_admitted(entry) if self._term_key(entry.pair.term) in above else entry
                for entry in (_with_sense(entry, only_sense, folder) for entry in layer.entries)
                if self.of(entry.pair) is None and not self.rejects(entry.pair)
            ]
            entries += added
            for entry in added:
                self._found.setdefault(self._pair_key(entry.pair), []).append(entry)
            for pair in layer.rejected:
                self._rejected.setdefault((folder.key(pair.zh), folder.key(pair.ja)), []).append(pair)
        self.entries = tuple(entries)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term that has a row, once, in the order of the rows."""
        return tuple(dict.fromkeys(entry.pair.term for entry in self.entries))

    def of(self, pair: Pair) -> Entry | None:
        """Find the row that decides a pair, by its keys unless its forms are known to be different words."""
        for entry in self._found.get(self._pair_key(pair), ()):
            if not self._apart(entry.pair, pair):
                return entry
        return None

    def rejects(self, pair: Pair) -> bool:
        """Say whether somebody decided against a pair; a rejection without full form means every sense."""
        key = self._folder.key
        return any(
            (not against.full or key(against.full) == key(pair.full)) and not self._apart(against, pair)
            for against in self._rejected.get((key(pair.zh), key(pair.ja)), ())
        )

    def _apart(self, one: Pair, other: Pair) -> bool:
        apart = self._folder.words_apart
        return bool(apart(one.zh, other.zh) or apart(one.ja, other.ja))

    def _term_key(self, term: Term) -> tuple[str, str]:
        return self._folder.key(term.zh), self._folder.key(term.full)

    def _pair_key(self, pair: Pair) -> tuple[str, str, str]:
        key = self._folder.key
        return key(pair.zh), key(pair.full), key(pair.ja)


def _as_admitted(entry: Entry) -> Entry:
    return replace(entry, status=Status.ADMITTED) if entry.status is Status.PREFERRED else entry


def _only_senses(layers: Iterable[GlossaryFolder], folder: Folder) -> dict[str, str]:
    """Map the key of each term that has a full form, and only one over all glossaries, to that form."""
    senses: dict[str, dict[str, str]] = {}
    for layer in layers:
        own: dict[str, set[str]] = {}
        for entry in layer.entries:
            own.setdefault(folder.key(entry.pair.zh), set()).add(entry.pair.full)
        for zh, fulls in own.items():
            if fulls != {""}:
                senses.setdefault(zh, {}).update((folder.key(full), full) for full in sorted(fulls))
    return {zh: full for zh, fulls in senses.items() if len(fulls) == 1 for full in fulls.values()}


def _with_sense(entry: Entry, only_sense: dict[str, str], folder: Folder) -> Entry:
    full = only_sense.get(folder.key(entry.pair.zh), "")
    if entry.pair.full or not full:
        return entry
    return replace(entry, pair=replace(entry.pair, full=full))
