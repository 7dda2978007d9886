"""One build, from the paths a maintainer names to the bytes of `generated/`."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from zhjagloss import segment, words
from zhjagloss.build.executor import run
from zhjagloss.build.reduce import Findings, reduce
from zhjagloss.build.rounds import Attester, Survey, Surveyor, Unread
from zhjagloss.build.searches import searches
from zhjagloss.corpus.folder import scan
from zhjagloss.corpus.repeats import NAVIGATION_DOCUMENTS
from zhjagloss.errors import Fault, UnreadableInputError
from zhjagloss.glossary import generated
from zhjagloss.model import Language, Term
from zhjagloss.script import classes
from zhjagloss.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from zhjagloss.corpus.folder import CorpusFile
    from zhjagloss.glossary.contents import Contents

#: Pairs that score less are left out unless `--min-score` says otherwise: a score is a chance, and
#: below one half a maintainer would read more wrong candidates than right ones.
LEAST_SCORE = 0.5

#: A process more for each so many bytes: 4 MB take two processes .79 of the time of one, of which
#: the start of a process is a good part.
WORTH_A_PROCESS = 2_000_000

_SPLIT_MODE = "A"

Item = TypeVar("Item")


@dataclass(frozen=True)
class Request:
    """What a maintainer asks of a build. `corpus_names` are the paths as they go into the manifest."""

    corpus: tuple[Path, ...]
    corpus_names: tuple[str, ...]
    contents: Contents
    terms: tuple[Term, ...] = ()
    least_score: float = LEAST_SCORE
    jobs: int | None = None
    encoding: str | None = None
    skip_undecodable: bool = False
    discover: bool = True


@dataclass(frozen=True)
class Built:
    """What a build found, and what it would write.

    `documents` and `sentences` are Japanese, `originals` Chinese ones of which a translation was
    read; `left_out` counts repeated blocks, `foreign` names texts in neither language, `others`
    counts files of another kind.
    """

    findings: Findings
    contents: dict[str, bytes]
    documents: int
    originals: int
    sentences: int
    left_out: int
    skipped: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    foreign: tuple[str, ...]
    others: int


def build_corpus(request: Request, progress: Callable[[str, int, int], None] = lambda *_: None) -> Built:
    """Read a corpus, find the renderings of the terms, and make the files that say so.

    `progress(stage, done, all)` is told of each document. Writes nothing. Raises
    UnreadableInputError with every text that cannot be decoded, unless they are to be skipped.
    """
    found = scan(request.corpus)
    jobs = request.jobs or _jobs_for(found.files)
    folder = request.contents.folder
    reading = run(Surveyor, (folder, request.encoding, request.contents.heads), found.files, jobs)
    surveyed = tuple(_watch(reading, "read", len(found.files), progress))
    surveys, skipped = _sort_out(surveyed, request.skip_undecodable)
    japanese = {survey.name for survey in surveys if survey.language is Language.JA}
    wanted = [file for file in found.files if file.name in japanese]
    least = request.least_score if request.discover else None
    wanted_keys = searches(request.contents, request.terms, surveys, least)
    arguments = (folder, request.encoding, wanted_keys, _common_lines(surveys))
    aligning = run(Attester, arguments, wanted, jobs)
    attested = tuple(_watch(aligning, "align", len(wanted), progress))
    findings = reduce(attested, request.contents.decisions, request.least_score)
    stems = {survey.stem for survey in surveys if survey.name in japanese}
    return Built(
        findings=findings,
        contents=generated.render(findings.candidates, findings.usages, _manifest(request, surveys)),
        documents=len(attested),
        originals=sum(survey.language is Language.ZH and survey.stem in stems for survey in surveys),
        sentences=sum(document.sentences for document in attested),
        left_out=sum(document.left_out for document in attested),
        skipped=(*found.skipped, *skipped),
        warnings=tuple(fault for survey in surveys for fault in survey.warnings),
        foreign=tuple(survey.name for survey in surveys if survey.language is None),
        others=found.others,
    )


def _watch(
    items: Iterable[Item], stage: str, total: int, progress: Callable[[str, int, int], None]
) -> Iterator[Item]:
    for done, item in enumerate(items, start=1):
        progress(stage, done, total)
        yield item


def _jobs_for(files: Sequence[CorpusFile]) -> int:
    size = sum(file.path.stat().st_size for file in files if file.path.exists())
    return max(1, min(os.cpu_count() or 1, size // WORTH_A_PROCESS))


def _sort_out(
    surveyed: Sequence[Survey | Unread], skip_undecodable: bool
) -> tuple[list[Survey], list[Fault]]:
    unread = [one for one in surveyed if isinstance(one, Unread)]
    undecodable = [fault for one in unread if one.is_text for fault in one.faults]
    if undecodable and not skip_undecodable:
        raise UnreadableInputError(*undecodable)
    skipped = [fault for one in unread for fault in one.faults]
    return [one for one in surveyed if isinstance(one, Survey)], skipped


def _common_lines(surveys: Sequence[Survey]) -> frozenset[str]:
    counts: dict[str, int] = {}
    for survey in surveys:
        for line in survey.short_lines:
            counts[line] = counts.get(line, 0) + 1
    return frozenset(line for line, count in counts.items() if count >= NAVIGATION_DOCUMENTS)


def _manifest(request: Request, surveys: Sequence[Survey]) -> dict[str, object]:
    terms = json.dumps([(term.zh, term.full) for term in request.terms], ensure_ascii=False)
    return {
        "versions": {
            "zhjagloss": VERSION,
            "OpenCC": classes.version(),
            **segment.versions(),
            **words.versions(),
        },
        "split_mode": _SPLIT_MODE,
        "corpus": list(request.corpus_names),
        "documents": {survey.name: survey.digest for survey in surveys},
        "parameters": {
            "min_score": request.least_score,
            "encoding": request.encoding,
            "discover": request.discover,
            "terms": hashlib.sha256(terms.encode()).hexdigest() if request.terms else None,
            "starter": request.contents.stack.has_starter,
        },
    }
