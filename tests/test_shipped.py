"""The shipped glossary keeps its own rules."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhjagloss.glossary.folder import SOURCES, SUBJECT, read_table, subject_files
from zhjagloss.glossary.knowledge import HAN, MORPHEMES
from zhjagloss.glossary.stack import starter
from zhjagloss.model import Status
from zhjagloss.script.language import has_kana
from zhjagloss.script.simplified import has_simplified

if TYPE_CHECKING:
    from zhjagloss import tsv
    from zhjagloss.glossary.contents import Contents
    from zhjagloss.model import Entry

FOLDER = starter()
SUBJECTS = subject_files(FOLDER)

#: The status of one term and sense, and what may stand as its source.
SOURCE_WORDS = {"rule", "usage"}


def table(name: str, columns: tuple[str, ...]) -> tsv.Table:
    return read_table(FOLDER / name, columns)


def entries(shipped: Contents) -> tuple[Entry, ...]:
    return shipped.decisions.entries


def where(found: list[Entry]) -> list[str]:
    return [f"{Path(one.place.path).name}:{one.place.line}" for one in found]


def test_it_is_of_use(shipped: Contents) -> None:
    """There are enough terms, and enough short morphemes to compose names from."""
    assert len(shipped.decisions.terms) >= 200
    assert len({one.zh for one in shipped.morphemes if len(one.zh) <= 4}) >= 150


def test_preferred_rows_have_grounds(shipped: Contents) -> None:
    """What is preferred was seen somewhere, or follows a rule."""
    preferred = [one for one in entries(shipped) if one.status is Status.PREFERRED]
    assert (
        where([one for one in preferred if one.source != "rule" and not one.source.startswith("seen:")]) == []
    )


def test_sources_are_known(shipped: Contents) -> None:
    """Every place where a row was seen is in the list of sources, and every source word is one we use."""
    codes = {row.cells["code"] for row in table("sources.tsv", SOURCES).rows}
    seen = [one for one in entries(shipped) if one.source.startswith("seen:")]
    assert where([one for one in seen if one.source.removeprefix("seen:") not in codes]) == []
    others = [one for one in entries(shipped) if not one.source.startswith("seen:")]
    assert where([one for one in others if one.source not in SOURCE_WORDS]) == []


def test_every_source_is_cited_once(shipped: Contents) -> None:
    """No code of the list of sources stands twice, and none is idle."""
    codes = [row.cells["code"] for row in table("sources.tsv", SOURCES).rows]
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    cited = {one.source.removeprefix("seen:") for one in entries(shipped)}
    cited |= {row.cells["source"].removeprefix("seen:") for row in table("morphemes.tsv", MORPHEMES).rows}
    assert set(codes) - cited == set()


def test_one_preferred_for_each_sense(shipped: Contents) -> None:
    """A term has at most one preferred rendering in each of its senses."""
    preferred = Counter(one.pair.term for one in entries(shipped) if one.status is Status.PREFERRED)
    assert [term for term, count in preferred.items() if count > 1] == []


def test_no_pair_stands_twice() -> None:
    """One line is one pair, over all files."""
    rows = [(file.name, row) for file in SUBJECTS for row in read_table(file, SUBJECT).rows]
    pairs = Counter((row.cells["zh"], row.cells["full"], row.cells["ja"]) for _, row in rows)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_no_pair_stands_twice_in_other_characters(shipped: Contents) -> None:
    """Nor do two lines differ only in script, which would hide the second."""
    lines = sum(len(read_table(file, SUBJECT).rows) for file in SUBJECTS)
    assert len(entries(shipped)) == lines


def test_chinese_is_chinese(shipped: Contents) -> None:
    """Terms and full forms have no kana."""
    assert where([one for one in entries(shipped) if has_kana(one.pair.zh + one.pair.full)]) == []


def test_forms_have_no_edges(shipped: Contents) -> None:
    """No form, status or source begins or ends with a space."""
    fields = [
        (one, field)
        for one in entries(shipped)
        for field in (one.pair.zh, one.pair.full, one.pair.ja, one.source)
    ]
    assert where([one for one, field in fields if field != field.strip()]) == []


@pytest.mark.parametrize("file", SUBJECTS, ids=[file.name for file in SUBJECTS])
def test_rows_are_sorted(file: Path) -> None:
    """The rows of a term stand together, terms in the order of their characters."""
    terms = [row.cells["zh"] for row in read_table(file, SUBJECT).rows]
    assert [(one, other) for one, other in pairwise(terms) if one > other] == []


@pytest.mark.parametrize(
    ("name", "columns", "key"),
    [
        pytest.param("sources.tsv", SOURCES, "code", id="sources"),
        pytest.param("morphemes.tsv", MORPHEMES, "zh", id="morphemes"),
    ],
)
def test_lists_are_sorted(name: str, columns: tuple[str, ...], key: str) -> None:
    """The other lists are sorted too, so that a change is one line."""
    values = [row.cells[key] for row in table(name, columns).rows]
    assert [(one, other) for one, other in pairwise(values) if one > other] == []


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.tsv")))
def test_files_are_plain(name: str) -> None:
    """UTF-8 without BOM, LF, one at the end, no fault."""
    data = (FOLDER / name).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert table(name, ()).faults == ()


def test_morphemes_stand_once(shipped: Contents) -> None:
    """One morpheme, rendering and position is one line."""
    rows = table("morphemes.tsv", MORPHEMES).rows
    found = Counter((row.cells["zh"], row.cells["ja"], row.cells["position"]) for row in rows)
    assert [row for row, count in found.items() if count > 1] == []
    assert len(shipped.morphemes) == len(rows)


def test_different_words_share_their_key(shipped: Contents) -> None:
    """Words are listed as different only where folding would take them for one."""
    key = shipped.folder.key
    assert [one.forms for one in shipped.folder.different if len({key(form) for form in one.forms}) > 1] == []


def test_the_columns_of_characters() -> None:
    """Every row of han.tsv says why it is there."""
    assert [row.line for row in table("han.tsv", HAN).rows if not row.cells["note"]] == []


def test_heads_are_words_of_both_languages(shipped: Contents) -> None:
    """Each head stands once, in simplified characters on the Chinese side and Japanese ones on the other."""
    pairs = [(head.zh, head.ja) for head in shipped.heads]
    assert pairs
    assert [pair for pair, count in Counter(pairs).items() if count > 1] == []
    assert [zh for zh, _ in pairs if zh.encode("gb2312", errors="ignore").decode("gb2312") != zh] == []
    assert [ja for _, ja in pairs if has_simplified(ja)] == []


def test_morphemes_render(shipped: Contents) -> None:
    """A morpheme that only converts glyphs is not needed, and none is rendered in Chinese characters."""
    key = shipped.folder.key
    assert [row for row in shipped.morphemes if key(row.zh) == key(row.ja)] == []
    assert [row for row in shipped.morphemes if has_simplified(row.ja)] == []
