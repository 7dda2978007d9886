"""The index made: every pair with its keys and strategy, every usage, the classes of characters."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from zhjagloss.compose.composer import Composer
from zhjagloss.compose.strategy import strategy
from zhjagloss.corpus.names import shown
from zhjagloss.glossary import generated
from zhjagloss.glossary.contents import Contents
from zhjagloss.lookup import freshness
from zhjagloss.model import Pair, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhjagloss.glossary.stack import Stack
    from zhjagloss.model import Entry

_TABLES = """
create table meta (name text primary key, value text not null) without rowid;
create table pair (
    zh text, full text, ja text, status text, strategy text, reading text, note text, source text,
    place text, score real, evidence text, example text, zh_key text, full_key text, ja_key text
);
create table usage (
    concept_key text, ja_key text, document text, publisher text, date text,
    count integer, line integer, example text, layer integer
);
create index pair_zh on pair (zh_key);
create index pair_full on pair (full_key);
create index pair_ja on pair (ja_key);
create index usage_pair on usage (concept_key, ja_key);
"""


def make(stack: Stack) -> sqlite3.Connection:
    """Make the index in memory. Raises what reading the glossaries raises."""
    contents = Contents(stack)
    made_ns = time.time_ns()
    prints = [freshness.fingerprint(path) for path in freshness.files(stack)]
    connection = sqlite3.connect(":memory:")
    connection.executescript(_TABLES)
    folder = contents.folder
    different = [(words.forms, words.note) for words in folder.different]
    meta = {
        "about": freshness.about(stack),
        "files": prints,
        "made_ns": made_ns,
        "classes": dict(folder.classes),
        "different": different,
    }
    with closing(connection.cursor()) as cursor:
        # A path that is not UTF-8 can be stored only as escapes; the rest is smaller without them.
        values = [(name, json.dumps(value, ensure_ascii=name != "classes")) for name, value in meta.items()]
        cursor.executemany("insert into meta values (?, ?)", values)
        cursor.executemany(f"insert into pair values ({','.join('?' * 15)})", _pairs(contents))  # noqa: S608
        cursor.executemany("insert into usage values (?, ?, ?, ?, ?, ?, ?, ?, ?)", _usages(contents))
    connection.commit()
    return connection


def _pairs(contents: Contents) -> Iterator[tuple[object, ...]]:
    """Give every row that answers: the decided ones, highest glossary first, then the candidates."""
    key = contents.folder.key
    composer = Composer(contents.morphemes, contents.folder)

    def row(pair: Pair, status: Status, *rest: object) -> tuple[object, ...]:
        made = strategy(pair.term, pair.ja, composer, contents.folder)
        keys = key(pair.zh), key(pair.full), key(pair.ja)
        return (pair.zh, pair.full, pair.ja, status.value, made.value, *rest, *keys)

    for entry in contents.decisions.entries:
        where = shown(
            f"{Path(entry.place.path).parent.name}/{Path(entry.place.path).name}:{entry.place.line}"
        )
        yield row(
            entry.pair, entry.status, entry.reading, entry.note, _source(entry, contents), where, None, "", ""
        )
    seen: set[Pair] = set()
    for path in contents.stack.paths:
        for candidate in generated.read(generated.folder_of(path))[0]:
            pair = candidate.pair
            if pair not in seen and not contents.decisions.of(pair) and not contents.decisions.rejects(pair):
                seen.add(pair)
                rest = "", "", "", "", candidate.score, candidate.evidence, candidate.example
                yield row(pair, Status.PROPOSED, *rest)


def _source(entry: Entry, contents: Contents) -> str:
    """Put an entry's source in words: where it was seen, or the code as it stands."""
    code = entry.source.removeprefix("seen:")
    for layer in contents.layers:
        if code != entry.source and (source := layer.sources.get(code)):
            return "seen in " + ", ".join(filter(None, (source.title, source.publisher, source.date)))
    return entry.source


def _usages(contents: Contents) -> Iterator[tuple[object, ...]]:
    """Give every usage once; where two builds report the same document, the higher glossary's counts."""
    key = contents.folder.key
    told: dict[tuple[str, ...], int] = {}
    for number, path in enumerate(contents.stack.paths):
        for usage in generated.read(generated.folder_of(path))[1]:
            pair, source = usage.pair, usage.source
            keys = key(pair.concept), key(pair.ja)
            place = *keys, usage.document, source.publisher, source.date
            if told.setdefault(place, number) == number:
                yield (*place, usage.count, usage.line, usage.example, number)
