"""`zhjagloss build`: a corpus into candidates and usage."""

from __future__ import annotations

import math
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhjagloss.build import summary
from zhjagloss.build.changes import Change, changes
from zhjagloss.build.run import LEAST_SCORE, Built, Request, build_corpus
from zhjagloss.build.terms import read_terms
from zhjagloss.cli import console, options
from zhjagloss.corpus import names
from zhjagloss.errors import DamagedGlossaryError, Fault, UnreadableInputError
from zhjagloss.glossary import generated
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack, own_folders

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhjagloss.model import Candidate

COLUMNS = ("change", "zh", "full", "ja", "score", "count", "documents", "evidence", "was")


PACKAGE = Path(__file__).resolve().parents[1]


@click.command("build", short_help="Find the renderings of terms in a corpus of texts.")
@click.argument("corpus", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--terms",
    "terms_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Look for these terms too: one a line, a tab before its full form.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the three files into this folder.",
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=LEAST_SCORE,
    show_default=True,
    help="Leave out candidates that score less.",
)
@click.option(
    "--discover/--no-discover",
    default=True,
    help="Propose terms too that neither the glossary nor --terms has.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes to use. Default: as many as pay.")
@click.option("--dry-run", is_flag=True, help="Report, and write nothing.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if the files would change.")
@click.option("--skip-bad", is_flag=True, help="Skip texts that cannot be decoded instead of stopping.")
@options.encoding
@options.glossary
@options.starter
@options.formats()
@options.header
@options.color
@options.quiet
def command(
    corpus: tuple[Path, ...],
    terms_file: Path | None,
    output: Path | None,
    min_score: float,
    discover: bool,
    jobs: int | None,
    dry_run: bool,
    check: bool,
    skip_bad: bool,
    encoding: str | None,
    glossaries: tuple[Path, ...],
    starter: bool,
    form: str | None,
    header: bool,
    color: str,
    quiet: bool,
) -> int:
    """Find what renders the glossary's terms in a corpus, and terms that nobody listed.

    \b
        zhjagloss build texts/
        zhjagloss build texts/ --terms terms.txt -o found/
        zhjagloss build --check

    Writes generated/ and reports what changed. CORPUS is a folder of texts (.txt, .md), or single
    files; without it, corpus/ beside the glossary. Changed candidates go to standard output, one a
    line (+ new, ~ changed, - gone), the summary to standard error. The exit status is 1 when a file
    had to be skipped.
    """
    say = (lambda _: None) if quiet else console.say
    own = own_folders(glossaries)
    target = _target(own, output)
    paths = corpus or (options.corpus_beside(own),)
    if not own and not output and not (dry_run or check):
        say("no glossary here: making ./glossary")
    request = Request(
        corpus=paths,
        corpus_names=tuple(names.shown(path.as_posix()) for path in corpus) or ("corpus",),
        contents=Contents(Stack.open(own, with_starter=starter)),
        terms=read_terms(terms_file) if terms_file else (),
        least_score=_finite(min_score),
        jobs=jobs,
        encoding=encoding,
        skip_undecodable=skip_bad,
        discover=discover,
    )
    built = _build(request, quiet)
    for fault in built.skipped:
        console.say(f"skipped: {fault}")
    for fault in built.warnings:
        console.say(f"warning: {fault}")
    found = changes(_before(target), built.findings.candidates)
    differing = generated.differing(target, built.contents)
    if not (dry_run or check):
        generated.write(target, built.contents)
    for line in summary.counts(built, len(found)):
        say(line)
    _write_changes(found, form, header, color, say)
    for line in (*summary.contradictions(built), *summary.worth_deciding(built)):
        say(line)
    wrote = "would write" if dry_run or check else "wrote"
    say(f"{wrote} {target}: {', '.join(differing)}" if differing else f"unchanged {target}")
    return 1 if built.skipped or (check and differing) else 0


def _target(own: tuple[Path, ...], output: Path | None) -> Path:
    """Choose the folder to write to; never the package itself."""
    chosen = output or (own[0] if own else Path("glossary"))
    if chosen.resolve().is_relative_to(PACKAGE):
        fault = Fault(os.fsdecode(chosen), "is a folder inside the program", "Use -o or -g with your own.")
        raise UnreadableInputError(fault)
    return output or chosen / "generated"


def _finite(score: float) -> float:
    if math.isnan(score):
        raise click.BadParameter("a number between 0 and 1 is wanted", param_hint="--min-score")
    return score


def _build(request: Request, quiet: bool) -> Built:
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        return build_corpus(request)
    from zhjagloss.output.terminal import progress  # late: rich is slow to import

    with progress(sys.stderr) as show:
        return build_corpus(request, show)


def _before(target: Path) -> tuple[Candidate, ...]:
    """Read what the last build left; files that somebody damaged count as none, they are made anew."""
    try:
        return generated.read(target)[0]
    except (DamagedGlossaryError, UnreadableInputError):
        return ()


def _write_changes(
    found: tuple[Change, ...], form: str | None, header: bool, color: str, say: Callable[[str], None]
) -> None:
    if form != options.TABLE and (form or not sys.stdout.isatty()):
        options.write(map(_row, found), COLUMNS, form, header, color)
        return
    from zhjagloss.output.changes import write_changes  # late: rich is slow to import

    write_changes(map(_row, found[: summary.SHOWN]), sys.stdout, color)
    if len(found) > summary.SHOWN:
        say(f"… and {len(found) - summary.SHOWN} more (--format tsv lists all)")


def _row(change: Change) -> dict[str, Any]:
    candidate, before = change.candidate, change.before
    return {
        "change": change.sign,
        "zh": candidate.pair.zh,
        "full": candidate.pair.full,
        "ja": candidate.pair.ja,
        "score": candidate.score,
        "count": candidate.count,
        "documents": candidate.documents,
        "evidence": candidate.evidence,
        "was": {"score": before.score, "count": before.count} if before else None,
    }
