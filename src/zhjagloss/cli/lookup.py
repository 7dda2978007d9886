"""`zhjagloss lookup`: the renderings of a term, either direction."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from zhjagloss.cli import console, options
from zhjagloss.glossary.stack import Stack, own_folders
from zhjagloss.lookup.glossary import LONGEST_QUERY, MOST, Glossary, Match
from zhjagloss.lookup.relations import SAME_THING, Relation
from zhjagloss.model import Language, Status
from zhjagloss.output.rows import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

COLUMNS = (
    "query", "zh", "full", "ja", "relation", "score", "status", "strategy", "count", "documents",
    "source", "why",
)  # fmt: skip


@click.command("lookup", short_help="Find the renderings of a term, in either direction.")
@click.argument("terms", nargs=-1, metavar="[TERM]...")
@click.option("-1", "first", is_flag=True, help="Print query, tab, answer: one line for each query.")
@click.option(
    "--from",
    "language",
    type=click.Choice([str(one) for one in Language]),
    help="The language of the queries.",
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    type=click.Choice([str(one) for one in Relation]),
    help="Answer only under this relation; may be given several times.",
)
@click.option(
    "-n", "most", type=click.IntRange(1), default=MOST, show_default=True, help="Answers for a query."
)
@options.glossary
@options.starter
@options.formats()
@options.header
@options.color
@options.quiet
def command(
    terms: tuple[str, ...],
    first: bool,
    language: str | None,
    relations: tuple[str, ...],
    most: int,
    glossaries: tuple[Path, ...],
    starter: bool,
    form: str | None,
    header: bool,
    color: str,
    quiet: bool,
) -> int:
    """Find the Japanese renderings of a Chinese term, or the Chinese terms behind a Japanese one.

    \b
        zhjagloss lookup 党工委
        zhjagloss lookup グレーターベイエリア
        cut -f1 terms.tsv | zhjagloss lookup -1

    Without TERM the queries come from standard input, one a line. A form that is both Chinese and
    Japanese counts as Chinese unless --from ja. The exit status is 0 when any query found
    something, else 1.
    """
    warn = (lambda _: None) if quiet else console.say
    glossary = Glossary(Stack.open(own_folders(glossaries), with_starter=starter), warn)
    side = Language(language) if language else None
    wanted = [Relation(name) for name in relations]
    if first:  # with every sense in view, whatever -n says
        wanted, most = wanted or list(SAME_THING), max(most, MOST)
    asked = ((query, _ask(glossary, query, side, wanted, most, warn)) for query in _queries(terms))
    found = _write_first(asked, bool(relations), warn) if first else _write(asked, form, header, color)
    return 0 if found else 1


def _ask(
    glossary: Glossary,
    query: str,
    side: Language | None,
    wanted: list[Relation],
    most: int,
    warn: Callable[[str], None],
) -> list[Match]:
    if len(query.strip()) > LONGEST_QUERY:
        warn(f"a query of {len(query)} characters is a text, not a term; it is not looked up")
    return glossary.lookup(query, side, relations=wanted or list(Relation), most=most)


def _queries(terms: tuple[str, ...]) -> Iterable[str]:
    if not terms:
        return console.input_lines()
    return (query for term in terms for query in (console.input_lines() if term == "-" else [term]))


def _write_first(answers: Iterable[tuple[str, list[Match]]], named: bool, warn: Callable[[str], None]) -> int:
    """Write the best answer to each query, and its relation where the caller widened them; count them."""
    found = 0

    def rows() -> Iterator[dict[str, str]]:
        nonlocal found
        for query, matches in answers:
            best = _answer(query, matches, warn)
            found += best is not None
            yield {
                "query": query,
                "answer": best.answer if best else "",
                "relation": best.relation if best else "",
            }

    WRITERS["tsv"](
        rows(), ("query", "answer", "relation") if named else ("query", "answer"), sys.stdout, False
    )
    return found


def _answer(query: str, matches: list[Match], warn: Callable[[str], None]) -> Match | None:
    """Choose what a pipeline may take: nothing deprecated, and no guess at which sense was meant."""
    usable = [
        one for one in matches if one.language is Language.JA or one.row.status is not Status.DEPRECATED
    ]
    if not usable:
        return None
    best = usable[0]
    senses = {
        one.row.pair.concept: one.answer
        for one in reversed(usable)
        if one.relation is best.relation and one.row.zh_key == best.row.zh_key
    }
    if best.language is Language.ZH and len(set(senses.values())) > 1:
        meanings = ", ".join(f"{concept} ({answer})" for concept, answer in sorted(senses.items()))
        warn(f"«{query}» has several senses, none is answered: {meanings}")
        return None
    return best


def _write(answers: Iterable[tuple[str, list[Match]]], form: str | None, header: bool, color: str) -> int:
    """Write every match of every query in a format; count the queries that have any."""
    found = 0

    def objects() -> Iterator[dict[str, Any]]:
        nonlocal found
        for query, matches in answers:
            found += bool(matches)
            yield {"query": query, "matches": [_fields(query, match) for match in matches]}

    form = form or (options.TABLE if sys.stdout.isatty() else "tsv")
    if form in ("json", "jsonl"):
        WRITERS[form](objects(), (), sys.stdout, header)
    elif form == options.TABLE:
        from zhjagloss.output.cards import write_cards  # late: rich is slow to import

        write_cards(objects(), sys.stdout, color)
    else:
        rows = (row for one in objects() for row in one["matches"] or [{"query": one["query"]}])
        WRITERS[form](rows, COLUMNS, sys.stdout, header)
    return found


def _fields(query: str, match: Match) -> dict[str, Any]:
    row = match.row
    return {
        "query": query,
        "zh": row.pair.zh,
        "full": row.pair.full,
        "ja": row.pair.ja,
        "relation": match.relation.value,
        "score": match.score,
        "status": row.status.value,
        "strategy": row.strategy.value,
        "count": match.count,
        "documents": match.documents,
        "source": row.source,
        "why": match.why,
        "answer": match.answer,
        "reading": row.reading,
        "note": row.note,
        "place": row.place,
        "evidence": row.evidence,
        "evidence_score": row.chance,
        "usage": [
            {
                "document": usage.document,
                "publisher": usage.source.publisher,
                "date": usage.source.date,
                "count": usage.count,
                "line": usage.line,
                "example": usage.example,
            }
            for usage in match.usages
        ],
    }
