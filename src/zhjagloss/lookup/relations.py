"""How a query and a pair are related, as a chain of finders from the best relation to the weakest.

Each finder takes the question and gives the rows it finds; a pair is answered by the first that
finds it. The relation comes before the score: 党委 and 党工委 are one edit apart and two organs,
開発区 and 开发区 two edits of three and one word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from zhjagloss.model import Language
from zhjagloss.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhjagloss.lookup.rows import Row, Rows

#: A part or a near form shorter than this says nothing.
SHORTEST_PART = 2

#: Under this similarity two keys have little more than a character in common.
LEAST_NEAR = 0.6

#: Near forms looked at for each query.
MOST_NEAR = 20


class Relation(StrEnum):
    """How the term or rendering that was found is related to what was asked, best first."""

    EXACT = "exact"
    VARIANT = "variant"
    ABBREVIATION = "abbreviation"
    FULL_FORM = "full-form"
    PART = "part"
    WHOLE = "whole"
    NEAR = "near"


#: Relations under which the answer is the very thing that was asked for; a pipeline gets no other.
SAME_THING = (Relation.EXACT, Relation.VARIANT, Relation.ABBREVIATION, Relation.FULL_FORM)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a form, its key, and in which language it is taken to be."""

    form: str
    key: str
    language: Language


@dataclass(frozen=True, slots=True)
class Found:
    """A row with its relation to the question, and how alike the two are, 0–1."""

    row: Row
    relation: Relation
    score: float


def find(question: Question, rows: Rows) -> Iterator[Found]:
    """Yield every row that is related to the question, each once, best relation first."""
    seen: set[int] = set()
    same: list[Row] = []
    for finder in CHAIN:
        for found in finder(question, rows, same):
            if found.row.number not in seen:
                seen.add(found.row.number)
                yield found
                if found.relation in (Relation.EXACT, Relation.VARIANT):
                    same.append(found.row)


def _same_key(question: Question, rows: Rows, _: list[Row]) -> Iterator[Found]:
    found = rows.with_key(question.language, question.key)
    for row in found:
        if row.form(question.language) == question.form:
            yield Found(row, Relation.EXACT, 1.0)
    for row in found:
        if row.form(question.language) != question.form:
            yield Found(row, Relation.VARIANT, 1.0)


def _abbreviations(question: Question, rows: Rows, same: list[Row]) -> Iterator[Found]:
    """Find shorter terms for what the query, or the term it renders, says in full."""
    full_keys = dict.fromkeys(row.zh_key for row in same)
    if question.language is Language.ZH:
        full_keys[question.key] = None
    for key in full_keys:
        yield from (
            Found(row, Relation.ABBREVIATION, ratio(row.zh_key, key)) for row in rows.with_full_key(key)
        )


def _full_forms(question: Question, rows: Rows, same: list[Row]) -> Iterator[Found]:
    """Find the terms that the query, or the term it renders, is short for."""
    for row in same:
        if row.full_key:
            for longer in rows.with_key(Language.ZH, row.full_key):
                yield Found(longer, Relation.FULL_FORM, ratio(row.zh_key, row.full_key))


def _parts(question: Question, rows: Rows, _: list[Row]) -> Iterator[Found]:
    key = question.key
    longest = min(len(key) - 1, rows.longest(question.language))
    for length in range(longest, SHORTEST_PART - 1, -1):
        pieces = dict.fromkeys(key[start : start + length] for start in range(len(key) - length + 1))
        for row in rows.with_keys(question.language, pieces):
            yield Found(row, Relation.PART, length / len(key))


def _wholes(question: Question, rows: Rows, _: list[Row]) -> Iterable[Found]:
    if len(question.key) < SHORTEST_PART:
        return ()
    found = [
        Found(row, Relation.WHOLE, len(question.key) / len(row.key(question.language)))
        for row in rows.containing(question.language, question.key)
    ]
    return sorted(found, key=lambda one: -one.score)


def _near(question: Question, rows: Rows, _: list[Row]) -> Iterator[Found]:
    if len(question.key) < SHORTEST_PART:
        return
    for key, score in rows.near(question.language, question.key, LEAST_NEAR, MOST_NEAR):
        for row in rows.with_key(question.language, key):
            yield Found(row, Relation.NEAR, score)


#: Best first. The same key before anything else, else 开发区 would be only *near* 開発区; short and
#: full forms before parts, else 党工委 would be a mere neighbour of 党工作委员会; parts before near
#: forms, else the 党工委 inside 党工委书记 would look like a typing error.
CHAIN: tuple[Callable[[Question, Rows, list[Row]], Iterable[Found]], ...] = (
    _same_key,
    _abbreviations,
    _full_forms,
    _parts,
    _wholes,
    _near,
)
