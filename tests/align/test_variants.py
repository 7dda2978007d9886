"""A name in a headline and its variant in the body."""

from __future__ import annotations

from functools import cache

import pytest

from zhjagloss.align.discover.survey import Surveyor
from zhjagloss.align.patterns import patterns
from zhjagloss.align.variants import Naming, varied
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Evidence, Term


@cache
def contents() -> Contents:
    return Contents(Stack.open(()))


def variants(term: str, headline: str, *body: str) -> dict[str, int]:
    """Give what a body calls the term that its headline names, with the number of documents."""
    folder = contents().folder
    surveyor = Surveyor(contents().heads, folder)
    naming = Naming(surveyor.seen([headline]), surveyor.seen(body))
    wanted = patterns([Term(term)], [], Composer([], folder), folder, lambda _: True)
    found = varied([naming], wanted, folder)
    assert all(told.evidence is Evidence.TITLE for some in found.values() for told in some)
    return {key: sum(told.documents for told in some) for (key, _), some in found.items()}


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        pytest.param(
            "三つの鍵で人材を集める無錫高新区",
            "無錫ハイテク産業開発区が発表した。",
            ["無錫ハイテク産業開発区"],
            id="one other name of the kind",
        ),
        pytest.param(
            "無錫高新区が発表", "無錫高新区と無錫ハイテク産業開発区は", [], id="the body has it too"
        ),
        pytest.param("無錫高新区が発表", "無錫経済開発区と無錫保税区は", [], id="two other names"),
        pytest.param("無錫高新区が発表", "蘇州ハイテク産業開発区は", [], id="another place"),
        pytest.param("無錫高新区が発表", "無錫商務局は", [], id="another kind"),
        pytest.param("無錫が発表", "無錫ハイテク産業開発区は", [], id="no name above"),
        pytest.param("", "", [], id="nothing"),
    ],
)
def test_variants(headline: str, body: str, expected: list[str]) -> None:
    """A body's only other name of the same place and kind is the headline's."""
    key = contents().folder.key
    assert variants("无锡高新区", headline, body) == {key(name): 1 for name in expected}


def test_counts_documents() -> None:
    """A variant is counted once for each document that shows it."""
    folder = contents().folder
    surveyor = Surveyor(contents().heads, folder)
    naming = Naming(surveyor.seen(["無錫高新区が発表"]), surveyor.seen(["無錫ハイテク産業開発区は"]))
    wanted = patterns([Term("无锡高新区")], [], Composer([], folder), folder, lambda _: True)
    [told] = varied([naming, naming], wanted, folder).values()
    assert [one.documents for one in told] == [2]
