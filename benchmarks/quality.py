"""How good the program's answers are, measured against pairs that people read in the same texts.

    python benchmarks/quality.py renderings GOLD TEXTS [--no-starter] [--misses]
    python benchmarks/quality.py leave-one-out GOLD TEXTS [--misses]
    python benchmarks/quality.py refusals TERMS TEXTS [--no-starter] [--misses]
    python benchmarks/quality.py discovery GOLD TEXTS [--no-starter] [--misses]

GOLD is a tab-separated file with the columns `zh`, `ja` and, if it has one, `document`. A `ja` of
`-` means that the term is not rendered, `a|b` that either counts; several rows of one `zh`: any
counts. The program is given the distinct `zh` and never sees `ja`.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from zhjagloss.compose.composer import Composer
from zhjagloss.compose.strategy import strategy
from zhjagloss.glossary import generated
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Candidate, Term
from zhjagloss.script.marks import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: What a reader of the gold writes where a term is not rendered.
NOT_RENDERED = "-"


#: Bands of scores: where a score is a chance, the share of right pairs lies in its band.
BANDS = ((0.9, 1.1), (0.8, 0.9), (0.65, 0.8), (0.5, 0.65))


def main() -> int:
    """Run the measurement that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    for name, measure, what, first in (
        ("renderings", measure_renderings, "renderings found in Japanese-only texts", "gold"),
        ("leave-one-out", measure_leave_one_out, "each text scored with the others' rows only", "gold"),
        ("refusals", measure_refusals, "terms that no text renders: how many get a rendering", "terms"),
        ("discovery", measure_discovery, "terms found without being given", "gold"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument(first, type=Path)
        command.add_argument("texts", type=Path)
        if measure is not measure_leave_one_out:
            command.add_argument("--no-starter", action="store_true", help="leave out the starter's rows")
        command.add_argument("--misses", action="store_true", help="list what went wrong")
        command.set_defaults(run=measure)
    arguments = parser.parse_args()
    return int(arguments.run(arguments))


def measure_renderings(arguments: argparse.Namespace) -> int:
    """Score the renderings found for the terms of the gold: recall, precision of the first, extras."""
    gold = read_gold(arguments.gold)
    found = build(list(gold), arguments.texts, starter=not arguments.no_starter)
    contents = Contents(Stack.open(()))
    key, composer = contents.folder.key, Composer(contents.morphemes, contents.folder)
    wanted = {(zh, ja) for zh, renderings in gold.items() for ja in renderings}
    hits = {
        (zh, ja) for zh, ja in wanted if any(is_gold(key, one.pair.ja, {ja}) for one in found.get(zh, ()))
    }
    made = {(zh, ja): strategy(Term(zh), ja.split("|")[0], composer, contents.folder) for zh, ja in wanted}
    pairs = [(one, is_gold(key, one.pair.ja, gold[zh])) for zh, some in found.items() for one in some]
    firsts = [is_gold(key, best(some), gold[zh]) for zh, some in found.items()]
    for name, total in Counter(made.values()).most_common():
        reached = sum(made[pair] is name for pair in hits)
        print(f"{name:<12}{reached:>4} of {total:>4}  {share(reached, total)}")
    verdicts: dict[str, list[bool]] = defaultdict(list)
    for one, right in pairs:
        verdicts[re.split(r"[( ]", one.evidence)[0]].append(right)
    for evidence, rights in sorted(verdicts.items()):
        print(
            f"right of {evidence:<12}{sum(rights):>4} of {len(rights):>4}  {share(sum(rights), len(rights))}"
        )
    for least, below in BANDS:
        band = [right for one, right in pairs if least <= one.score < below]
        print(
            f"score {least}–{min(below, 1)}  {sum(band):>4} of {len(band):>4}  {share(sum(band), len(band))}"
        )
    if arguments.misses:
        for zh, ja in sorted(wanted - hits):
            print("missed", zh, ja, made[zh, ja], sep="\t")
        for one in sorted((one for one, right in pairs if not right), key=lambda one: one.pair):
            print("extra", one.pair.zh, one.pair.ja, one.evidence, sep="\t")
    extra = sum(not right for _, right in pairs)
    print(
        f"recall={share(len(hits), len(wanted))} precision_at_1={share(sum(firsts), len(firsts))} "
        f"extra={share(extra, len(pairs))}"
    )
    return 0


def measure_leave_one_out(arguments: argparse.Namespace) -> int:
    """Score each text with the rows that the other texts gave: recall, and precision of the first."""
    rows = read_rows(arguments.gold)
    contents = Contents(Stack.open(()))
    key = contents.folder.key
    wanted = hits = firsts = right = 0
    for document in sorted({row["document"] for row in rows}):
        gold = gather(row for row in rows if row["document"] == document)
        others = gather(row for row in rows if row["document"] != document)
        found = build(list(gold), arguments.texts / document, starter=False, glossary=others)
        for zh, renderings in gold.items():
            answers = found.get(zh, [])
            got = {ja for ja in renderings if any(is_gold(key, one.pair.ja, {ja}) for one in answers)}
            wanted += len(renderings)
            hits += len(got)
            firsts += bool(answers)
            right += bool(answers) and is_gold(key, best(answers), renderings)
            if arguments.misses and (got < renderings or not answers):
                print("missed", document, zh, *sorted(renderings - got), sep="\t")
            if arguments.misses and answers and not is_gold(key, best(answers), renderings):
                print("first", document, zh, best(answers), *sorted(renderings), sep="\t")
    print(f"recall={share(hits, wanted)} precision_at_1={share(right, firsts)}")
    return 0


def measure_refusals(arguments: argparse.Namespace) -> int:
    """Count the terms that no text renders and that get a rendering all the same."""
    lines = arguments.terms.read_text(encoding="utf-8").splitlines()
    terms = [line.split("\t")[0] for line in lines if line and not line.startswith("#") and line != "zh"]
    found = build(terms, arguments.texts, starter=not arguments.no_starter)
    if arguments.misses:
        for zh, candidates in found.items():
            print("rendered", zh, best(candidates), candidates[0].evidence, sep="\t")
    print(f"rendered={share(len(found), len(terms))} terms={len(terms)}")
    return 0


def measure_discovery(arguments: argparse.Namespace) -> int:
    """Score what is proposed without being asked for, by the terms that a reader found in the texts.

    A name of a text counts as found where any Chinese that the gold gives for it is proposed, and a
    proposal as right where the gold has it: what a reader would accept besides counts as wrong.
    """
    rows = read_rows(arguments.gold)
    key = Contents(Stack.open(())).folder.key
    found = build([], arguments.texts, starter=not arguments.no_starter)
    candidates = [one for some in found.values() for one in some]
    proposed = {(key(one.pair.zh), key(one.pair.ja)) for one in candidates}
    proposed |= {(key(one.pair.concept), key(one.pair.ja)) for one in candidates}
    chinese = {zh for zh, _ in proposed}
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for ja in row["ja"].split("|"):
            if ja != NOT_RENDERED:
                wanted[ja, row["document"]].add(row["zh"])
    names = {
        ja: {zh for (other, _), some in wanted.items() for zh in some if other == ja} for ja, _ in wanted
    }
    got = {ja for ja, some in names.items() if any((key(zh), key(ja)) in proposed for zh in some)}
    terms = {row["zh"] for row in rows}
    gold = {(key(zh), key(ja)) for ja, some in names.items() for zh in some}
    looks: dict[str, list[bool]] = defaultdict(list)
    for one in candidates:
        if look := re.search(r"discovered\((\w+)\)", one.evidence):
            looks[look[1]].append(
                not gold.isdisjoint((key(zh), key(one.pair.ja)) for zh in (one.pair.zh, one.pair.full))
            )
    for shown, rights in sorted(looks.items()):
        number, of = sum(rights), len(rights)
        print(f"in the gold of {shown:<12}{number:>4} of {of:>4}  {share(number, of)}")
    wrong = [
        one
        for one in candidates
        if gold.isdisjoint((key(zh), key(one.pair.ja)) for zh in (one.pair.zh, one.pair.full))
    ]
    if arguments.misses:
        for ja in sorted(names.keys() - got):
            print("missed", ja, *sorted(names[ja]), sep="\t")
        for one in wrong:
            pair = one.pair.zh, one.pair.full, one.pair.ja
            print("not in the gold", *pair, f"{one.score:.2f}", one.evidence, sep="\t")
    named = sum(key(zh) in chinese for zh in terms)
    print(
        f"names={share(len(got), len(names))} terms={share(named, len(terms))} "
        f"proposals={len(candidates)} in_gold={share(len(candidates) - len(wrong), len(candidates))}"
    )
    return 0


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read the rows of a gold table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_gold(path: Path) -> dict[str, set[str]]:
    """Read the renderings of each term; a term that is not rendered has none."""
    return gather(read_rows(path))


def gather(rows: Iterable[dict[str, str]]) -> dict[str, set[str]]:
    """Gather the renderings of each term."""
    gold: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        gold[row["zh"]] |= {row["ja"]} - {NOT_RENDERED}
    return dict(gold)


def build(
    terms: list[str], texts: Path, *, starter: bool, glossary: dict[str, set[str]] | None = None
) -> dict[str, list[Candidate]]:
    """Run the command as its user does, in a folder of its own, with a glossary or an empty one.

    Without terms, everything that it finds is given, else what it finds for them.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "glossary").mkdir()
        (place / "terms.txt").write_text("".join(f"{zh}\n" for zh in terms), encoding="utf-8")
        if glossary:
            pairs = sorted((zh, ja) for zh, some in glossary.items() for one in some for ja in one.split("|"))
            table = "".join(f"{zh}\t{ja}\tadmitted\t\t\t\t\n" for zh, ja in pairs)
            (place / "glossary" / "rows.tsv").write_text(
                "zh\tja\tstatus\tfull\treading\tnote\tsource\n" + table, encoding="utf-8"
            )
        command = [sys.executable, "-m", "zhjagloss", "build", str(texts), "-q", "--format", "jsonl"]
        command += ["--terms", str(place / "terms.txt"), "-o", str(place / "out")]
        command += ["-g", str(place / "glossary"), "--starter" if starter else "--no-starter"]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
            sys.exit("the build failed")
        candidates, usages = generated.read(place / "out")
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not terms or candidate.pair.zh in terms:
            found[candidate.pair.zh].append(candidate)
    for usage in usages:  # a decided pair is used, and no candidate, for all its concept
        pair = usage.pair
        for zh in {pair.zh, pair.concept} & set(terms or {pair.zh}):
            if all(one.pair.ja != pair.ja for one in found[zh]):
                found[zh].append(Candidate(pair, 1.0, "decided", usage.count, 1, usage.example))
    return {zh: candidates for zh, candidates in found.items() if candidates}


def best(candidates: list[Candidate]) -> str:
    """Choose the rendering that a reader of the file meets first: highest score, then most mentions."""
    return min(candidates, key=lambda one: (-one.score, -one.count, one.pair.ja)).pair.ja


def is_gold(key: Callable[[str], str], ja: str, renderings: set[str]) -> bool:
    """Say whether a rendering is one of those that people read, in any script, with quotes or without."""
    return key(plain(ja)) in {key(plain(one)) for rendering in renderings for one in rendering.split("|")}


def share(part: int, whole: int) -> str:
    """Put a share into three decimals."""
    return f"{part / whole:.3f}" if whole else "-"


if __name__ == "__main__":
    sys.exit(main())
