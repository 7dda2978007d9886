"""The floors of the house: imports go down only, and each outside library has one door."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import zhjagloss
from tests.samples import write_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(zhjagloss.__file__).parent

#: From the top; rooms on one floor may not import one another.
FLOORS = (
    ("__init__", "__main__"),
    ("cli",),
    ("output",),
    ("build", "concordance", "review", "lint", "diff", "translate"),
    ("formats",),
    ("lookup",),
    ("align",),
    ("recognise",),
    ("compose",),
    ("glossary", "corpus"),
    ("match",),
    ("segment", "words"),
    ("script", "similarity"),
    ("tsv", "storage"),
    ("model", "errors", "version"),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

#: The only rooms that may import a library.
DOORS = {
    "opencc": {"script"},
    "rjieba": {"words"},
    "pypinyin": {"script"},
    "rapidfuzz": {"similarity"},
    "daachorse": {"match"},
    "sudachipy": {"segment"},
    "rich": {"output"},
    "click": {"cli"},
    "markdown_it": {"corpus"},
    "chardet": {"corpus"},
    "charset_normalizer": {"corpus"},
    "sqlite3": {"lookup"},
    "platformdirs": {"lookup"},
}

LONGEST = 250

#: Modules that may be longer, each with its reason.
LONG: dict[str, str] = {}

MODULES = tuple(sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")))
SUBPACKAGES = frozenset(name.split("/")[0] for name in MODULES if name.endswith("/__init__.py"))


class Import(NamedTuple):
    """What a line imports, as a full dotted name, and whether it does so inside a function."""

    line: int
    name: str
    late: bool


def room(dotted: str) -> str:
    """Name the room of a module of the package: the second of its names."""
    return dotted.split(".")[1]


def imports(source: str) -> Iterator[Import]:
    """Find every import; of `from a import b` the module a.b where there is one, else a."""
    tree = ast.parse(source)
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        late = id(node) in inside
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name, late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                below = f"{base}.{alias.name}"
                yield Import(node.lineno, below if _is_module(below) else base, late)


def _is_module(dotted: str) -> bool:
    top, *rest = dotted.split(".")
    place = PACKAGE.joinpath(*rest)
    return top == "zhjagloss" and bool(rest) and (place.is_dir() or place.with_suffix(".py").is_file())


def import_faults(module: str, source: str) -> list[str]:
    """List what a module may not import."""
    own = module.split("/")[0].removesuffix(".py")
    faults = []
    for line, name, _ in imports(source):
        top = name.split(".")[0]
        if name.startswith("."):
            faults.append(f"{module}:{line}: a relative import")
        elif name == "zhjagloss":
            faults.append(f"{module}:{line}: imports the package root")
        elif top == "zhjagloss" and room(name) != own and FLOOR[room(name)] <= FLOOR[own]:
            faults.append(f"{module}:{line}: {own} may not import {name}, which is not below it")
        elif own not in DOORS.get(top, {own}):
            faults.append(f"{module}:{line}: {top} is imported only by {', '.join(DOORS[top])}")
    return faults


def late_faults(module: str, source: str) -> list[str]:
    """List the imports inside functions that do not say why they are late."""
    lines = ["", *source.split("\n")]
    return [
        f"{module}:{found.line}: an import inside a function without its reason"
        for found in imports(source)
        if found.late
        and not any(re.search(r"#.*\blate\b", line) for line in lines[found.line - 1 : found.line + 1])
    ]


def name_faults(module: str, source: str) -> list[str]:
    """List the functions and classes that bear the name of a subpackage."""
    return [
        f"{module}:{node.lineno}: «{node.name}» is the name of a subpackage"
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and node.name in SUBPACKAGES
    ]


def test_every_module_has_a_floor() -> None:
    """A new room must be given its place in the house."""
    assert {name.split("/")[0].removesuffix(".py") for name in MODULES} <= set(FLOOR)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    """A module imports only from below, never the root, and outside libraries only at their door."""
    assert import_faults(module, (PACKAGE / module).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("module", MODULES)
def test_late_imports_say_why(module: str) -> None:
    """An import inside a function carries its reason, on its line or the one above."""
    assert late_faults(module, (PACKAGE / module).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("module", MODULES)
def test_no_name_of_a_subpackage(module: str) -> None:
    """A function that bears the name of a subpackage would hide it."""
    assert name_faults(module, (PACKAGE / module).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short(module: str) -> None:
    """A module that says one thing says it in 250 lines."""
    lines = (PACKAGE / module).read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST or module in LONG


@pytest.mark.parametrize(
    ("module", "source", "faults"),
    [
        pytest.param("tsv.py", "from zhjagloss.errors import Fault", 0, id="down"),
        pytest.param("lookup/index.py", "from zhjagloss import storage", 0, id="down through the root"),
        pytest.param("lookup/index.py", "from zhjagloss.lookup.rows import Row", 0, id="same room"),
        pytest.param("errors.py", "from zhjagloss import tsv", 1, id="up"),
        pytest.param("errors.py", "import zhjagloss.tsv as t", 1, id="up by its full name"),
        pytest.param("glossary/folder.py", "from zhjagloss.corpus.decode import decode", 1, id="neighbour"),
        pytest.param("tsv.py", "def read():\n    from zhjagloss.match import KeyMatcher", 1, id="up, late"),
        pytest.param("cli/lookup.py", "from zhjagloss import Glossary", 1, id="root"),
        pytest.param("cli/lookup.py", "import zhjagloss", 1, id="root itself"),
        pytest.param("cli/lookup.py", "from . import console", 1, id="relative"),
        pytest.param("cli/lookup.py", "import rich.table", 1, id="another's door"),
        pytest.param("cli/lookup.py", "import os.path, click", 0, id="own door"),
    ],
)
def test_the_rules_can_be_broken(module: str, source: str, faults: int) -> None:
    """The rules catch what they are there to catch, and nothing else."""
    assert len(import_faults(module, source)) == faults


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        pytest.param("import os", 0, id="not late"),
        pytest.param("def f():\n    import os  # late: why", 0, id="on the line"),
        pytest.param("def f():\n    # late: why\n    import os", 0, id="on the line above"),
        pytest.param("def f():\n    import os", 1, id="no reason"),
        pytest.param("def late():\n    import os", 1, id="a name is no reason"),
        pytest.param("def f():\n    import os  # to translate", 1, id="inside another word"),
    ],
)
def test_a_reason_is_a_comment(source: str, faults: int) -> None:
    """Only a comment is a reason."""
    assert len(late_faults("m.py", source)) == faults


def test_a_name_can_hide_a_subpackage() -> None:
    """A function of a module counts, a method does not."""
    source = "def lookup(): ...\nclass Glossary:\n    def lookup(self): ..."
    assert name_faults("m.py", source) == ["m.py:1: «lookup» is the name of a subpackage"]


SLOW = ("rich", "sudachipy", "numpy", "opencc", "pypinyin")

LOOK_UP = f"""
import json, sys
from zhjagloss.cli.main import main
status = main(["lookup", "党工委"])
print(json.dumps([status, sorted(set({SLOW!r}) & set(sys.modules))]), file=sys.stderr)
"""


def test_a_look_up_imports_nothing_slow(tmp_path: Path) -> None:
    """With the index there, a piped look-up loads neither the segmenter nor what only drawing needs."""
    write_glossary(tmp_path / "glossary", ("党工委", "党工作委員会", "preferred", "党工作委员会"))
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    runs = [
        subprocess.run(
            [sys.executable, "-c", LOOK_UP],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        for _ in range(2)
    ]
    assert "党工作委員会" in runs[1].stdout
    assert runs[0].stdout == runs[1].stdout
    assert json.loads(runs[1].stderr) == [0, []]
