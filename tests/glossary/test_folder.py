"""One glossary folder read: what people wrote, or every fault of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import write_glossary
from zhjagloss.errors import DamagedGlossaryError, UnreadableInputError
from zhjagloss.glossary.folder import SUBJECT, files, read, subject_files
from zhjagloss.model import Pair, Source, Status

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "\t".join(SUBJECT)


def test_read(tmp_path: Path) -> None:
    """Rows, decisions against and sources come as they were written."""
    path = write_glossary(
        tmp_path,
        ("党工委", "党工作委員会", "preferred", "党工作委员会", "とうこうい", "not a 党委", "seen:wuxi"),
        ("党工委", "党作業委員会", "deprecated", "党工作委员会"),
        rejected=[("新区", "", "新しい区")],
        sources=[("wuxi", "二つの試練", "JST", "2020-09-28", "https://spc.jst.go.jp/")],
    )
    found = read(path)
    first, second = found.entries
    assert first.pair == Pair("党工委", "党工作委员会", "党工作委員会")
    assert (first.status, first.reading, first.note, first.source) == (
        Status.PREFERRED, "とうこうい", "not a 党委", "seen:wuxi",
    )  # fmt: skip
    assert str(first.place) == f"{path / 'zones.tsv'}:2"
    assert second.status is Status.DEPRECATED
    assert found.rejected == (Pair("新区", "", "新しい区"),)
    assert found.sources == {"wuxi": Source("二つの試練", "JST", "2020-09-28", "https://spc.jst.go.jp/")}


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("か\u3099ん", id="NFD kana"),
        pytest.param("\ufa19社", id="compatibility ideograph"),
        pytest.param("葛\U000e0100城", id="variation selector"),
        pytest.param("𠮷野", id="beyond the basic plane"),
        pytest.param(" 党工委 ", id="spaces"),
        pytest.param("[red]党[/]", id="markup"),
        pytest.param("=1+1", id="formula"),
        pytest.param("a\u2028b\u0085c", id="other line ends"),
    ],
)
def test_forms_are_kept(tmp_path: Path, form: str) -> None:
    """What people wrote is never normalised."""
    [entry] = read(write_glossary(tmp_path, (form, form, "admitted"))).entries
    assert entry.pair == Pair(form, "", form)


def test_which_files_are_subjects(tmp_path: Path) -> None:
    """Every .tsv is a subject but those with a meaning of their own and the hidden ones."""
    others = ("sources.tsv", "rejected.tsv", "morphemes.tsv", "han.tsv", "candidates.tsv", "usage.tsv")
    for name in ("zones.tsv", "党.tsv", ".zones.tsv.1-a.tmp", ".hidden.tsv", "notes.txt", *others):
        (tmp_path / name).write_text(HEADER + "\n", encoding="utf-8")
    assert [file.name for file in subject_files(tmp_path)] == ["zones.tsv", "党.tsv"]
    assert {file.name for file in files(tmp_path)} == {"zones.tsv", "党.tsv", *others}


@pytest.mark.parametrize(
    ("row", "reasons"),
    [
        pytest.param("委\t委員会\tprefered\t\t\t\t", ["unknown status «prefered»"], id="misspelt status"),
        pytest.param("委\t委員会\tproposed\t\t\t\t", ["unknown status «proposed»"], id="the machine's word"),
        pytest.param("委\t委員会\t\t\t\t\t", ["unknown status «»"], id="no status"),
        pytest.param("\t委員会\tpreferred\t\t\t\t", ["«zh» is empty"], id="no term"),
        pytest.param("委\t \tpreferred\t\t\t\t", ["«ja» is empty"], id="blank rendering"),
        pytest.param(
            "\t\tx\t\t\t\t", ["«zh» is empty", "«ja» is empty", "unknown status «x»"], id="all at once"
        ),
        pytest.param("委\t委員会", ["2 fields where the header has 7"], id="cut off"),
    ],
)
def test_faults_of_a_row(tmp_path: Path, row: str, reasons: list[str]) -> None:
    """Every fault of a row is told, at its line, with what to do."""
    (tmp_path / "zones.tsv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(DamagedGlossaryError) as caught:
        read(tmp_path)
    assert [fault.reason for fault in caught.value.faults] == reasons
    assert {(fault.path, fault.line) for fault in caught.value.faults} == {(str(tmp_path / "zones.tsv"), 2)}
    assert all(fault.advice for fault in caught.value.faults)
    assert caught.value.exit_status == 3


def test_faults_of_all_files_are_gathered(tmp_path: Path) -> None:
    """One reading reports every file."""
    write_glossary(tmp_path, ("委", "委員会", "wrong"))
    (tmp_path / "rejected.tsv").write_text("zh\tja\n", encoding="utf-8")
    (tmp_path / "sources.tsv").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(DamagedGlossaryError) as caught:
        read(tmp_path)
    names = [fault.path.rsplit("/", 1)[-1] for fault in caught.value.faults]
    assert names == ["rejected.tsv", "sources.tsv", "zones.tsv"]


def test_a_subject_without_its_columns_is_told_once(tmp_path: Path) -> None:
    """A header that lacks a column is one fault, not one for every row as well."""
    (tmp_path / "zones.tsv").write_text(
        "zh\tja\tstatus\n委\t委員会\tpreferred\n党\t共産党\tpreferred\n", encoding="utf-8"
    )
    with pytest.raises(DamagedGlossaryError) as caught:
        read(tmp_path)
    assert len([fault for fault in caught.value.faults if fault.line == 1]) == 1
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize("name", ["nowhere", "a file"])
def test_no_glossary(tmp_path: Path, name: str) -> None:
    """A path without a glossary is wrong use, not a damaged glossary."""
    (tmp_path / "a file").touch()
    with pytest.raises(UnreadableInputError) as caught:
        read(tmp_path / name)
    assert caught.value.faults[0].path == str(tmp_path / name)
    assert caught.value.exit_status == 2
