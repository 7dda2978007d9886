"""The front door: a glossary opened, asked, and its answers with their reasons."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zhjagloss import similarity
from zhjagloss.glossary.stack import Stack, own_folders
from zhjagloss.lookup.index import open_index, read_folder
from zhjagloss.lookup.relations import SAME_THING, Found, Question, Relation, find
from zhjagloss.lookup.rows import Row, Rows
from zhjagloss.model import Language, Status, Usage
from zhjagloss.script.language import has_kana

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Sequence

#: A longer query is a text, not a term.
LONGEST_QUERY = 200

#: Answers given for one query.
MOST = 20

#: So many characters' difference are taken for a typing error by the eye, and may be another organ.
MOST_MISLEADING = 2

#: What is pasted around a term and is no part of it.
_AROUND = " \t\u3000「」『』“”‘’\"'《》〈〉、。，．,.;；:："

_ORDER = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Match:
    """One answer: a pair, how it is related to the query, and why it is given.

    `score` says how alike query and answer are, 0–1; `count` how often the rendering was met for
    its concept, in `usages`.
    """

    row: Row
    relation: Relation
    score: float
    language: Language
    usages: tuple[Usage, ...]
    why: str

    @property
    def answer(self) -> str:
        """The pair's side in the other language than the query's."""
        return self.row.pair.ja if self.language is Language.ZH else self.row.pair.zh

    @property
    def count(self) -> int:
        """How often the rendering was met for this concept, over all documents."""
        return sum(usage.count for usage in self.usages)

    @property
    def documents(self) -> int:
        """In how many documents it was met."""
        return len({usage.document for usage in self.usages})


class Glossary:
    """The glossaries that answer, as one."""

    def __init__(self, stack: Stack, warn: Callable[[str], None] = lambda _: None) -> None:
        self._stack = stack
        self._warn = warn
        self._load(anew=False)

    @classmethod
    def open(cls, *folders: str | os.PathLike[str], starter: bool = True) -> Glossary:
        """Open the named folders, or else those that the command would use; then the starter.

        Raises DamagedGlossaryError or UnreadableInputError.

        >>> glossary = Glossary.open()
        >>> glossary.lookup("国務院")[0].row.pair.zh
        '国务院'
        """
        return cls(Stack.open(own_folders([Path(folder) for folder in folders]), with_starter=starter))

    def lookup(
        self,
        query: str,
        language: Language | None = None,
        *,
        relations: Collection[Relation] = frozenset(Relation),
        most: int = MOST,
    ) -> list[Match]:
        """Find the pairs that answer a query, best first; the language is told from the query itself.

        A form that is both Chinese and Japanese counts as Chinese unless `language` says otherwise.
        Where the query as it is is no term, quotes and punctuation around it are left off.
        """
        form = unicodedata.normalize("NFC", query).strip()
        if not form or len(form) > LONGEST_QUERY or not _is_unicode(form):
            return []
        try:
            return self._answer_bare(form, language, relations, most)
        except (sqlite3.Error, ValueError):
            self._warn("the index is damaged; it is made anew")
            self._load(anew=True)
            return self._answer_bare(form, language, relations, most)

    def _load(self, *, anew: bool) -> None:
        connection = open_index(self._stack, self._warn, anew=anew)
        try:
            self._folder = read_folder(connection)
        except (sqlite3.Error, ValueError, TypeError):
            self._warn("the index is damaged; it is made anew")
            self._folder = read_folder(connection := open_index(self._stack, self._warn, anew=True))
        self._rows = Rows(connection)

    def _answer_bare(
        self, form: str, language: Language | None, relations: Collection[Relation], most: int
    ) -> list[Match]:
        """Answer a form as it is, or, where that is no term, without what stands around it."""
        matches = self._answer(form, language, relations, most)
        bare = form.strip(_AROUND)
        if bare == form or any(match.relation in SAME_THING for match in matches):
            return matches
        return self._answer(bare, language, relations, most)

    def _answer(
        self, form: str, language: Language | None, relations: Collection[Relation], most: int
    ) -> list[Match]:
        key = self._folder.key(form)
        if not key:
            return []
        matches: list[Match] = []
        for side in self._sides(form, key, language):
            question = Question(form, key, side)
            for found in find(question, self._rows):
                if found.relation in relations:
                    matches.append(self._match(question, found))
        once: dict[int, Match] = {}
        for match in sorted(matches, key=_rank):
            once.setdefault(match.row.number, match)
        return _enough_of_each(list(once.values()), most)

    def _sides(self, form: str, key: str, language: Language | None) -> tuple[Language, ...]:
        if language:
            return (language,)
        if has_kana(form):
            return (Language.JA,)
        if self._rows.with_key(Language.ZH, key) or self._rows.with_full_key(key):
            return (Language.ZH,)
        if self._rows.with_key(Language.JA, key):
            return (Language.JA,)
        return (Language.ZH, Language.JA)

    def _match(self, question: Question, found: Found) -> Match:
        usages = tuple(self._rows.usages(found.row))
        why = f"{self._relation(question, found)}; {_standing(found.row)}"
        return Match(found.row, found.relation, round(found.score, 3), question.language, usages, why)

    def _relation(self, question: Question, found: Found) -> str:
        asked, form = question.form, found.row.form(question.language)
        match found.relation:
            case Relation.EXACT:
                return f"«{form}» as asked"
            case Relation.VARIANT:
                apart = self._folder.words_apart(asked, form)
                warning = f", but may be another word ({apart.note})" if apart else ""
                return f"«{asked}» is «{form}» in other characters{warning}"
            case Relation.ABBREVIATION:
                return f"«{found.row.pair.zh}» is short for «{found.row.pair.full}»"
            case Relation.FULL_FORM:
                return f"«{found.row.pair.zh}» is the full form"
            case Relation.PART:
                return f"«{form}» is a part of «{asked}»"
            case Relation.WHOLE:
                return f"«{form}» contains «{asked}»"
            case Relation.NEAR:
                return self._what_differs(asked, form)

    def _what_differs(self, asked: str, form: str) -> str:
        """Name the characters by which two forms differ, as the forms write them."""
        one, other = self._folder.fold(asked), self._folder.fold(form)
        ours, theirs = similarity.difference(one.key, other.key)
        lacks = "», «".join(map(one.surface, ours))
        adds = "», «".join(map(other.surface, theirs))
        if len(ours) == len(theirs) == 1 and ours[0].start == theirs[0].start:
            what = f"has «{adds}» where «{asked}» has «{lacks}»"
        else:
            what = " and ".join(filter(None, (lacks and f"lacks «{lacks}»", adds and f"adds «{adds}»")))
        changed = sum(span.end - span.start for span in (*ours, *theirs))
        return f"«{form}» {what}" + (": maybe another organ" if changed <= MOST_MISLEADING else "")


def _is_unicode(text: str) -> bool:
    """Say whether a text is one: bytes that were none reach us as lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _enough_of_each(matches: Sequence[Match], most: int) -> list[Match]:
    """Keep the best; of what is only related, not so much of one relation that another is crowded out."""
    kept: list[Match] = []
    counts: Counter[Relation] = Counter()
    for match in matches:
        counts[match.relation] += 1
        if match.relation in SAME_THING or counts[match.relation] <= max(1, most // 4):
            kept.append(match)
    return kept[:most]


def _rank(match: Match) -> tuple[object, ...]:
    """Order answers: relation, likeness, decided before proposed before deprecated, use, likelihood."""
    same = match.relation in SAME_THING
    return (
        tuple(Relation).index(match.relation),
        0.0 if same else -match.score,
        _ORDER[match.row.status],
        -match.count,
        -(match.row.chance or 0.0),
        match.row.number,
    )


def _standing(row: Row) -> str:
    """Say what a row rests on: people's word and where they saw it, or the program's evidence."""
    if row.status is Status.PROPOSED:
        return f"proposed from {row.evidence}, score {row.chance:.3f}"
    grounds = {"rule": "by rule", "usage": "by general usage", "": ""}.get(row.source, row.source)
    return ", ".join(filter(None, (row.status.value, grounds, row.note)))
