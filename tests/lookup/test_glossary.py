"""The front door: what a translator asks, and what she is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zhjagloss
from tests.samples import write_glossary
from zhjagloss.glossary.stack import Stack
from zhjagloss.lookup.glossary import LONGEST_QUERY, MOST, Glossary
from zhjagloss.lookup.relations import SAME_THING, Relation
from zhjagloss.model import Candidate, Language, Pair, Source, Status, Usage

if TYPE_CHECKING:
    from zhjagloss.glossary.contents import Contents

PARTY = Pair("党工委", "党工作委员会", "党工作委員会")


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    """Open the shipped glossary with its index in a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return Glossary(Stack.open(()))


def own(path: Path) -> Glossary:
    return Glossary(Stack.open([path], with_starter=False))


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        pytest.param("党工委", "党工作委員会", id="Chinese"),
        pytest.param("黨工委", "党工作委員会", id="traditional"),
        pytest.param("開発区", "開発区", id="Japanese characters, a Chinese term"),
        pytest.param("グレーターベイエリア", "大湾区", id="Japanese"),
        pytest.param("ｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱ", "大湾区", id="half-width"),
        pytest.param(" 国务院\n", "国務院", id="with spaces around"),
        pytest.param("ク\u3099レーターヘ\u3099イエリア", "大湾区", id="NFD"),
    ],
)
def test_both_directions(starter: Glossary, query: str, answer: str) -> None:
    """The first answer is in the other language."""
    assert starter.lookup(query)[0].answer == answer


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        pytest.param(None, "党委員会", id="Chinese unless said otherwise"),
        pytest.param(Language.ZH, "党委員会", id="Chinese"),
        pytest.param(Language.JA, "党委", id="from Japanese"),
    ],
)
def test_a_form_of_both_languages(starter: Glossary, language: Language | None, answer: str) -> None:
    """党委 is Chinese and Japanese; the caller may say which."""
    first = starter.lookup("党委", language)[0]
    assert (first.relation, first.answer) == (Relation.EXACT, answer)


def test_two_senses_are_both_told(starter: Glossary) -> None:
    """人大 is a congress and a university, told apart by their full forms."""
    exact = [match for match in starter.lookup("人大") if match.relation is Relation.EXACT]
    assert {match.row.pair.full for match in exact} == {"人民代表大会", "中国人民大学"}


def test_another_organ_is_only_near(starter: Glossary) -> None:
    """党委 is one character from 党工委: never the same thing, and told with what differs."""
    near = [match for match in starter.lookup("党委", most=50) if match.row.pair.zh == "党工委"]
    assert {match.relation for match in near} == {Relation.NEAR}
    assert all("«工»" in match.why and "another organ" in match.why for match in near)


def test_different_words_are_told(tmp_path: Path) -> None:
    """A variant that is listed as a different word comes with a warning, and is not taken for it."""
    path = write_glossary(tmp_path / "glossary", ("汽车", "自動車", "preferred"))
    [match] = own(path).lookup("汽車")
    assert match.relation is Relation.VARIANT
    assert "may be another word (汽车: motor car" in match.why


