"""`zhjagloss segment`: Japanese text as tokens, glossary terms kept whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhjagloss.cli import console, options
from zhjagloss.corpus.decode import NotTextError, decode
from zhjagloss.corpus.document import from_text, read
from zhjagloss.corpus.folder import scan
from zhjagloss.corpus.sentences import sentences
from zhjagloss.errors import UnreadableInputError
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack, own_folders
from zhjagloss.output.visible import visible
from zhjagloss.recognise.tokens import TermSegmenter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhjagloss.corpus.document import Document
    from zhjagloss.model import Entry, Sentence
    from zhjagloss.recognise.tokens import TermHit, TermToken
    from zhjagloss.script.fold import Folder

COLUMNS = (
    "document", "line", "offset", "surface", "reading", "pos", "key", "label",
    "zh", "full", "ja", "status", "nested",
)  # fmt: skip

PLAIN = "plain"


@click.command("segment", short_help="Cut Japanese text into tokens, glossary terms kept whole.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-m",
    "--mode",
    type=click.Choice(["A", "B", "C"], case_sensitive=False),
    default="C",
    show_default=True,
    help="How long Sudachi's words are: A short, B middle, C long.",
)
@click.option("--all", "everything", is_flag=True, help="In JSON, also the hits that are doubtful, and why.")
@click.option("--skip-bad", is_flag=True, help="Skip texts that cannot be decoded instead of stopping.")
@options.encoding
@options.glossary
@options.starter
@options.formats(PLAIN)
@options.header
@options.quiet
def command(
    files: tuple[Path, ...],
    mode: str,
    everything: bool,
    skip_bad: bool,
    encoding: str | None,
    glossaries: tuple[Path, ...],
    starter: bool,
    form: str | None,
    header: bool,
    quiet: bool,
) -> int:
    """Cut Japanese text into tokens: Sudachi's words, and every term of the glossary as one.

    \b
        zhjagloss segment article.ja.txt
        echo 粤港澳大湾区の党工委 | zhjagloss segment
        zhjagloss segment --format jsonl article.ja.txt | jq .surface

    Prints a sentence a line, its tokens joined by one space; with --format one token a row. FILE may
    be a folder. JSON also holds, for each token, its glossary rows and the terms nested in it.
    """
    contents = Contents(Stack.open(own_folders(glossaries), with_starter=starter))
    segmenter = TermSegmenter(contents.decisions.entries, contents.folder, mode.upper())  # type: ignore[arg-type]
    skipped: list[str] = []
    found = (
        (sentence, list(segmenter.tokens(sentence.text)))
        for document in _documents(files, encoding, skip_bad, skipped)
        for sentence in sentences(document)
    )
    if form in (None, PLAIN):
        show = visible if sys.stdout.isatty() else str
        for _, tokens in found:
            print(show(" ".join(one.token.surface for one in tokens if not one.token.surface.isspace())))
    else:
        rows = (
            _fields(sentence, one, contents.folder, everything)
            for sentence, tokens in found
            for one in tokens
        )
        options.write(rows, COLUMNS, form, header, "never")
    for words in skipped:
        console.say(f"skipped: {words}")
    return 1 if skipped else 0


def _documents(
    files: tuple[Path, ...], encoding: str | None, skip_bad: bool, skipped: list[str]
) -> Iterator[Document]:
    paths = [file for file in files if str(file) != "-"]
    if len(paths) < len(files) or not files:
        yield from_text(decode(console.input_bytes(), "-", encoding).text, "-")
    corpus = scan(paths)
    skipped += map(str, corpus.skipped)
    for file in corpus.files:
        try:
            yield read(file, encoding)
        except NotTextError as error:
            skipped.append(str(error))
        except UnreadableInputError as error:
            if not skip_bad:
                raise
            skipped.append(str(error))


def _fields(sentence: Sentence, one: TermToken, folder: Folder, everything: bool) -> dict[str, Any]:
    fields = {
        "document": sentence.document,
        "line": sentence.line,
        "offset": sentence.offset + one.token.start,
        **_token(one, folder),
        "label": "whole" if one.entries else "",
        **_rows(one.entries),
        "nested": [_hit(sentence, hit, folder) for hit in one.nested],
    }
    if everything:
        fields["doubtful"] = [_hit(sentence, hit, folder) for hit in one.doubtful]
    return fields


def _hit(sentence: Sentence, hit: TermHit, folder: Folder) -> dict[str, Any]:
    return {
        "offset": sentence.offset + hit.token.start,
        **_token(hit, folder),
        "label": hit.label.value,
        "reason": hit.reason,
        **_rows(hit.entries),
    }


def _token(one: TermToken | TermHit, folder: Folder) -> dict[str, Any]:
    token = one.token
    return {
        "surface": token.surface,
        "reading": token.reading,
        "pos": token.pos,
        "key": folder.key(token.surface),
    }


def _rows(entries: Iterable[Entry]) -> dict[str, Any]:
    """Give the first glossary row of a term, and all of them as objects."""
    rows = [
        {
            "zh": entry.pair.zh,
            "full": entry.pair.full,
            "ja": entry.pair.ja,
            "status": entry.status.value,
            "place": str(entry.place),
        }
        for entry in entries
    ]
    first = rows[0] if rows else dict.fromkeys(("zh", "full", "ja", "status"))
    return {**{name: first[name] for name in ("zh", "full", "ja", "status")}, "rows": rows}
