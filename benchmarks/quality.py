"""How good the program's answers are, measured against pairs that people read in the same texts.

    python benchmarks/quality.py renderings GOLD TEXTS [--no-starter] [--misses]

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

if TYPE_CHECKING:
    from collections.abc import Callable

#: What a reader of the gold writes where a term is not rendered.
NOT_RENDERED = "-"


def main() -> int:
    """Run the measurement that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    renderings = commands.add_parser("renderings", help="renderings found in Japanese-only texts")
    renderings.add_argument("gold", type=Path)
    renderings.add_argument("texts", type=Path)
    renderings.add_argument("--no-starter", action="store_true", help="leave out the rows of the starter")
    renderings.add_argument(
        "--misses", action="store_true", help="list what was not found, and what was extra"
    )
    renderings.set_defaults(run=measure_renderings)
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


def read_gold(path: Path) -> dict[str, set[str]]:
    """Read the renderings of each term; a term that is not rendered has none."""
    gold: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            gold[row["zh"]] |= {row["ja"]} - {NOT_RENDERED}
    return dict(gold)


def build(terms: list[str], texts: Path, *, starter: bool) -> dict[str, list[Candidate]]:
    """Run the command as its user does, in a folder of its own, with an empty glossary."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "glossary").mkdir()
        (place / "terms.txt").write_text("".join(f"{zh}\n" for zh in terms), encoding="utf-8")
        command = [sys.executable, "-m", "zhjagloss", "build", str(texts), "-q", "--format", "jsonl"]
        command += ["--terms", str(place / "terms.txt"), "-o", str(place / "out")]
        command += ["-g", str(place / "glossary"), "--starter" if starter else "--no-starter"]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode > 1:
            sys.exit("the build failed")
        candidates, usages = generated.read(place / "out")
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.pair.zh in terms:
            found[candidate.pair.zh].append(candidate)
    for usage in usages:  # a pair that the starter decides is used, and no candidate, for all its concept
        pair = usage.pair
        for zh in {pair.zh, pair.concept} & set(terms):
            if all(one.pair.ja != pair.ja for one in found[zh]):
                found[zh].append(Candidate(pair, 1.0, "decided", usage.count, 1, usage.example))
    return {zh: candidates for zh, candidates in found.items() if candidates}


def best(candidates: list[Candidate]) -> str:
    """Choose the rendering that a reader of the file meets first: highest score, then most mentions."""
    return min(candidates, key=lambda one: (-one.score, -one.count, one.pair.ja)).pair.ja


def is_gold(key: Callable[[str], str], ja: str, renderings: set[str]) -> bool:
    """Say whether a rendering is one of those that people read, in any script variant."""
    return key(ja) in {key(one) for rendering in renderings for one in rendering.split("|")}


def share(part: int, whole: int) -> str:
    """Put a share into three decimals."""
    return f"{part / whole:.3f}" if whole else "-"


if __name__ == "__main__":
    sys.exit(main())