def test_a_row_says_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folder, file and line, also for whoever works inside the glossary."""
    path = write_glossary(tmp_path / "glossary", ("党委", "党委員会", "preferred"))
    assert own(path).lookup("党委")[0].row.place == "glossary/zones.tsv:2"
    monkeypatch.chdir(path)
    assert own(Path()).lookup("党委")[0].row.place == "glossary/zones.tsv:2"


@pytest.mark.parametrize("query", ["", "  ", "\u200b", "、。", "x" * (LONGEST_QUERY + 1), "党\ud800", "qqqq"])
def test_nothing_found(starter: Glossary, query: str) -> None:
    """What is no term has no answer, and does no harm."""
    assert starter.lookup(query) == []


@pytest.mark.parametrize("most", [1, 2, 3, 7, MOST])
@pytest.mark.parametrize("query", ["高新区", "委员", "開発区", "工业"])
def test_no_more_than_asked(starter: Glossary, query: str, most: int) -> None:
    """At most so many answers, the best of them first, whatever the number."""
    found = starter.lookup(query, most=most)
    assert 0 < len(found) <= most
    assert found[0] == starter.lookup(query)[0]


def test_only_under_the_relations_asked_for(starter: Glossary) -> None:
    """A pipeline asks for the same thing only, and gets no neighbour."""
    assert {match.relation for match in starter.lookup("党工委", relations=SAME_THING)} <= set(SAME_THING)
    wanted = [Relation.NEAR]
    assert {match.relation for match in starter.lookup("党工委", relations=wanted)} == set(wanted)


@settings(max_examples=60)
@given(st.text(max_size=12) | st.text(st.sampled_from("党工委员会高新区开发ハイテク%_'\"*\\"), max_size=8))
def test_any_query_has_an_answer_or_none(starter: Glossary, query: str) -> None:
    """Whatever is asked, answers come best first, with a reason, and no pair twice in one direction."""
    found = starter.lookup(query)
    order = [tuple(Relation).index(match.relation) for match in found]
    assert order == sorted(order)
    assert all(match.why and match.answer and 0 < match.score <= 1 for match in found)
    assert len({(match.row.number, match.language) for match in found}) == len(found)


def test_people_come_before_the_program(tmp_path: Path) -> None:
    """Of one relation, what is preferred comes first, what is deprecated last, each with its grounds."""
    path = write_glossary(
        tmp_path / "glossary",
        ("党工委", "党作業委員会", "deprecated"),
        ("党工委", "党工委", "admitted", "", "", "gloss it", "seen:suzhou"),
        ("党工委", "党工作委員会", "preferred", "", "", "", "rule"),
        sources=[("suzhou", "高新区・大湾区連携", "蘇州高新区", "2021")],
        candidates=[Candidate(Pair("党工委", "", "党活動委員会"), 0.7, "composition(党+工+委)", 2, 1, "…")],
    )
    found = own(path).lookup("党工委")
    assert [(match.answer, match.row.status) for match in found] == [
        ("党工作委員会", Status.PREFERRED),
        ("党工委", Status.ADMITTED),
        ("党活動委員会", Status.PROPOSED),
        ("党作業委員会", Status.DEPRECATED),
    ]
    assert found[0].why == "«党工委» as asked; preferred, by rule"
    assert found[1].why.endswith("admitted, seen in 高新区・大湾区連携, 蘇州高新区, 2021, gloss it")
    assert found[2].why.endswith("proposed from composition(党+工+委), score 0.700")


def usage(document: str, count: int, pair: Pair = PARTY, publisher: str = "JST") -> Usage:
    return Usage(pair, document, Source(publisher=publisher, date="2020"), count, 3, "党工作委員会は")


def test_usages_are_those_of_the_concept(tmp_path: Path) -> None:
    """What is counted for the full form counts for the short one; other senses do not."""
    path = write_glossary(
        tmp_path / "glossary",
        ("党工委", "党工作委員会", "preferred", "党工作委员会"),
        ("党工委", "党工作委員会", "admitted", "党的工作委员会"),
        usages=[
            usage("a.txt", 2),
            usage("b.txt", 5),
            usage("c.txt", 9, Pair("党工委", "党的工作委员会", "党工作委員会")),
        ],
    )
    first = next(match for match in own(path).lookup("党工委") if match.row.pair == PARTY)
    assert [(one.document, one.count, one.source.publisher) for one in first.usages] == [
        ("b.txt", 5, "JST"), ("a.txt", 2, "JST"),
    ]  # fmt: skip
    assert (first.count, first.documents) == (7, 2)


def test_a_document_is_counted_once(tmp_path: Path) -> None:
    """Where two glossaries report the same document, the higher one's count holds."""
    row = ("党工委", "党工作委員会", "preferred", "党工作委员会")
    higher = write_glossary(tmp_path / "higher", row, usages=[usage("a.txt", 2)])
    lower = write_glossary(tmp_path / "lower", row, usages=[usage("a.txt", 7), usage("b.txt", 1)])
    first = Glossary(Stack.open([higher, lower], with_starter=False)).lookup("党工委")[0]
    assert [(one.document, one.count) for one in first.usages] == [("a.txt", 2), ("b.txt", 1)]


@pytest.mark.parametrize(
    ("decision", "shown"),
    [
        pytest.param({}, True, id="undecided"),
        pytest.param({"rejected": [("党工委", "", "党工作委員会")]}, False, id="rejected"),
        pytest.param({"rejected": [("黨工委", "", "党工作委員會")]}, False, id="rejected in another script"),
    ],
)
def test_candidates_that_people_decided_on(
    tmp_path: Path, decision: dict[str, list[tuple[str, ...]]], shown: bool
) -> None:
    """A candidate is shown until somebody decides against it, even before the next build."""
    path = write_glossary(
        tmp_path / "glossary",
        ("党委", "党委員会", "preferred"),
        candidates=[Candidate(PARTY, 0.9, "composition(党+工+委)", 1, 1, "…")],
        rejected=decision.get("rejected", ()),
    )
    assert (
        "党工作委員会" in {match.answer for match in own(path).lookup("党工委", relations=SAME_THING)}
    ) is shown


def test_a_candidate_that_is_decided_is_one_row(tmp_path: Path) -> None:
    """A row of people replaces the candidate of the same pair in any script."""
    path = write_glossary(
        tmp_path / "glossary",
        ("黨工委", "党工作委員會", "admitted", "黨工作委員會"),
        candidates=[Candidate(PARTY, 0.9, "composition(党+工+委)", 1, 1, "…")],
    )
    found = own(path).lookup("党工委", relations=SAME_THING)
    assert [(match.row.status, match.answer) for match in found] == [(Status.ADMITTED, "党工作委員會")]


def test_the_front_door(shipped: Contents, tmp_path: Path) -> None:
    """`from zhjagloss import Glossary` opens the folders that are named, over the starter."""
    path = write_glossary(tmp_path / "mine", ("党工委", "党工委", "preferred", "党工作委员会"))
    first, second, *_ = zhjagloss.Glossary.open(path).lookup("党工委")
    assert (first.answer, first.row.status) == ("党工委", Status.PREFERRED)
    assert (second.answer, second.row.status) == ("党工作委員会", Status.ADMITTED)
    assert zhjagloss.Glossary.open(path, starter=False).lookup("国务院") == []
