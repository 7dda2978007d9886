"""What a glossary knows of characters and morphemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import write_glossary
from zhjagloss.errors import DamagedGlossaryError
from zhjagloss.glossary.knowledge import read_folder, read_morphemes
from zhjagloss.model import Morpheme

if TYPE_CHECKING:
    from pathlib import Path


def test_characters_add_up(tmp_path: Path) -> None:
    """The rules of every glossary hold together; a class grows where two rows share a character."""
    own = write_glossary(tmp_path / "own", han=[("same", "甲 乙"), ("different", "汽车 汽車", "mine")])
    shipped = write_glossary(
        tmp_path / "shipped", han=[("same", "乙 丙"), ("different", "汽车 汽車", "theirs")]
    )
    folder = read_folder([own, shipped])
    assert len({folder.key(char) for char in "甲乙丙"}) == 1
    apart = folder.words_apart("汽车", "汽車")
    assert apart is not None
    assert apart.note == "mine"


def test_morphemes_add_up(tmp_path: Path) -> None:
    """The user's come first, and what both have counts once."""
    own = write_glossary(tmp_path / "own", morphemes=[("委", "委員会", "last"), ("党", "共産党", "first")])
    shipped = write_glossary(tmp_path / "shipped", morphemes=[("工", "工作"), ("委", "委員会", "last")])
    assert read_morphemes([own, shipped]) == (
        Morpheme("委", "委員会", "last"),
        Morpheme("党", "共産党", "first"),
        Morpheme("工", "工作", ""),
    )


def test_files_may_be_missing(tmp_path: Path) -> None:
    """A glossary need not know anything of characters or morphemes."""
    assert read_morphemes([tmp_path]) == ()
    assert read_folder([tmp_path]).key("開發區") == read_folder([tmp_path]).key("开发区")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(("same", "办"), "no rule in «same 办»", id="one character"),
        pytest.param(("same", "办公 弁公"), "no rule in «same 办公 弁公»", id="words for characters"),
        pytest.param(("different", "汽车"), "no rule in «different 汽车»", id="one word"),
        pytest.param(("alike", "办 弁"), "no rule in «alike 办 弁»", id="unknown kind"),
        pytest.param(("", ""), "no rule in « »", id="nothing"),
    ],
)
def test_faults_of_characters(tmp_path: Path, row: tuple[str, str], reason: str) -> None:
    """A row that is no rule is told, at its line, and so are all others like it."""
    path = write_glossary(tmp_path, han=[("same", "甲 乙"), (*row, "x"), (*row, "x")])
    with pytest.raises(DamagedGlossaryError) as caught:
        read_folder([path])
    found = [(fault.path, fault.line, fault.reason) for fault in caught.value.faults]
    assert found == [(str(path / "han.tsv"), line, reason) for line in (3, 4)]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(("委", "委員会", "end"), "unknown position «end»", id="unknown position"),
        pytest.param(("委", "", ""), "a morpheme needs «zh» and «ja»", id="no rendering"),
        pytest.param(("", "委員会", ""), "a morpheme needs «zh» and «ja»", id="no Chinese"),
    ],
)
def test_faults_of_morphemes(tmp_path: Path, row: tuple[str, str, str], reason: str) -> None:
    """A row that is no morpheme is told, at its line."""
    path = write_glossary(tmp_path, morphemes=[("党", "共産党", "first"), (*row, "x")])
    with pytest.raises(DamagedGlossaryError) as caught:
        read_morphemes([path])
    assert [(fault.line, fault.reason) for fault in caught.value.faults] == [(3, reason)]
