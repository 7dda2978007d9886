"""`zhjagloss concordance`: a term, or what renders it, in its sentences."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhjagloss.cli import console, options
from zhjagloss.concordance import Concordancer, documents, forms_of
from zhjagloss.glossary import generated
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack, own_folders
from zhjagloss.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhjagloss.concordance import Occurrence

COLUMNS = ("document", "line", "offset", "left", "keyword", "right", "zh", "language", "label")


@click.command("concordance", short_help="Show a term in its sentences, keyword in context.")
@click.argument("term")
@click.argument("corpus", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--literal", is_flag=True, help="Only the form as it is typed (in any script), not what renders it."
)
@click.option(
    "--all", "everything", is_flag=True, help="Also places inside a longer form, or that cut a word."
)
@click.option("-n", "--limit", type=click.IntRange(1), help="Stop after so many places.")
@click.option("--skip-bad", is_flag=True, help="Skip texts that cannot be decoded instead of stopping.")
@options.encoding
@options.glossary
@options.starter
@options.formats()
@options.header
@options.color
@options.quiet
def command(
    term: str,
    corpus: tuple[Path, ...],
    literal: bool,
    everything: bool,
    limit: int | None,
    skip_bad: bool,
    encoding: str | None,
    glossaries: tuple[Path, ...],
    starter: bool,
    form: str | None,
    header: bool,
    color: str,
    quiet: bool,
) -> int:
    """Show a term in its sentences: itself, and all that renders it.

    \b
        zhjagloss concordance 党工委
        zhjagloss concordance 大湾区 texts/ --format jsonl
        zhjagloss concordance --literal ハイテク産業開発区

    CORPUS is a folder of texts, or single files; without it, corpus/ beside the glossary. What
    renders the TERM is what the glossary and the last build say. A table is aligned on the keyword;
    TSV and JSON hold the whole sentence, cut at the keyword. The exit status is 1 when nothing is
    found or a file had to be skipped.
    """
    if not term.strip():
        raise click.BadParameter("a term is wanted", param_hint="TERM")
    own = own_folders(glossaries)
    paths = corpus or (options.corpus_beside(own),)
    contents = Contents(Stack.open(own, with_starter=starter))
    written = [generated.folder_of(path) for path in own]
    forms = {term: term} if literal else forms_of(term, contents, written)
    skipped: list[str] = []
    concordancer = Concordancer(forms, contents.folder)
    texts = documents(paths, encoding, skip_bad=skip_bad, skipped=skipped.append)
    labels: Counter[Label] = Counter()

    def found() -> Iterator[Occurrence]:
        for document in texts:
            for occurrence in concordancer.occurrences(document):
                labels[occurrence.label] += 1
                if everything or occurrence.label is Label.WHOLE:
                    yield occurrence

    shown = _write(islice(found(), limit), form, header, color)
    for words in skipped:
        console.say(f"skipped: {words}")
    if not shown and not quiet:
        console.say(f"no place with {', '.join(forms)}")
    if labels[Label.DOUBTFUL] and not everything and not quiet:
        console.say(f"{labels[Label.DOUBTFUL]} more cut a word: --all shows them")
    return 0 if shown and not skipped else 1


def _write(found: Iterator[Occurrence], form: str | None, header: bool, color: str) -> int:
    counted = [0]

    def rows() -> Iterator[dict[str, Any]]:
        for occurrence in found:
            counted[0] += 1
            yield _row(occurrence)

    if form == options.TABLE or (form is None and sys.stdout.isatty()):
        from zhjagloss.output.kwic import write_kwic  # late: rich is slow to import

        write_kwic(rows(), sys.stdout, color)
    else:
        options.write(rows(), COLUMNS, form, header, color)
    return counted[0]


def _row(one: Occurrence) -> dict[str, Any]:
    source = one.document.source
    return {
        "document": one.document.name,
        "line": one.sentence.line,
        "offset": one.sentence.offset + one.span.start,
        "left": one.left,
        "keyword": one.keyword,
        "right": one.right,
        "zh": one.known,
        "language": one.document.language.value if one.document.language else "",
        "label": one.label.value,
        "reason": one.reason,
        "publisher": source.publisher,
        "date": source.date,
    }
